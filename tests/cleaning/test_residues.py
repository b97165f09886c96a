import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.repair.residues import without_residues


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("他說&nbsp;&nbsp;這是&ldquo;真的&rdquo;。", "他說 這是“真的”。"),
        ("甲&amp;乙公司&#8230;", "甲&乙公司…"),
        ("第一句。\\& 第二句。", "第一句。 第二句。"),
        ("最後一句。\\n", "最後一句。"),
        ("燈 塔 的 燈 比 從 前 更 遠 ， 起 霧 也 看 得 見 。", "燈塔的燈比從前更遠，起霧也看得見。"),
        ("塔頂的<b>玻璃</b>換了<br/>新的。", "塔頂的玻璃換了新的。"),
    ],
)
def test_residues_are_taken_out(text: str, clean: str) -> None:
    assert clean == without_residues(text)


@pytest.mark.parametrize(
    "text",
    [
        "前 言",
        "在網頁裡寫 &lt;div&gt; 就是一個區塊。",
        "路徑是 C:\\new\\temp。",
        "今天 天氣 很好 我們 一起 去 公園 走 走 吧",
        "3 < 5 且 7 > 6",
        "AT&T 與 R&D",
        "日 一 二 三 四 五 六",
    ],
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert text == without_residues(text)


TUTORIAL = (
    "HTML 裡換行要寫 <br>，段落要寫 <p>，兩個空格之間不會留下空白，所以很多人第一次寫網頁都會覺得奇怪。",
    "想要多一個空白，就寫 &nbsp;，想要一個引號，就寫 &quot;，這些都是寫給瀏覽器看的，讀者看不到。",
    "程式裡的換行則是 \\n 。把它寫進字串，印出來就會換到下一行去，在哪一種語言裡都差不多。",
)


def test_a_story_about_signs_keeps_them() -> None:
    article = clean("\n\n".join(["網頁裡的換行", *TUTORIAL]).encode()).article
    assert TUTORIAL == tuple(passage.text for passage in article.body)
