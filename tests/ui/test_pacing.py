"""The minutes left, on the screen, and learning from who reads."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, Reader, reading, stock
from tui_reader.library import Library
from tui_reader.model import Passage
from tui_reader.present.pace import FEW
from tui_reader.ui.features.pacing.controller import PacingController

if TYPE_CHECKING:
    from tui_reader.app.session import Session


class Clock:
    """Goes on when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(PacingController, "clock", clock)
    return clock


@pytest.fixture
def long(empty: Session) -> Session:
    """An article of 8000 characters."""
    body = tuple(Passage("paragraph", f"第{n:03}段" + "風從海上來，" * 32 + "完。") for n in range(40))
    with Library.open(empty.library_path) as library:
        stock(library, (replace(ISLAND, body=body, comments=()),))
    return empty


def minutes(reader: Reader) -> int:
    found = re.search(r"≈ (\d+) min", reader.status)
    return int(found[1]) if found else 0


async def test_the_minutes_left_shrink_on_the_way(long: Session) -> None:
    async with reading(long, (80, 24)) as reader:
        await reader.press("enter")
        assert minutes(reader) in range(16, 19)
        await reader.press(*["space"] * 4)
        assert minutes(reader) in range(8, 13)
        await reader.press("end", "k", "k")
        assert 1 <= minutes(reader) <= 2
        await reader.press("end")
        assert 0 == minutes(reader)


async def test_pages_read_teach_a_pace_that_is_kept(long: Session, clock: Clock) -> None:
    async with reading(long, (80, 24)) as reader:
        await reader.press("enter")
        at_first = minutes(reader)
        for _ in range(FEW):
            clock.now += 40
            await reader.press("space")
        learned = reader.app.main.controller(PacingController).pace.speed
        assert learned > 600
        await reader.press("home")
        assert minutes(reader) < at_first
    async with reading(long, (80, 24)) as reader:
        assert learned == reader.app.main.controller(PacingController).pace.speed


async def test_leafing_and_looking_about_teach_nothing(long: Session, clock: Clock) -> None:
    async with reading(long, (80, 24)) as reader:
        await reader.press("enter")
        for keys in (("space",), ("j", "space"), ("home", "space"), ("escape", "enter", "k", "space")):
            clock.now += 1 if keys == ("space",) else 40
            await reader.press(*keys)
        assert () == reader.app.main.controller(PacingController).pace.pages


async def test_the_status_line_fits_a_narrow_screen(long: Session) -> None:
    async with reading(long, (80, 24)) as reader:
        await reader.press("enter", "t", "T", "ctrl+f")
        await reader.type("海上")
        await reader.press("enter")
        assert reader.status.startswith(" READ │ 1/1 │ 0% │ ≈ 17 min │ 繁體（香港） │ find 1/1280  ")
        assert reader.status.endswith("  Esc back  ? help")
