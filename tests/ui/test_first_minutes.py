"""What someone sees who starts the reader for the first time, or with a mistake in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import NOW, Reader, reading
from tui_reader.app.session import Session
from tui_reader.config import Config
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.features.importing.completion import path_offers
from tui_reader.ui.features.manual.controller import WELCOME

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_empty_library_says_what_to_do_in_five_lines(empty: Session) -> None:
    for size in ((60, 20), (90, 24), (120, 40)):
        async with reading(empty, size) as reader:
            rows = [line.partition("│")[0].strip() for line in reader.lines[:-1]]
            assert [
                "The library is empty.",
                "s  load sample articles",
                "i  import file or address",
                "?  see all keys",
                "q  quit",
            ] == list(filter(None, rows))


async def test_a_new_user_is_welcomed_once(session: Session) -> None:
    for times in (1, 0):
        app = ReaderApp(session, welcome=True)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            reader = Reader(app, pilot)
            await reader.settled()
            assert times == reader.text.count(WELCOME)
            assert times == reader.text.count("Enter read; q goes back")


async def test_an_unknown_theme_is_named_with_the_nearest_one(session: Session) -> None:
    folder = session.library_path.parent
    configured = Session(folder, config=Config(theme="papper", faults=("measure must be even",)), clock=lambda: NOW)
    async with reading(configured) as reader:
        await reader.shows("no theme named papper (is it paper?)")
        assert "measure must be even" in reader.text
        assert reader.theme() == "night"


async def test_a_path_is_completed_while_it_is_typed(empty: Session, tmp_path: Path) -> None:
    (tmp_path / "pages" / "2025").mkdir(parents=True)
    (tmp_path / "pages" / "plain.txt").write_text("x")
    async with reading(empty) as reader:
        await reader.press("i")
        await reader.type(f"{tmp_path}/pa")
        await reader.shows(f"▌ {tmp_path}/pages/"[:60])
        await reader.press("tab")
        await reader.shows("plain.txt")
        await reader.press("shift+tab", "tab")
        prompt = reader.app.main.reader.prompts.prompt
        assert prompt is not None
        assert f"{tmp_path}/pages/plain.txt" == prompt.line.value


def test_paths_are_offered_folders_first_and_hidden_ones_only_after_a_dot(tmp_path: Path) -> None:
    for name in ("b.txt", ".hidden", "c.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "z").mkdir()
    assert [f"{tmp_path}/z/", f"{tmp_path}/b.txt", f"{tmp_path}/c.txt"] == [
        offer.text for offer in path_offers(f"{tmp_path}/")
    ]
    assert [f"{tmp_path}/.hidden"] == [offer.text for offer in path_offers(f"{tmp_path}/.h")]
    assert () == path_offers(f"{tmp_path}/none/") == path_offers("") == path_offers("https://example.org/a")


@pytest.mark.parametrize(("size", "told"), [((29, 20), True), ((80, 5), True), ((40, 10), False)])
async def test_a_terminal_that_is_too_small_is_told_so(session: Session, size: tuple[int, int], told: bool) -> None:
    async with reading(session, size) as reader:
        assert told == ("too small" in reader.text)
        await reader.pilot.resize_terminal(80, 24)
        await reader.settled()
        assert "too small" not in reader.text


@pytest.mark.parametrize("text", ["", "軟體", "abc", "軟abc體"])
async def test_the_terminal_cursor_is_on_the_caret_so_that_input_methods_compose_there(
    session: Session, text: str
) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type(text)
        prompt = reader.app.main.reader.prompts.prompt
        assert prompt is not None
        line = prompt.line
        cells = sum(2 if character > "\u2e80" else 1 for character in text)
        assert (line.content_region.x + cells, line.content_region.y) == reader.app.cursor_position
        if text:
            await reader.press("left")
            assert reader.app.cursor_position.x < line.content_region.x + cells
