"""What a start costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "bs4", "gzip", "hashlib", "httpx", "lxml", "opencc", "pyperclip", "webbrowser", "tui_reader.cleaning", "tui_reader.sources",
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
