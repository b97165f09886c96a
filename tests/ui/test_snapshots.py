"""The main states as pictures. After a change that is meant: pytest tests/ui/test_snapshots.py --snapshot-update, and look."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, NOW, Reader
from tui_reader.ui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui_reader.app.session import Session

    Compare = Callable[..., bool]

DRAWN_BY = {"textual": "8.2.8", "rich": "15.0.0"}
"""Another version may draw a line elsewhere, which says nothing about this program."""

pytestmark = pytest.mark.skipif(
    any(version(package) != drawn for package, drawn in DRAWN_BY.items()),
    reason=f"they were drawn by {DRAWN_BY}; installed are { ({package: version(package) for package in DRAWN_BY}) }",
)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


def pressing(*keys: str, shows: str = "") -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        reader = Reader(pilot.app, pilot)
        await reader.settled()
        for key in keys:
            await reader.press(key)
        await reader.shows(shows)
        pilot.app.main.reader.status_line.saying = ""
        await reader.settled()

    return press


def test_list_and_article_side_by_side(seeds: Session, snap_compare: Compare) -> None:
    before = pressing("end", "b", "k", "k", "enter", shows="★")
    assert snap_compare(ReaderApp(seeds), terminal_size=(120, 40), run_before=before)


def test_the_list_on_a_narrow_screen(seeds: Session, snap_compare: Compare) -> None:
    assert snap_compare(ReaderApp(seeds), terminal_size=(80, 24), run_before=pressing("j", "v", "b"))


def test_reading_in_traditional_on_a_narrow_screen(session: Session, snap_compare: Compare) -> None:
    before = pressing("j", "enter", "t", "t", shows="碼頭的軟體系統")
    assert snap_compare(ReaderApp(session), terminal_size=(80, 24), run_before=before)


def test_what_was_removed(seeds: Session, snap_compare: Compare) -> None:
    before = pressing("end", "enter", "x", "n", "n", "up", "plus", "down", shows="restored by you")
    assert snap_compare(ReaderApp(seeds), terminal_size=(120, 40), run_before=before)


def test_the_tag_panel(seeds: Session, snap_compare: Compare) -> None:
    before = pressing("f", "enter", "down", "down", "x", shows="−")
    assert snap_compare(ReaderApp(seeds), terminal_size=(120, 40), run_before=before)


def test_help(session: Session, snap_compare: Compare) -> None:
    assert snap_compare(ReaderApp(session), terminal_size=(120, 40), run_before=pressing("question_mark"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
@pytest.mark.parametrize("theme", ["paper", "sepia"])
def test_an_article_in_other_themes(seeds: Session, snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    seeds.library.set_setting("theme", theme)
    assert snap_compare(ReaderApp(seeds), terminal_size=size, run_before=pressing("j", "b", "enter", "b", "b"))


def test_nothing_but_the_text(seeds: Session, snap_compare: Compare) -> None:
    assert snap_compare(ReaderApp(seeds), terminal_size=(80, 24), run_before=pressing("Z", "space"))


def test_a_story_unfolded_in_the_list(session: Session, snap_compare: Compare) -> None:
    for number in range(2):
        version = replace(
            ISLAND, title=f"風電完工第{number + 1}版", source=f"外電{number}", published=f"2025-12-2{number}"
        )
        session.library.store(version, version.title.encode(), where="input", path=None, now=NOW)  # type: ignore[union-attr]
    assert snap_compare(ReaderApp(session), terminal_size=(120, 40), run_before=pressing("home", "right", "j"))
