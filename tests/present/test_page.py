"""Pages: what stands on which line, and the same place in every wording and measure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import Article, Comment, Passage
from tui_reader.present.lines import Layout
from tui_reader.present.page import Page, fitting, page_of, parse_measure, step_measure
from tui_reader.present.pieces import Piece, pieces_of
from tui_reader.present.place import START, Anchor
from tui_reader.present.worded import ShownText
from tui_reader.text.cells import width

ARTICLE = Article(
    title="標題",
    body=(
        Passage("paragraph", "第一段的文字，寫得長一些，好讓它分成幾行。" * 3),
        Passage("heading", "小標"),
        Passage("list_item", "其一"),
        Passage("list_item", "其二"),
        Passage("code", "def f():\n\treturn 1"),
    ),
    script="hant",
    encoding="utf-8",
    source="報社",
    published="2025-02-03T04:05:06+08:00",
    comments=(Comment("好", "甲", "02/03 04:05", "推"),),
)
PAGE = page_of(7, pieces_of(ARTICLE, ("科技", "長標籤" * 8, "經濟")), 40, layout=Layout(indent=True))


def lines(page: Page = PAGE) -> list[str]:
    return [line.text for number in range(page.height) if (line := page.line(number)) is not None]


def test_an_article_is_set_in_order() -> None:
    assert lines() == [
        "",
        "標題",
        "報社 · 2025-02-03 04:05",
        "#科技  ",
        "#長標籤長標籤長標籤長標籤長標籤長標籤長標籤長標籤  ",
        "#經濟  ",
        "",
        "　　第一段的文字，寫得長一些，好讓它分成",
        "幾行。第一段的文字，寫得長一些，好讓它分",
        "成幾行。第一段的文字，寫得長一些，好讓它",
        "分成幾行。",
        "",
        "■ 小標",
        "",
        "• 其一",
        "• 其二",
        "",
        "def f():",
        "    return 1",
        "",
        "── 1 comment · 推 1",
        "",
        "推  甲  02/03 04:05",
        "  好",
        "",
    ]


def test_there_is_nothing_outside_the_page() -> None:
    assert PAGE.line(-1) is None
    assert PAGE.line(PAGE.height) is None
    assert page_of(1, (), 40).line(0) is None
    assert range(0) == page_of(1, (), 40).in_view(0, 10)


def test_every_line_is_found_again_by_its_anchor() -> None:
    assert list(range(PAGE.height)) == [PAGE.line_of(PAGE.anchor_at(number)) for number in range(PAGE.height)]


def test_the_beginning_is_the_empty_line_above() -> None:
    assert 0 == PAGE.line_of(START)
    assert START == PAGE.anchor_at(0)


def test_tags_can_be_told_apart() -> None:
    assert [("科技"), ("長標籤" * 8), ("經濟")] == [
        span.tag for number in (3, 4, 5) if (line := PAGE.line(number)) for span in line.spans if span.tag
    ]


def test_turning_some_pieces_shares_the_others() -> None:
    turned = PAGE.turned({3: ShownText("第一段。")}, "cn", whole=False)
    assert "　　第一段。" == lines(turned)[7]
    assert PAGE.height - 3 == turned.height
    assert all(turned.blocks[n] is PAGE.blocks[n] for n in range(len(PAGE.blocks)) if n != 3)
    assert PAGE.written == turned.written
    assert (("cn", False)) == (turned.shown, turned.whole)


def test_what_is_in_view_is_measured_first() -> None:
    first, then = PAGE.measured_in(range(3, 5), 60), PAGE.measured(60)
    assert [then.blocks[n] if n in {3, 4} else PAGE.blocks[n] for n in range(len(PAGE.blocks))] == list(first.blocks)
    assert (60, False, True) == (first.measure, first.whole, then.whole)
    assert lines(then)[then.starts[3] : then.starts[5]] == lines(first)[first.starts[3] : first.starts[5]]


def test_tags_keep_the_librarys_names_when_turned() -> None:
    shown = PAGE.turned({2: ShownText(PAGE.pieces[2].text.replace("經濟", "经济"))}, "cn", whole=True).line(5)
    assert shown is not None
    assert ("#经济", "經濟") == (shown.spans[0].text, shown.spans[0].tag)


def test_what_is_in_view() -> None:
    assert range(3) == PAGE.in_view(0, 4)
    assert range(3, 4) == PAGE.in_view(8, 2)
    assert len(PAGE.blocks) == PAGE.in_view(0, 1000).stop


def test_the_measure_is_even_and_within_bounds() -> None:
    assert (72, 40, 38, 2) == (fitting(72, 99), fitting(72, 41), fitting(72, 39), fitting(72, 0))
    assert (64, 64, 60, 64) == (parse_measure(None), parse_measure("wide"), parse_measure("60"), parse_measure("61"))
    assert (74, 70, 20, 160) == (step_measure(72, 1), step_measure(72, -1), step_measure(20, -1), step_measure(160, 1))


def test_plain_text_is_what_is_shown() -> None:
    assert PAGE.plain().startswith("標題\n\n報社 · 2025-02-03 04:05\n\n#科技 #長標籤")


@given(st.lists(st.text("漢字，。「」（abc 1\u3000", max_size=80), max_size=5), st.integers(10, 80))
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_the_measure_and_every_place_is_kept(texts: list[str], measure: int) -> None:
    article = Article("題", tuple(Passage("paragraph", text) for text in texts), "hant", "utf-8")
    page = page_of(1, pieces_of(article, ()), measure)
    assert all(width(line) <= measure for line in lines(page))
    other = page.measured(30)
    for anchor in map(page.anchor_at, range(page.height)):
        found = other.line_of(anchor)
        assert other.anchor_at(found) <= anchor
        assert found + 1 == other.height or other.anchor_at(found + 1) >= anchor


def test_an_anchor_beyond_the_page_is_its_end() -> None:
    assert PAGE.height - 1 == PAGE.line_of(Anchor(99, 0))


def test_paragraphs_as_a_person_likes_them() -> None:
    pieces = (Piece("paragraph", "他用Linux寫字，版本是6.1。", 0),)
    plain = page_of(1, pieces, 60, layout=Layout(indent=False, gap=True))
    assert "他用 Linux 寫字，版本是 6.1。" == plain.blocks[0][0].text
    assert "他用Linux寫字，版本是6.1。" == plain.plain()
    assert plain.layout == plain.measured(40).layout == plain.turned({}, "cn", whole=True).layout
    assert "　　他用Linux寫字，版本是6.1。" == page_of(1, pieces, 60, layout=Layout(indent=True)).blocks[0][0].text


NEWS = tuple(Piece("paragraph", f"第{n}段的文字到此為止。", n) for n in range(4))
POST = tuple(Piece("paragraph", f"第{n}行的文字還沒有完", n) for n in range(4))


@pytest.mark.parametrize(
    ("pieces", "layout", "measure", "first", "height"),
    [
        (NEWS, Layout(), 60, "第0段", 8),
        (NEWS, Layout(dense=True), 60, "　　第0段", 5),
        (NEWS, Layout(indent=True), 60, "　　第0段", 5),
        (NEWS, Layout(indent=False, dense=True), 60, "第0段", 8),
        (NEWS, Layout(dense=True), 30, "第0段", 8),
        (POST, Layout(), 60, "第0行", 5),
        (POST, Layout(dense=True), 60, "第0行", 5),
    ],
)
def test_paragraphs_have_an_indent_or_an_empty_line_and_lines_have_neither(
    pieces: tuple[Piece, ...], layout: Layout, measure: int, first: str, height: int
) -> None:
    page = page_of(1, pieces, measure, layout=layout)
    assert page.blocks[0][0].text.startswith(first)
    assert height == page.height
    assert lines(page) == lines(page.measured(40).measured(measure))


def test_lines_of_a_forum_are_known_by_their_comments_too() -> None:
    ended = tuple(Piece("paragraph", f"第{n}行{'。' if n % 2 else ''}", n) for n in range(4))
    assert not page_of(1, ended, 60).layout.in_lines
    assert page_of(1, (*ended, Piece("reader", "推  甲  02/03")), 60).layout.in_lines
