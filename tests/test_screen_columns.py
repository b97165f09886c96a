"""Columns line up on a real pseudo-terminal for characters of disputed width.

The emulated terminal joins nothing: a joiner takes no room and each picture its own two cells, as on the plainest
terminals. The reader draws no sequence that others join (`tui_reader.text.cells.drawn`), so on them the columns are the same.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui_reader.library import Library
from tui_reader.model import Article, Passage

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
COLUMNS, ROWS = 110, 40

SIGNS = (
    "“引號”與‘單引’……破折——間隔·圓點●星★箭頭→①②③½×÷±°§α β γ",
    "家庭👨‍👩‍👧‍👦太空人👩🏽‍🚀彩虹旗🏳️‍🌈豎起👍🏿心❤️電話☎️鍵1️⃣旗🇭🇰🇹🇼傘☔️",
    "組合é́ñ がぎ 葛\U000e0100 ไทย हिन्दी 한글 한",
    "全形　空格　ＡＢＣ１２３，ｱｲｳ，半形「｡｣",
    "擴展𠀀𠮷𡃁𪚥𫝀𬺰𮯠𰀀𲎰與兼容豈更﨑",
    "八卦☰☱☲卦䷀䷁算籌𝍠𝍡麻將🀄撲克🂡新🫠🫨🪿",
)

pytestmark = pytest.mark.pty


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    body = tuple(
        Passage("paragraph", f"{sign}。" + f"隨後是一段普通的文字，用來折行；{sign}，到此為止。" * 2) for sign in SIGNS
    )
    article = Article("👨‍👩‍👧標題❤️“引”……☎️é", body, "hant", "utf-8", source="島嶼●日報", tags=("表情👍🏽", "破折——"))
    (tmp_path / "data").mkdir()
    with Library.open(tmp_path / "data" / "library.db") as library:
        for number in range(3):
            doubtful = replace(article, uncertain=number == 1)
            library.store(doubtful, bytes([number]), where=f"{number}.txt", path=None, now=NOW)
    (tmp_path / "config.toml").write_text("group_copies = false\n", encoding="utf-8")
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TUI_READER_DATA_DIR": str(tmp_path / "data"),
        "TUI_READER_CONFIG_DIR": str(tmp_path),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def border_of(terminal: Terminal, glyph: str) -> set[int]:
    """The columns where the pane's border stands, of all rows but the status line."""
    return {
        next((column for column in range(20, COLUMNS) if terminal.cell(row, column) == glyph), -1)
        for row in range(ROWS - 1)
    }


@pytest.mark.parametrize(("ambiguous", "glyph"), [(1, "│"), (2, "|")])
def test_every_row_lines_up(env: dict[str, str], ambiguous: int, glyph: str) -> None:
    command = [sys.executable, "-m", "tui_reader"]
    with Terminal(command, env, columns=COLUMNS, rows=ROWS, ambiguous=ambiguous) as terminal:
        terminal.wait_for("新🫠🫨🪿")
        terminal.settle()
        assert 1 == len(border_of(terminal, glyph))
        (border,) = border_of(terminal, glyph)
        titles = [
            {terminal.cell(row, column) for column in range(border)} for row in range(1, 7, 2)
        ]  # below the header
        assert 1 == sum("?" in cells for cells in titles)
        for row in range(ROWS - 1):
            # Nothing runs into the margin or the scroll bar, in the list or in the text.
            assert " " == terminal.cell(row, border - 1)
            assert " " == terminal.cell(row, border + 1) == terminal.cell(row, COLUMNS - 2)
        terminal.type("f")
        terminal.wait_for("表情👍")
        terminal.settle()
        right = {terminal.cell(row, COLUMNS - 1) for row in range(1, ROWS - 2)}
        assert right == {glyph} or right <= set("│|")


def test_a_first_line_is_indented_alike_everywhere(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("group_copies = false\nfirst_line_indent = true\n", encoding="utf-8")
    with Terminal([sys.executable, "-m", "tui_reader"], env, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for("新🫠🫨🪿")
        starts = {
            column
            for row in range(ROWS - 1)
            for column in range(COLUMNS)
            if terminal.cell(row, column) in "“家組全擴八" and terminal.cell(row, column - 2) == "\u3000"
        }
        assert 1 == len(starts)


def test_the_setting_says_two_to_a_terminal_that_cannot_be_asked(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("ambiguous_width = 2\n")
    with Terminal([sys.executable, "-m", "tui_reader"], env, columns=COLUMNS, rows=ROWS, ambiguous=2) as terminal:
        terminal.wait_for("新🫠🫨🪿")
        terminal.settle()
        assert b"\x1b[6n" not in terminal.raw
        assert 1 == len(border_of(terminal, "|"))
