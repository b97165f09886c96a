"""Page numbers, buttons and sentences that begin like furniture, in a text without markup."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.decode.escapes import without_escapes
from tui_reader.cleaning.markup.html import from_markup
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.cleaning.patterns.markers import find_markers, is_counts
from tui_reader.text.fold import fold


def markers(*rows: str) -> list[str]:
    return [rows[index] for index in find_markers([fold(row) for row in rows])]


@pytest.mark.parametrize(
    "row",
    [
        "上一页 1 2 3 下一页", "第 [1] [2] [3] 页", "共3页 第2页", "(2)", "- 2 -", "第2页", "[1] [2] [3] 下一页", "分页：1 2 3", "【本文共3页，当前第2页】",
        "第 2 頁 / 共 5 頁", "Page 2 of 5", "‹ 1 2 3 ›", "下一頁", "在本页阅读全文", "— 3 —",
        "展开全文", "阅读全文", "查看全文 ∨", "余下全文", "显示全部", "打开APP阅读全文", "点击查看更多内容", "继续阅读", "閱讀更多", "展開剩餘70%", "点击展开全部", "查看完整版",
    ],
)  # fmt: skip
def test_rows_that_are_nothing_else(row: str) -> None:
    assert [row] == markers("這一天，江水漲了。", row)


@pytest.mark.parametrize(
    "row",
    [
        "第二天",
        "2025",
        "第3章",
        "他翻到第2页，停住了。",
        "阅读",
        "全文完",
        "继续走",
        "三",
        "更多的人来了",
        "12 月",
        "第一页写着他的名字",
    ],
)
def test_rows_that_are_text(row: str) -> None:
    assert [] == markers("這一天，江水漲了。", row)


def test_numbers_that_count_from_one_number_the_parts_of_a_text() -> None:
    assert [] == markers("(1)", "江水漲了。", "(2)", "堤上的人。", "(3)")
    assert ["- 2 -", "- 3 -"] == markers("江水漲了。", "- 2 -", "堤上的人。", "- 3 -")


@pytest.mark.parametrize(
    "sentence",
    [
        "作者介绍他怎样把一排旧书架改成书桌，前后花了三个星期。", "責任編輯的名字印在最後一頁，小得幾乎看不見。", "相关报道登在第二天的晚报上，占了半个版面。",
        "免责声明写了三页，没有一个人看完。", "扫码借书的人越来越多，借阅台反而安静了。", "分享是她最喜欢的一件事，她说书要给别人看。",
    ],
)  # fmt: skip
def test_a_sentence_of_the_story_may_begin_like_furniture(sentence: str) -> None:
    assert cue(fold(sentence)) is None


@pytest.mark.parametrize(
    "row",
    [
        "責任編輯：林小滿",
        "相关报道",
        "免责声明：本文仅代表作者个人观点，与本站无关。",
        "版权声明本文由本站原创，转载请注明出处。",
        "分享到：微信",
    ],
)
def test_furniture_is_told_all_the_same(row: str) -> None:
    assert cue(fold(row)) is not None


def test_runs_of_escapes_are_read() -> None:
    assert "今天, 12 人" == without_escapes(r"\u4eca\u5929, \u0031\u0032 \u4eba")
    assert (
        "今天來"
        == without_escapes("&amp;#20170;&amp;#22825;&amp;#x4f86;")
        == without_escapes("&#20170;&#22825;&#x4f86;")
    )
    for text in (r"寫成 \u4eca 的字", r"\u0041\u0042\u0043", "&amp;#60;&amp;#98;&amp;#62;"):
        assert text == without_escapes(text)


def test_escapes_of_a_page_are_read_where_they_are_text() -> None:
    escaped = r"\u4eca\u5929\u4f86\u4e86"
    page = f"<html><body><p>&amp;#20170;&amp;#22825;&amp;#20358;</p><p>{escaped}</p><pre><code>s = '{escaped}'</code></pre></body></html>"
    assert ["今天來", "今天來了", f"s = '{escaped}'"] == [block.text for block in from_markup(page).blocks]


def test_markers_between_paragraphs_are_removed() -> None:
    rows = [
        "江城市圖書館的老館員上個月退休了，她在借閱台後面坐了三十一年，辦過的借書證有四萬多張。",
        "館裡給她辦了一個小小的告別會，來的人比預想的多出一倍，有人帶來了二十年前借走的書。",
        "- 2 -",
        "她說最難忘的是閉館的那一年，每天騎著自行車把書送到讀者門口，敲兩下門就走。",
        "展開全文",
        "接替她的是二十六歲的年輕人，他打算保留借閱台上那盞綠罩台燈，也保留每週三的讀書會。",
    ]
    article = clean("\n\n".join(["借閱台後的三十一年", *rows]).encode()).article
    assert [rows[0], rows[1], rows[3], rows[5]] == [passage.text for passage in article.body]
    assert {"- 2 -", "展開全文"} <= {line.text for line in article.removed}


def test_the_number_of_answers_is_a_count() -> None:
    assert is_counts("查看全部 27 个回答")
    assert not is_counts("全部 27 个回答都说可以养")
