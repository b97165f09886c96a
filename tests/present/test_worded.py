"""Texts as shown: in a wording, their marks repaired, and the same place in each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import Article, Passage, Shown
from tui_reader.present.display import quotes_of, reworded
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import BlockStyle, Piece, pieces_of
from tui_reader.present.place import Anchor
from tui_reader.present.worded import ShownText, worded
from tui_reader.script import converter

FLAT = '港口停航了? 船長(柏森)說:"再等一天..." 沒有人動 -- 除了燈塔.'
WHOLE = "港口停航了？船長（柏森）說：「再等一天……」沒有人動——除了燈塔."


def as_shown(piece: Piece, shown: Shown, *, repair: bool) -> ShownText:
    """A piece of an article in traditional script."""
    return worded(
        piece,
        lambda texts: reworded(texts, "hant", shown, converter),
        quotes_of("hant", shown),
        repair=repair,
    )


def page(texts: list[str], measure: int, *, repair: bool) -> Page:
    article = Article("港口停航", tuple(Passage("paragraph", text) for text in texts), "hant", "utf-8")
    pieces = pieces_of(article, ())
    return page_of(
        1, pieces, measure, worded=tuple(as_shown(p, "source", repair=repair) for p in pieces), repair=repair
    )


def test_marks_are_repaired_after_the_wording() -> None:
    assert WHOLE == as_shown(Piece("paragraph", FLAT, 1), "source", repair=True).shown
    shown = as_shown(Piece("paragraph", FLAT, 1), "cn", repair=True).shown
    assert "港口停航了？船长（柏森）说：“再等一天……”没有人动——除了灯塔." == shown


def test_marks_stay_as_stored_when_that_is_wanted() -> None:
    assert FLAT == as_shown(Piece("paragraph", FLAT, 1), "tw", repair=False).shown


@pytest.mark.parametrize("look", ["code", "table", "meta", "tags"])
def test_syntax_and_columns_are_no_punctuation(look: BlockStyle) -> None:
    assert "港口:停航 (一)" == as_shown(Piece(look, "港口:停航 (一)"), "source", repair=True).shown


def test_an_offset_finds_the_same_character_in_the_repaired_text() -> None:
    stored, shown = ShownText(FLAT), as_shown(Piece("paragraph", FLAT, 1), "source", repair=True)
    for word in ("港口", "船長", "柏森", "再等", "沒有", "除了"):
        assert WHOLE.index(word) == stored.in_other(FLAT.index(word), shown)
        assert FLAT.index(word) == shown.in_other(WHOLE.index(word), stored)


def test_pages_name_what_they_show() -> None:
    repaired = page([FLAT], 40, repair=True)
    assert (True, "source", True) == (repaired.repair, repaired.shown, repaired.whole)
    assert repaired.measured(30).pieces is repaired.pieces
    assert WHOLE in repaired.plain()


@given(st.lists(st.text('港口停航,:?!().…—"“” AI12', max_size=90), max_size=4), st.integers(10, 60))
@settings(max_examples=80, deadline=None)
def test_the_same_words_are_on_top_after_the_repair_and_back(texts: list[str], measure: int) -> None:
    shown, stored = page(texts, measure, repair=True), page(texts, measure, repair=False)
    for number in range(shown.height):
        anchor = shown.anchor_at(number)
        assert number == shown.line_of(anchor) or shown.anchor_at(shown.line_of(anchor)) == anchor
        line = stored.line(stored.line_of(anchor))
        assert line is not None
        assert line.start <= max(anchor.offset, -1)


def test_a_place_in_the_source_is_on_the_line_that_shows_it() -> None:
    long = FLAT * 12
    shown = page([long], 40, repair=True)
    for place in range(0, len(long), 7):
        line = shown.line(shown.line_of(Anchor(1, place)))
        following = shown.line(shown.line_of(Anchor(1, place)) + 1)
        assert line is not None
        assert shown.written_at(1, line.start) <= place
        assert following is None or following.start >= shown.shown_at(1, place)
