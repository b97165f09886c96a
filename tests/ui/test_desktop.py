"""Clipboard, browser, help, palette, themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import HARBOUR, ISLAND, reading
from tui_reader.query import Query
from tui_reader.ui.features.desktop.browser import browse

if TYPE_CHECKING:
    import pytest

    from tui_reader.app.session import Session


async def test_copying_in_the_list_takes_title_and_address(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("y")
        assert f"{ISLAND.title}\n{ISLAND.url}" == reader.app.clipboard
        assert "OSC 52" in reader.status


async def test_copying_while_reading_takes_the_text_as_shown(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr("pyperclip.copy", taken.append)
    async with reading(session) as reader:
        await reader.press("j", "enter", "t", "t")
        await reader.shows("碼頭的軟體系統")
        await reader.press("y")
        assert "to the clipboard" in reader.status
        assert taken == [reader.app.clipboard]
        assert "碼頭的軟體系統昨日完成升級" in taken[0]
        assert HARBOUR.body[0].text not in taken[0]


async def test_an_address_is_opened_only_on_the_web(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Browser:
        def open(self, address: str) -> bool:
            opened.append(address)
            return True

    monkeypatch.setattr("webbrowser.get", Browser)
    async with reading(session) as reader:
        await reader.press("o")
        assert [ISLAND.url] == opened
        await reader.press("j", "o")
        assert "no address" in reader.status
        await reader.press("j", "o")
        assert "Not a web address" in reader.status
        assert [ISLAND.url] == opened


def test_what_only_looks_like_an_address_is_told() -> None:
    assert "not a web address: http://[::1" == browse("http://[::1")


async def test_without_a_browser_the_address_is_told(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("o")
        assert f"No browser here; the address is {ISLAND.url}" in reader.status


async def test_help_shows_every_key_and_goes_away(session: Session) -> None:
    async with reading(session, (120, 120)) as reader:
        await reader.press("question_mark")
        for words in ("Script: as written → 简体 → 繁體", "Bookmarks only (toggle)", "not read yet", "Command palette"):
            assert words in reader.text
        await reader.press("q")
        assert "Bookmarks only" not in reader.text
        assert reader.app.is_running


async def test_the_palette_runs_the_same_commands(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("ctrl+p")
        await reader.type("Toggle book")
        await reader.shows("Toggle bookmark")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        await reader.wait_for(
            lambda: session.library.rows(session.library.listing(Query()).article_ids)[0].bookmarked, "a bookmark"
        )


async def test_light_or_dark_is_kept(session: Session) -> None:
    async with reading(session) as reader:
        assert "night" == reader.theme()
        reader.app.action_toggle_theme()
        await reader.settled()
        assert "paper" == reader.theme()
    async with reading(session) as reader:
        assert "paper" == reader.theme()


async def test_a_theme_that_is_gone_is_no_matter(session: Session) -> None:
    session.library.set_setting("theme", "no such theme")
    async with reading(session) as reader:
        assert "night" == reader.app.theme


async def test_q_quits(session: Session) -> None:
    async with reading(session) as reader:
        await reader.pilot.press("q")
        await reader.wait_for(lambda: reader.app._exit, "the end")
