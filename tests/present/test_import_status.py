"""Progress of an import: amount, rate, time left, and the document that takes long."""

from __future__ import annotations

import pytest

from tui_reader.present.import_status import (
    FRAMES,
    RATE_OVER,
    ImportPace,
    Working,
    cancel_status,
    duration,
    import_status,
)


def test_the_rate_is_that_of_the_last_seconds() -> None:
    pace = ImportPace()
    pace.note(0.0, 0)
    assert pace.rate is None
    for second in range(1, 41):
        pace.note(float(second), 2 * second if second <= 20 else 40 + 50 * (second - 20))
    assert pace.rate == pytest.approx(50.0)
    assert len(pace.steps) <= RATE_OVER + 2


def test_no_rate_is_known_while_nothing_is_done() -> None:
    pace = ImportPace()
    for second in range(5):
        pace.note(float(second), 0)
    assert pace.rate is None


def test_the_sentence_has_amount_rate_and_time_left() -> None:
    assert "Importing 120 of 300 · 45/s · 4 s left |" == import_status(120, 300, 45.0, Working(), 0)
    assert "Importing 1 of 9 · 0.5/s · 16 s left /" == import_status(1, 9, 0.5, Working(), 1)
    assert "Importing … |" == import_status(0, 0, None, Working(), len(FRAMES))


def test_only_a_document_that_takes_long_is_named() -> None:
    assert "a.html" not in import_status(0, 1, None, Working("a.html", 1.0), 0)
    assert "Importing 0 of 1 · a.html 12 s |" == import_status(0, 1, None, Working("a.html", 12.0), 0)
    assert "\x1b" not in import_status(0, 1, None, Working("\x1b[2J", 12.0), 0)


@pytest.mark.parametrize(("seconds", "text"), [(0.4, "0 s"), (59, "59 s"), (150, "2 min"), (7500, "2 h 5 min")])
def test_durations(seconds: float, text: str) -> None:
    assert text == duration(seconds)


def test_cancelling_names_what_is_finished_first() -> None:
    assert "Cancelling once a.html is done, 3 s |" == cancel_status(Working("a.html", 3.0), 0)
    assert "Cancelling … /" == cancel_status(Working(), 1)
