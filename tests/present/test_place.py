"""Places: mapped between wordings, kept, and found again."""

from __future__ import annotations

import pytest

from tui_reader.model import Position
from tui_reader.present.pieces import Piece
from tui_reader.present.place import START, Anchor, anchor_of, mapped, position_of

PIECES = (
    Piece("title", "標題", 0),
    Piece("meta", "報社"),
    Piece("paragraph", "甲乙丙丁戊己庚辛壬癸子丑寅卯", 1),
    Piece("caption", "圖"),
    Piece("paragraph", "天地玄黃，宇宙洪荒。", 2),
)


@pytest.mark.parametrize(
    ("offset", "text", "other", "expected"),
    [
        (3, "一樣長的字", "一样长的字", 3),
        (4, "網路，軟體很好。", "網際網路，軟體很好。", 6),
        (3, "網路，軟體很好。", "網際網路，軟體很好。", 5),
        (0, "網路", "網際網路", 0),
        (2, "網路", "網際網路", 4),
        (9, "短", "短的", 2),
        (-1, "短", "短的", -1),
        (4, "甲，乙，丙丁", "甲乙丙", 2),
    ],
)
def test_an_offset_finds_its_clause(offset: int, text: str, other: str, expected: int) -> None:
    assert expected == mapped(offset, text, other)


def test_there_and_back_never_lands_before() -> None:
    text, other = "滑鼠與記憶體，都要更換。", "鼠标与内存，都要更换。"
    assert all(offset <= mapped(mapped(offset, text, other), other, text) for offset in range(len(text) + 1))


def test_a_numbered_passage_is_kept_with_its_words() -> None:
    assert Position(1, 3, "丁戊己庚辛壬癸子丑寅卯") == position_of(PIECES, Anchor(2, 3))


def test_what_has_no_number_is_kept_as_the_next_passage() -> None:
    assert Position(2, 0, "天地玄黃，宇宙洪荒。") == position_of(PIECES, Anchor(3, 1))
    assert Position(1, 0, "甲乙丙丁戊己庚辛壬癸子丑") == position_of(PIECES, Anchor(1, 0))


def test_behind_the_last_number_it_is_the_last() -> None:
    assert Position(2, 0, "") == position_of((*PIECES, Piece("caption", "尾")), Anchor(5, 0))


def test_a_kept_place_is_found_where_it_was() -> None:
    for anchor in (Anchor(2, 3), Anchor(4, 5)):
        assert anchor == anchor_of(PIECES, position_of(PIECES, anchor))


def test_the_beginning_is_the_beginning() -> None:
    assert START == anchor_of(PIECES, position_of(PIECES, START))
    assert START == anchor_of(PIECES, Position(0, 0, "什麼都好"))


def test_a_passage_that_moved_is_found_by_its_words() -> None:
    assert Anchor(4, 5) == anchor_of(PIECES, Position(1, 7, "宇宙洪荒"))


def test_words_that_are_gone_leave_the_passage() -> None:
    assert Anchor(2, 14) == anchor_of(PIECES, Position(1, 99, "已經刪去"))
    assert Anchor(0, 0) == anchor_of(PIECES, Position(42, 3, "已經刪去"))
