"""Running external commands on the article or the selection."""

from __future__ import annotations

import json
import shlex
import sys
from typing import TYPE_CHECKING

from tests.ui.screens import HARBOUR, reading
from tui_reader.config import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens import Reader
    from tui_reader.app.session import Session
    from tui_reader.config import Config

ECHO = "import sys; sys.stdout.write(sys.stdin.read())"
SLEEP = "import time; print('begun', flush=True); time.sleep(60)"
TITLE = "import os; print(os.environ['TUI_READER_TITLE'], os.environ['TUI_READER_AUTHOR'])"


def python(code: str) -> str:
    return shlex.join((sys.executable, "-c", code))


async def run(reader: Reader, line: str, *, key: str = "vertical_line") -> None:
    """Press | and answer with a command."""
    await reader.press(key)
    await reader.type(line)
    await reader.pilot.press("enter")


def configured(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return load(path)


async def test_the_article_as_shown_is_the_input(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j", "T")
        await run(reader, python(ECHO))
        await reader.shows("▌港口自動化提速：無人集卡投入運行")
        await reader.press("y")
        await reader.shows("Copied")
        await reader.press("q")
        assert "▌港口自動化" not in reader.lines[20]
        assert reader.app.main.articles.has_focus


async def test_a_selection_is_the_input_and_stays_selected(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j", "enter", "v", "j")
        selected = reader.app.main.reader.selection.text
        assert selected
        await run(reader, python("import sys; print(len(sys.stdin.read()), 'characters')"))
        await reader.shows(f"{len(selected)} characters")
        await reader.press("escape")
        assert selected == reader.app.main.reader.selection.text
        assert reader.app.main.reading.has_focus


async def test_variables_describe_the_article(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j")
        await run(reader, python(TITLE))
        await reader.shows(f"{HARBOUR.title} {HARBOUR.author}")


async def test_a_missing_command_is_said(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await run(reader, "no-such-program --help")
        await reader.shows("no-such-program: no such command")
        assert "╭" not in "".join(reader.left)


async def test_a_running_command_blocks_no_key_and_is_cancelled(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await run(reader, python(SLEEP))
        await reader.shows("begun")
        await reader.shows("Running …")
        await reader.pilot.press("ctrl+c")
        await reader.shows("Cancelled")
        assert "begun" in reader.text
        await reader.press("q")
        assert "Cancelled" not in reader.text


async def test_leaving_stops_the_command(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        await run(reader, python(SLEEP))
        await reader.shows("begun")
        await reader.pilot.press("q")
        await reader.settled()
        assert "begun" not in reader.text


async def test_commands_typed_before_are_recalled(session: Session) -> None:
    first, second = python("print(1)"), python("print(2)")
    async with reading(session, size=(120, 40)) as reader:
        for line in (first, second):
            await run(reader, line)
            await reader.shows("│")
            await reader.press("q")
        await reader.press("vertical_line", "up", "up", "enter")
        assert f"{first}\n{second}" == session.setting("pipe_history")


async def test_configured_commands_have_keys_and_names(session: Session, tmp_path: Path) -> None:
    session.preferences.config = configured(
        tmp_path, f'[commands.title]\ncommand = {json.dumps(python(TITLE))}\nkey = "F6"\n'
    )
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("f6")
        await reader.shows("上線 林海風")
        await reader.press("q", "vertical_line")
        assert "or title" in reader.text
        await reader.type("ti")
        await reader.press("tab", "enter")
        await reader.shows("上線 林海風")


async def test_a_configured_key_that_is_taken_is_named(session: Session, tmp_path: Path) -> None:
    session.preferences.config = configured(
        tmp_path, '[commands]\nplain = "cat"\n[commands.title]\ncommand = "cat"\nkey = "t"\n'
    )
    async with reading(session, size=(120, 40)) as reader:
        await reader.shows("everywhere.command-title: t is")
