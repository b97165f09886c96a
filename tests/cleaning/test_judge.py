import pytest

from tui_reader.cleaning.body.judge import Label, label_block, label_blocks
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.text.fold import fold

SENTENCE = "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由沿線住戶代表參與驗收。"


def label(text: str, *, links: float = 0.0) -> Label:
    return label_block(Block(text, fold(text), None, links))


@pytest.mark.parametrize(
    ("text", "role", "category"),
    [
        (SENTENCE, "body", "prose"),
        ("什麼？你還不知道？", "body", "phrase"),
        ("老街整修的來龍去脈", "body", "loose"),
        ("首頁 即時 社會 生活 體育", "dropped", "row"),
        ("登入", "dropped", "menu"),
        ("相關新聞", "dropped", "related"),
        ("本週熱門文章", "dropped", "list_head"),
        ("延伸阅读：老街的十个秘密", "dropped", "other"),
        ("責任編輯：王小明", "dropped", "credit"),
        ("(责编:张三)", "dropped", "credit"),
        ("© 2020 某報 版權所有", "dropped", "legal"),
        ("Loading...", "dropped", "waiting"),
        ("分享", "dropped", "share"),
        ("您的浏览器版本过旧", "dropped", "notice"),
        ("下載APP 看更多", "dropped", "promotion"),
        ("生命線協談專線：1995", "dropped", "hotline"),
        ("市民服务热线 021-12345678", "dropped", "hotline"),
        ("请继续往下阅读...", "dropped", "promotion"),
        ("▲現場照片。（圖／記者林某攝）", "caption", "caption"),
        ("https://example.org/a.jpg", "image", "image"),
        ("https://example.org/story", "metadata", "address"),
        ("2020-01-02 03:04 河岸日報", "metadata", "date"),
        ("摘要：本文說明老街的整修。", "deck", "deck"),
        ("#老街 #整修", "dropped", "tags"),
        ("大家都来说说吧【小明】08-12 10:00 0字 [175/1]", "dropped", "thread_row"),
        ("重複<br>重複<br><b>重複</b><br>", "dropped", "markup"),
    ],
)
def test_role_and_category_of_a_line(text: str, role: str, category: str) -> None:
    actual = label(text)
    assert (role, category) == (actual.role, actual.category)


@pytest.mark.parametrize(
    "text", [SENTENCE, "他說：「版權所有的問題，明年會有新的法案來處理，業者也已經同意先不轉載這些圖片與文字。」"]
)
def test_a_sentence_weighs_for_the_body_even_where_it_speaks_of_rights(text: str) -> None:
    assert label(text).weight > 0


def test_both_scripts_meet_one_list() -> None:
    assert label("延伸閱讀").category == label("延伸阅读").category == "related"


def test_a_teaser_that_is_cut_off_weighs_little() -> None:
    whole, cut = label(SENTENCE), label(SENTENCE[:-1] + "...")
    assert cut.weight < whole.weight / 3


def test_links_weigh_against_a_line_but_not_against_a_sentence() -> None:
    assert label("某地明年整修老街", links=0.9).category == "links"
    assert label(SENTENCE, links=0.9).category == "prose"


def test_a_line_that_the_page_repeats_weighs_less() -> None:
    blocks = [Block(text, fold(text)) for text in ("去哪裡玩？", "去哪裡玩？", "要帶什麼？")]
    weights = [label.weight for label in label_blocks(blocks)]
    assert weights[0] == weights[1] < 0 < weights[2]
