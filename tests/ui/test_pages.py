"""The pages at hand: as many as there is room for, the last ones always."""

from __future__ import annotations

from tui_reader.present.page import Page, page_of
from tui_reader.present.pages import ALWAYS, KEPT, LINES, Pages, name_of
from tui_reader.present.pieces import Piece


def page(key: int, lines: int) -> Page:
    return page_of(key, (Piece("code", "\n".join("x" * lines), 0),), 40)


def kept(*pages: Page) -> list[int]:
    at_hand = Pages()
    for of in pages:
        at_hand.keep(of)
    return [of.article_id for of in pages if at_hand.get(name_of(of)) is not None]


def test_short_ones_by_number() -> None:
    assert list(range(5, KEPT + 5)) == kept(*(page(key, 3) for key in range(KEPT + 5)))


def test_long_ones_by_their_lines() -> None:
    assert [2, 3, 4] == kept(*(page(key, LINES // 3 - 10) for key in range(5)))


def test_the_last_ones_however_long() -> None:
    assert [3, 4] == kept(*(page(key, LINES) for key in range(5)))
    assert ALWAYS == len(kept(*(page(key, LINES) for key in range(5))))
