"""What a start costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tui_reader.library import Library
from tui_reader.query import Query
from tui_reader.ui.core.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

LATER = (
    "bs4", "gzip", "hashlib", "httpx", "lxml", "opencc", "pyperclip", "statistics", "webbrowser", "tui_reader.cleaning", "tui_reader.sources",
    "tui_reader.tagging", "tui_reader.app.importing", "tui_reader.app.recleaning", "tui_reader.library.amending",
    "tui_reader.library.backups", "tui_reader.library.bands", "tui_reader.library.curation", "tui_reader.library.feeds",
    "tui_reader.library.journal", "tui_reader.library.marks", "tui_reader.library.reader_data", "tui_reader.library.related",
    "tui_reader.library.searches", "tui_reader.library.storing", "tui_reader.library.trash", "tui_reader.library.vocabulary",
    "tui_reader.script", "tui_reader.text.names", "tui_reader.text.sketch", "textual.widgets._markdown", "textual.widgets._text_area",
)  # fmt: skip
"""Modules that the first frame of a filled library does not need."""

SCRIPT = """
import asyncio, sys
from pathlib import Path
from tui_reader.app.session import Session
from tui_reader.ui.app import ReaderApp

async def start():
    app = ReaderApp(Session(Path(sys.argv[1])))
    app.on_first_frame = lambda: loaded.extend(sys.modules)
    async with app.run_test() as pilot:
        await pilot.pause()

loaded = []
asyncio.run(start())
print(*loaded, sep="\\n")
"""


@pytest.mark.parametrize("library", ["stocked", "seeded"])
def test_nothing_heavy_is_loaded_at_start(library: str, request: pytest.FixtureRequest) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(request.getfixturevalue(library))],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "tui_reader.library.reading" in loaded
    assert set() == set(LATER) & loaded


def test_quitting_waits_for_no_read_but_for_what_has_effects_elsewhere() -> None:
    let_go, ended = Event(), []

    async def quit_while_reading() -> None:
        app: App[None] = App()
        async with app.run_test():
            workers = Workers(app)
            workers.read(let_go.wait, lambda _: None)
            workers.complete(lambda: ended.append(Event().wait(0.3)), lambda _: None)

    late = Timer(20, let_go.set)
    late.start()
    asyncio.run(quit_while_reading())
    assert not let_go.is_set()
    assert ended == [False]
    let_go.set()
    late.cancel()


def test_a_library_knows_whether_it_was_written(tmp_path: Path) -> None:
    Library.open(tmp_path / "library.db").close()
    with Library.open(tmp_path / "library.db") as library:
        library.listing(Query())
        assert not library.was_changed
        library.set_setting("theme", "nord")
        assert library.was_changed
