"""The seeds read from top to bottom on a real pseudo-terminal, at four sizes and in both scripts.

What stands on the screen is judged, not what was meant to: every row of the reading pane is read off the cells, pages
are joined where they overlap, and each paragraph's rows are held against the rules of `tests.typography`.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcswidth

from tests.terminal import Terminal
from tests.typography import faults, holes
from tui_reader.app.session import Session
from tui_reader.model import Added
from tui_reader.present.display import text_converter
from tui_reader.present.pieces import pieces_of
from tui_reader.query import Query
from tui_reader.ui.reader.initial import WELCOMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.model import Shown

ROOT = Path(__file__).parents[1]
SIZES = ((60, 20), (80, 24), (120, 40), (200, 50))
PATIENCE = 30.0
WIDE = 90
"""Columns from which list and article stand side by side."""

SCROLL_BAR = " ▁▂▃▄▅▆▇"
LEADS = ("■ ", "• ", "▫ ", "▎ ")
_SEEN = re.compile(r"[^\W_]")

pytestmark = pytest.mark.pty


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("library")
    with Session(directory) as session:
        taken = list(session.import_paths([str(ROOT / "seeds")]))
        session.library.set_setting(WELCOMED, str(True))
    assert all(isinstance(progress.outcome, Added) for progress in taken)
    return directory


@pytest.mark.parametrize("shown", ["cn", "tw"])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_seed_is_set_by_the_rules(library: Path, tmp_path: Path, columns: int, rows: int, shown: Shown) -> None:
    shutil.copytree(library, tmp_path / "data")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(f'script = "{shown}"\n')
    with Session(tmp_path / "data") as session:
        articles = [list(_texts(session, key, shown)) for key in session.library.listing(Query()).article_ids]
    with Terminal([sys.executable, "-m", "tui_reader"], _env(tmp_path), columns=columns, rows=rows) as terminal:
        terminal.wait_for("1/5")
        terminal.settle()
        terminal.type("\r")
        for number, texts in enumerate(articles, 1):
            terminal.wait_for(f"{number}/5")
            _judge(_read_whole(terminal, texts), texts)
            terminal.type("J")
        assert 5 == number


def _env(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TUI_READER_DATA_DIR": str(home / "data"),
        "TUI_READER_CONFIG_DIR": str(home / "config"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def _texts(session: Session, key: int, shown: Shown) -> Iterator[str]:
    """The texts of an article's paragraphs and headings, as shown."""
    article = session.library.stored(key).article
    turn = text_converter(article, shown, session.converter)
    for piece in pieces_of(article, ()):
        if piece.look in {"title", "deck", "heading", "paragraph", "quote", "list_item", "caption"}:
            yield turn([piece.text])[0]


# From the screen


def _read_whole(terminal: Terminal, texts: Sequence[str]) -> list[str]:
    """All rows of the article: read again while parts of it were yet to be turned into the script asked for."""
    end = monotonic() + PATIENCE
    while True:
        terminal.type("\x1b[H")
        terminal.wait_for(lambda _: _is_whole(terminal) and _essence(texts[0]) in _essence("".join(_pane(terminal))))
        rows = _read_through(terminal)
        missing = [text for text in texts if not _block(rows, text)]
        if not missing:
            return rows
        assert monotonic() < end, f"not whole on the screen: {missing[0][:40]}\n" + "\n".join(rows)


def _read_through(terminal: Terminal) -> list[str]:
    """Page by page to the end."""
    read: list[str] = []
    while True:
        pane = _pane(terminal)
        read = _joined(read, pane)
        terminal.type("\x1b[6~")
        terminal.wait_for(partial(_has_moved, terminal, pane))
        if _pane(terminal) == pane:
            return read


def _pane(terminal: Terminal) -> list[str]:
    """The reading pane's rows, without border and scroll bar."""
    left = 0
    if terminal.columns >= WIDE:
        left = next(column for column in range(terminal.columns) if terminal.cell(0, column) == "│") + 1
        assert {"│"} == {terminal.cell(row, left - 1) for row in range(terminal.rows - 1)}
    assert set(SCROLL_BAR) >= {terminal.cell(row, terminal.columns - 1) for row in range(terminal.rows - 1)}
    return [
        "".join(terminal.cell(row, column) for column in range(left, terminal.columns - 1)).rstrip(" ")
        for row in range(terminal.rows - 1)
    ]


def _has_moved(terminal: Terminal, before: list[str], _: str) -> bool:
    return _is_whole(terminal) and (_pane(terminal) != before or _at_end(terminal))


def _at_end(terminal: Terminal) -> bool:
    return "│ end │" in terminal.lines()[-1]


def _is_whole(terminal: Terminal) -> bool:
    """No frame is half drawn."""
    return terminal.raw.rfind(b"\x1b[?2026l") > terminal.raw.rfind(b"\x1b[?2026h")


def _joined(read: list[str], pane: list[str]) -> list[str]:
    """Pages put together at their longest overlap."""
    for overlap in range(min(len(read), len(pane)), 0, -1):
        if read[-overlap:] == pane[:overlap]:
            return read + pane[overlap:]
    return read + pane


# Judged


def _judge(rows: Sequence[str], texts: Sequence[str]) -> None:
    margin = min(len(row) - len(row.lstrip(" ")) for row in rows if row)
    shown = [row[margin:] for row in rows]
    measure = max(map(wcswidth, shown))
    for text in texts:
        block = _block(shown, text)
        paragraph = _as_set(block, text)
        assert [] == list(faults(paragraph, block, measure))
        room = measure - 4 - max(map(wcswidth, LEADS))
        for torn in holes(block, room):
            following = block[block.index(torn) + 1]
            first = re.match(r"[「『（《“([]*(?:[!-~]+|.)[，。、：；？！」』）》”]*", following)
            assert first is not None
            assert wcswidth(torn) + wcswidth(first[0]) > room, f"a hole in: {torn!r} {following!r}"


def _block(rows: Sequence[str], text: str) -> list[str]:
    """The rows that together show the text, without indents and leads; none if there are no such."""
    wanted = _essence(text)
    for number, row in enumerate(rows):
        first = seen = _essence(row)
        last = number + 1
        while first and wanted.startswith(seen) and last < len(rows) and rows[last] and seen != wanted:
            seen += _essence(rows[last])
            last += 1
        if seen == wanted:
            return [row.removeprefix("▎ ").strip("\u3000 ■•▫") for row in rows[number:last]]
    return []


def _essence(text: str) -> str:
    """Letters, digits and Han: what no indent, sign or repair of punctuation changes."""
    return "".join(_SEEN.findall(text))


def _as_set(block: Sequence[str], text: str) -> str:
    """The block's rows in one, with a space where the text has one and the row's end swallowed it."""
    spaced = {len(_essence(text[: found.start()])) for found in re.finditer(r"\s+", text)}
    whole, seen = "", 0
    for row in block:
        whole += (" " if seen in spaced else "") + row
        seen += len(_essence(row))
    return whole
