"""What a start costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "bs4", "httpx", "lxml", "opencc", "pyperclip", "webbrowser", "tui_reader.cleaning", "tui_reader.sources", "tui_reader.tagging",
    "tui_reader.app.importing", "tui_reader.app.recleaning", "textual.widgets._markdown", "textual.widgets._text_area",
)  # fmt: skip

SCRIPT = """
import asyncio, sys
from pathlib import Path
from tui_reader.app.session import Session
from tui_reader.ui.app import ReaderApp

async def start():
    async with ReaderApp(Session(Path(sys.argv[1]))).run_test() as pilot:
        await pilot.pause()

asyncio.run(start())
print(*sys.modules, sep="\\n")
"""


@pytest.mark.parametrize("library", ["stocked", "seeded"])
def test_nothing_heavy_is_loaded_at_start(library: str, request: pytest.FixtureRequest) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(request.getfixturevalue(library))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not set(LATER) & set(done.stdout.split())
