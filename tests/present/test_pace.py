"""Reading time, and what is learned of a reader. All times are given."""

from __future__ import annotations

import pytest

from tui_reader.present.pace import FASTEST, FEW, MANY, SLOWEST, USUAL, WORDS, Pace, Watch, reading_distance
from tui_reader.present.pieces import Piece
from tui_reader.present.place import START, Anchor

PIECES = (
    Piece("title", "題" * 10, 0),
    Piece("meta", "報社 · 2025-01-02"),
    Piece("paragraph", "字" * 400, 1),
    Piece("paragraph", "words, " * 238, 2),
    Piece("caption", "圖" * 99),
    Piece("comment", "評" * 99, 3),
)
WAY = reading_distance(PIECES)


def test_a_way_counts_characters_and_words() -> None:
    assert pytest.approx(10 + 400 + 238 * USUAL / WORDS) == WAY.left(START)
    assert pytest.approx(400) == WAY.left(Anchor(3, 0))


def test_what_is_left_shrinks_along_the_text() -> None:
    assert pytest.approx([810, 700, 600, 400, 0]) == [
        WAY.left(place) for place in (Anchor(0, 0), Anchor(2, 100), Anchor(2, 200), Anchor(2, 400), Anchor(4, 0))
    ]
    assert 0 == WAY.left(Anchor(5, 3)) == WAY.left(Anchor(99, 0)) == reading_distance(()).left(START)


def test_numbers_and_punctuation() -> None:
    assert pytest.approx(USUAL / WORDS * 3) == reading_distance([Piece("paragraph", "1,044 23:45，don't。……")]).left(
        START
    )


def test_minutes_are_whole_and_at_least_one() -> None:
    assert [0, 1, 1, 2, 25] == [Pace().minutes(way) for way in (0, 1, 500, 700, 10_000)]


def test_a_few_pages_teach_a_pace() -> None:
    pace = Pace()
    for page in (600, 610, 620, 630):
        pace = pace.after(page)
    assert USUAL == pace.speed
    assert 620 == pace.after(640).speed
    assert 10 == pace.after(640).minutes(6200)


def test_the_last_pages_count() -> None:
    pace = Pace((300,) * MANY)
    for _ in range(MANY):
        pace = pace.after(700)
    assert (700, MANY) == (pace.speed, len(pace.pages))


def test_a_pace_is_kept_as_text() -> None:
    pace = Pace((300, 500, 700, 500, 400))
    assert pace == Pace.from_setting(str(pace))
    assert Pace() == Pace.from_setting(None) == Pace.from_setting("fast ٣٠٠ -5 99999 2")
    assert SLOWEST == Pace((SLOWEST,) * FEW).speed


def timed(seconds: float, characters: float) -> int | None:
    watch = Watch()
    watch.begin(100.0, 5000.0)
    return watch.turn(100.0 + seconds, 5000.0 - characters)


def test_a_page_that_was_read_is_timed() -> None:
    assert 500 == timed(60, 500)
    assert (FASTEST, SLOWEST) == (timed(3, 75), timed(120, 300))


@pytest.mark.parametrize(
    ("seconds", "characters"), [(1.5, 60), (121, 600), (30, 40), (10, 800), (100, 200), (30, -500)]
)
def test_what_was_no_reading_is_not(seconds: float, characters: float) -> None:
    assert None is timed(seconds, characters)


def test_each_page_is_timed_from_the_one_before() -> None:
    watch = Watch()
    assert None is watch.turn(0, 1000)
    assert 400 == watch.turn(60, 600)
    assert 300 == watch.turn(120, 300)
    watch.stop()
    assert None is watch.turn(130, 0)
