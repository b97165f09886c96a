"""The line above the list, titles of two lines, and the lines at the end."""

from __future__ import annotations

import pytest

from tui_reader.present.ending import end_lines
from tui_reader.present.list_header import list_header
from tui_reader.present.rows import title_lines
from tui_reader.text.cells import width


def test_it_names_count_filter_and_order() -> None:
    assert "1 article · newest first" == list_header(1, "", None, 40)
    assert "1,200 articles · tag:科技 · by title" == list_header(1200, "tag:科技", "title", 40)


@pytest.mark.parametrize("cells", [0, 5, 12, 20, 30, 60])
def test_it_never_is_wider_than_the_list(cells: int) -> None:
    text = list_header(12, "tag:科技 source:島嶼日報 is:unread", "unread", cells)
    assert width(text) <= cells


def test_a_long_filter_is_cut_before_the_order_is() -> None:
    assert "12 articles · tag:科技… · unread first" == list_header(12, "tag:科技 source:島嶼日報", "unread", 38)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("短題", ("短題",)),
        ("一二三四五六七", ("一二三四五", "六七")),
        ("一二三 software", ("一二三", "software")),
        ("一二三四五六七八九十一二三", ("一二三四五", "六七八九十一二三")),
        ("abcdefghijklmn", ("abcdefghij", "klmn")),
        ("一二三四Meta五六", ("一二三四", "Meta五六")),
        ("一二三四五！", ("一二三", "四五！")),
    ],
)
def test_a_title_takes_a_second_line_where_it_needs_one(title: str, lines: tuple[str, ...]) -> None:
    assert lines == title_lines(title, 10, 2)
    assert (title,) == title_lines(title, 10, 1)


def test_the_end_names_the_next_article_and_its_key() -> None:
    assert ("——— End", "Next (Space): 港口") == end_lines("港口", "Space", 40)
    assert ("——— End",) == end_lines(None, "Space", 40)
    assert "Next (Space…" == end_lines("港口", "Space", 12)[1]
