"""List rows and the status line: in exactly their cells, and harmless."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Row
from tui_reader.present.rows import details_of, fitted, title_of
from tui_reader.present.status import Status
from tui_reader.text.cells import width

ROW = Row(1, "abc", "標題", "作者", "報社", "2025-02-03T04:05", "hant", ("報社", "科技"), False, False, "2026", None)


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("漢字", 6, "漢字  "),
        ("漢字", 4, "漢字"),
        ("漢字漢", 5, "漢字…"),
        ("漢字漢", 4, "漢… "),
        ("abc", 2, "a…"),
        ("漢", 1, "…"),
        ("漢", 0, ""),
    ],
)
def test_text_is_fitted_into_cells(text: str, cells: int, expected: str) -> None:
    assert expected == fitted(text, cells)


@given(st.text("漢a，…é\u0301", max_size=20), st.integers(0, 30))
def test_fitted_text_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert cells == width(fitted(text, cells))


def test_details_tell_the_day_first_and_nothing_twice() -> None:
    assert "2025-02-03 · 報社 · #科技" == details_of(ROW)
    assert "作者" == details_of(replace(ROW, published=None, source=None, tags=()))
    assert "" == details_of(replace(ROW, published=None, source=None, author=None, tags=()))


def test_a_title_is_one_harmless_line() -> None:
    assert "甲 乙" == title_of(replace(ROW, title="甲\n\x1b[31m乙"))
    assert "(untitled)" == title_of(replace(ROW, title="\x00"))


def test_the_status_tells_what_there_is() -> None:
    status = Status(2, 128, 42, "简体", 3, "tag:科技")
    assert "2/128 │ 42% │ 简体 │ ✓ 3 selected │ filter: tag:科技" == status.left_text()
    assert "no articles │ as written" == Status(1, 0, None, "as written").left_text()


def test_as_many_hints_as_fit() -> None:
    status = Status(1, 5, None, "简体")
    hints = ("Enter read", "t script", "q quit")
    assert ("1/5 │ 简体" + " " * 7, "Enter read  t script") == status.line(37, hints)
    assert ("1/5 │ 简体" + " " * 8, "") == status.line(18, hints)


def test_a_saying_takes_the_place_of_hints_then_of_all() -> None:
    status = Status(1, 5, None, "简体")
    assert ("1/5 │ 简体" + " " * 16, "done") == status.line(30, ("q quit",), "done")
    assert ("", "something …  ") == status.line(13, (), "something long was said")


@given(st.integers(0, 120), st.text(max_size=30), st.text(max_size=30))
def test_the_status_is_exactly_as_wide_as_it_may_be(cells: int, filtered: str, saying: str) -> None:
    left, right = Status(1, 5, 3, "简体", 2, filtered).line(cells, ("Enter read", "t script"), saying)
    assert cells == width(left) + width(right)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (60, "No highlights here: v selects text, m highlights it"),
        (40, "No highlights here: v selects text, m …"),
        (24, "No highlights here: v …"),
        (8, "No high…"),
    ],
)
def test_a_message_is_cut_at_a_whole_word(cells: int, said: str) -> None:
    left, right = Status(1, 5, None, "简体").line(cells, (), "No highlights here: v selects text, m highlights it")
    assert ("", said) == (left, right.rstrip())
    assert cells == width(right)
