"""Whether a body is an article, and what else belongs to it."""

import numpy as np
import pytest

from tui_reader.cleaning.body.ancestors import places_of
from tui_reader.cleaning.body.container import grow, grow_dump
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.worth import (
    ENTRIES,
    GALLERY,
    GOODS,
    LINKS,
    NOTICE,
    TEASERS,
    Worth,
    nothing,
    worth_of,
)
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.text.fold import fold

PROSE = Label("body", "prose", "", 40.0)
LOOSE = Label("body", "loose", "", -10.0)
LINKED = Label("dropped", "links", "", -30.0)
DATE = Label("metadata", "date", "", -15.0)
REPLY = Label("comment", "reply", "", -10.0)
CREDIT = Label("dropped", "credit", "", -150.0, "hard")
SENTENCE = "渡口的老船工每天清晨把缆绳解开，把赶集的人一趟一趟送到对岸去，傍晚再把他们接回来。"

Row = tuple[str, Label, float]


def paragraph(text: str = SENTENCE) -> Row:
    return text, PROSE, 0.0


def link(text: str = "更多水乡旧事") -> Row:
    return text, LINKED, 1.0


def worth(rows: list[Row], *, sure: float = 0.9, said: float = 0.0, body: slice = slice(None)) -> Worth:
    """What the rows of `body` are worth; each as probable as `sure`, the first one saying `said` of the title."""
    blocks = [Block(text, text, links=links) for text, _, links in rows]
    likely, of_title = np.full(len(rows), sure, np.float32), np.zeros(len(rows), np.float32)
    start, end, _ = body.indices(len(rows))
    of_title[start] = said
    return worth_of(blocks, [label for _, label, _ in rows], (start, end), likely, of_title)


def test_a_sure_text_is_an_article() -> None:
    assert Worth(None, uncertain=False) == worth([paragraph()] * 4)


def test_a_text_of_which_the_model_is_not_sure_is_taken_and_marked() -> None:
    assert Worth(None, uncertain=True) == worth([paragraph()] * 4, sure=0.65)


def test_a_text_under_eight_characters_is_none() -> None:
    assert Worth(nothing([Block("靠岸了。", "靠岸了。")]), uncertain=True) == worth([paragraph("靠岸了。")])


def test_a_doubtful_small_part_that_says_nothing_of_the_title_is_a_notice() -> None:
    rows = [paragraph(), *[("水乡旧事一览", LOOSE, 0.0)] * 60]
    assert NOTICE == worth(rows, sure=0.5, body=slice(1)).refusal
    assert worth(rows, sure=0.5, said=0.5, body=slice(1)).refusal is None
    assert worth(rows, sure=0.7, body=slice(1)).refusal is None


def test_a_tiny_part_of_a_page_of_links_is_refused_however_sure() -> None:
    rows = [paragraph(), *[link("水乡旧事里的又一个渡口")] * 120]
    assert LINKS == worth(rows, body=slice(1)).refusal
    assert worth(rows, said=0.5, body=slice(1)).refusal is None
    assert worth(rows[:80], body=slice(1)).refusal is None


def test_a_long_connected_text_is_never_refused_as_a_notice() -> None:
    story = [paragraph()] * 16
    rows = [*story, *[link("水乡旧事里的又一个渡口")] * 1_500]
    assert Worth(None, uncertain=True) == worth(rows, body=slice(len(story)))


def test_paragraphs_each_under_a_link_are_teasers() -> None:
    assert TEASERS == worth([link(), paragraph()] * 5).refusal
    assert worth([link(), paragraph()] * 4).refusal is None


def test_a_story_interrupted_by_two_links_is_no_list_of_teasers() -> None:
    rows = [paragraph()] * 3 + [link()] + [paragraph()] * 3 + [link()] + [paragraph()] * 2
    assert worth(rows).refusal is None


def test_paragraphs_each_under_a_date_are_entries() -> None:
    dated = ("2025年3月1日", DATE, 0.0)
    assert ENTRIES == worth([dated, paragraph()] * 8).refusal
    assert worth([dated, paragraph()] * 7).refusal is None


@pytest.mark.parametrize(("size", "reason"), [(0, "no text"), (1, "one short line"), (3, "none of the 3 lines")])
def test_a_page_without_connected_text_is_refused_with_its_size(size: int, reason: str) -> None:
    assert reason in nothing([Block("渡口", "渡口")] * size)


def page(labels: list[Label], *, outside: int = 0) -> tuple[list[Block], Tree]:
    """Lines of one element, and lines outside it behind them."""
    tree = Tree()
    inner = tree.add(0, "div", "")
    nodes = [inner] * (len(labels) - outside) + [0] * outside
    return [Block(SENTENCE[:12], SENTENCE[:12], node=node) for node in nodes], tree


def grown(labels: list[Label], likely: list[float], end: int, *, outside: int = 0) -> tuple[int, int]:
    blocks, tree = page(labels, outside=outside)
    return grow(blocks, labels, places_of(blocks, tree), np.array(likely, np.float32), (0, end))


def test_short_lines_of_the_storys_element_are_taken_however_many() -> None:
    assert (0, 14) == grown([PROSE] * 6 + [LOOSE] * 8, [0.9] * 6 + [0.1] * 8, 6)


def test_what_stands_outside_the_element_is_not_taken() -> None:
    assert (0, 4) == grown([PROSE] * 3 + [LOOSE] * 3, [0.9] * 3 + [0.1] * 3, 3, outside=2)


def test_growing_ends_where_something_speaks_against() -> None:
    assert (0, 4) == grown([PROSE] * 3 + [LOOSE, CREDIT, LOOSE], [0.9] * 3 + [0.1] * 3, 3)


def test_what_the_model_finds_impossible_is_not_taken_at_the_end() -> None:
    assert (0, 3) == grown([PROSE] * 3 + [LOOSE] * 2, [0.9] * 3 + [0.005] * 2, 3)


def test_an_element_of_which_the_body_is_a_small_part_is_not_the_storys() -> None:
    assert (0, 2) == grown([PROSE] * 2 + [LOOSE, CREDIT] * 4, [0.9] * 2 + [0.1] * 8, 2)


def test_a_small_part_is_enough_where_nothing_speaks_against_the_rest() -> None:
    assert (0, 10) == grown([PROSE] * 2 + [LOOSE] * 8, [0.9] * 2 + [0.1] * 8, 2)


def from_headline(labels: list[Label], likely: float, *, titled: int = 1) -> tuple[int, int]:
    """A dump whose body was found in its last two lines only."""
    of_title = np.zeros(len(labels), np.float32)
    of_title[titled] = 1.0
    end = len(labels)
    return grow_dump(
        [Block(SENTENCE[:12], SENTENCE[:12])] * end, labels, np.full(end, likely, np.float32), of_title, (end - 2, end)
    )


def test_a_dumps_body_begins_below_its_headline() -> None:
    assert (2, 12) == from_headline([LOOSE] * 12, 0.15)


def test_a_dumps_body_begins_below_the_date() -> None:
    assert (4, 12) == from_headline([LOOSE] * 3 + [DATE] + [LOOSE] * 8, 0.15)


def test_a_dumps_body_goes_on_to_the_line_that_ends_stories() -> None:
    def ended(labels: list[Label], likely: float) -> tuple[int, int]:
        blocks = [Block("一行字", "一行字")] * len(labels)
        odds = np.full(len(labels), likely, np.float32)
        return grow_dump(blocks, labels, odds, np.zeros(len(labels), np.float32), (1, 3))

    story = [LOOSE, PROSE, PROSE, *[LOOSE] * 9]
    assert (1, 12) == ended([*story, CREDIT, LOOSE], 0.15)
    assert (1, 3) == ended([*story, CREDIT, LOOSE], 0.03)
    assert (1, 3) == ended([*story, LOOSE, LOOSE], 0.15)


def test_a_dumps_body_does_not_grow_over_furniture_or_a_few_rows() -> None:
    assert (10, 12) == from_headline([LOOSE] * 12, 0.03)
    assert (10, 12) == from_headline([LOOSE] * 6 + [CREDIT] + [LOOSE] * 5, 0.15)
    assert (10, 12) == from_headline([LOOSE] * 12, 0.15, titled=7)


def test_a_long_connected_text_is_never_refused_for_what_stands_around_it() -> None:
    rows = [link(), paragraph()] * 40 + [paragraph(SENTENCE * 6)] * 6
    assert worth(rows) == Worth(None, uncertain=True)
    assert worth([link(), paragraph()] * 40).refusal == TEASERS


DROPPED = Label("dropped", "loose", "", 0.0)
TITLE_ROW: Row = ("水乡旧事", DROPPED, 0.0)


def titled(rows: list[Row], *, sure: float) -> Worth:
    """What `rows` are worth on a page whose headline stands above them and says nothing of them."""
    page = [TITLE_ROW, *rows]
    blocks = [Block(text, text, links=links) for text, _, links in page]
    of_title = np.zeros(len(page), np.float32)
    of_title[0] = 1.0
    body = [index for index, (_, label, _) in enumerate(page) if label.role == "body"]
    likely = np.full(len(page), sure, np.float32)
    return worth_of(blocks, [label for _, label, _ in page], (body[0], body[-1] + 1), likely, of_title)


def test_a_tiny_text_that_says_nothing_of_the_headline_is_a_notice_unless_it_is_most_of_the_page() -> None:
    around: list[Row] = [("首页 新闻 视频 财经 体育 汽车 房产 教育", DROPPED, 0.0)] * 10
    assert NOTICE == titled([paragraph("船老大说，天亮就走。"), *around], sure=0.8).refusal
    assert titled([paragraph("船老大说，天亮就走。"), *around], sure=0.95).refusal is None
    assert titled([paragraph("船老大说，天亮就走。")], sure=0.8).refusal is None


@pytest.mark.parametrize(
    "text",
    [
        "還不是會員嗎？立即註冊，享有免費閱讀。",
        "我们使用 Cookie 和类似技术提供个性化的内容。",
        "可能是因为您输入的网址有误，或者页面已经被删除。",
        "登录后即表示您同意服务条款和隐私政策。",
    ],
)
def test_a_short_doubtful_text_for_visitors_of_the_site_is_a_notice(text: str) -> None:
    rows = [(fold(text), PROSE, 0.0)]
    assert NOTICE == worth(rows, sure=0.6, said=1.0).refusal
    assert worth(rows, sure=0.95, said=1.0).refusal is None


VISITORS = "登录后即表示您同意服务条款和隐私政策。"
"""A tiny text about a site's services."""


def test_a_tiny_text_for_visitors_that_repeats_the_title_is_a_notice_unless_it_is_dated() -> None:
    text = (VISITORS, PROSE, 0.0)
    assert NOTICE == worth([text], sure=0.85, said=1.0).refusal
    assert worth([text, ("2024-03-05", DATE, 0.0)], sure=0.85, body=slice(1)).refusal is None
    assert NOTICE == worth([text, ("2024-03-05", DATE, 0.0)], sure=0.65, body=slice(1)).refusal
    assert worth([text, ("2024-03-05", DATE, 0.0)], sure=0.65, said=1.0, body=slice(1)).refusal is None


@pytest.mark.parametrize(("replies", "refusal"), [(1, NOTICE), (2, None)])
def test_a_post_about_services_with_replies_is_no_notice(replies: int, refusal: str | None) -> None:
    said: list[Row] = [("老船工", REPLY, 0.0), ("我也想问。", REPLY, 0.0)]
    assert refusal == worth([(VISITORS, PROSE, 0.0), *said * replies], sure=0.6, said=1.0, body=slice(1)).refusal


def test_lines_that_end_in_counts_or_durations_are_a_list() -> None:
    films = [(f"秋日梨园第{number}集 1{number}:32", LOOSE, 0.0) for number in range(4)]
    assert ENTRIES == worth(films, sure=0.5, said=1.0).refusal
    agenda = [(f"1{number}:30 开幕致辞", LOOSE, 0.0) for number in range(4)]
    assert worth(agenda, sure=0.5, said=1.0).refusal is None


def test_a_page_with_buttons_of_a_shop_sells_goods() -> None:
    rows = [paragraph("很轻，早上灌的水晚上还是温的。"), ("加入购物车", DROPPED, 0.0)]
    assert GOODS == worth(rows, sure=0.6, said=1.0).refusal


def test_a_text_repeated_below_each_picture_is_the_caption_of_a_gallery() -> None:
    copy: Row = (paragraph()[0], DROPPED, 0.0)
    assert GALLERY == worth([paragraph(), *[copy] * 3], body=slice(1)).refusal
    assert worth([paragraph(), *[copy] * 2], body=slice(1)).refusal is None


def test_a_short_text_about_the_site_must_be_almost_sure_unless_it_says_something_of_the_title() -> None:
    rows = [paragraph("本站使用 cookie 记住您的选择，继续浏览表示同意。" * 3)]
    assert NOTICE == worth(rows, sure=0.85).refusal
    assert worth(rows, sure=0.95).refusal is None
    assert worth(rows, sure=0.85, said=0.5).refusal is None


def test_a_sentence_that_stands_again_and_again_is_no_article() -> None:
    rows = [paragraph("渡口的老船工每天清晨把缆绳解开，送人过河。")] * 5
    assert GALLERY == worth(rows, body=slice(1)).refusal
    assert worth(rows[:3], body=slice(1)).refusal is None


@pytest.mark.parametrize(
    "wall",
    [
        "本文仅对会员开放，开通之后可以在手机和电脑上继续浏览，开通只需要一分钟。",
        "请先登录，登录之后就能看到完整的内容，也可以收藏和留言，新来的朋友先填一张表。",
        "要看后面的部分，需要登录或注册账号，整个过程只需要一分钟，不收任何费用。",
    ],
)
def test_a_short_request_to_sign_in_is_no_article(wall: str) -> None:
    assert worth([paragraph(wall)], sure=0.7).refusal == NOTICE
    assert worth([paragraph(), paragraph(), paragraph(wall)], sure=0.7).refusal is None
