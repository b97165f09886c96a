"""On a real pseudo-terminal: keys as bytes, the terminal's cursor, colours as sent."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import Terminal
from tests.ui.screens import stock
from tui_reader.library import Library
from tui_reader.ui.reader.initial import WELCOMED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

COMMAND = [sys.executable, "-m", "tui_reader"]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A home with a library of three articles."""
    (tmp_path / "data").mkdir()
    (tmp_path / "config").mkdir()
    with Library.open(tmp_path / "data" / "library.db") as library:
        stock(library)
        library.set_setting(WELCOMED, str(True))
    keep = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    return keep | {
        "HOME": str(tmp_path),
        "TUI_READER_DATA_DIR": str(tmp_path / "data"),
        "TUI_READER_CONFIG_DIR": str(tmp_path / "config"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }


def configured(env: dict[str, str], text: str) -> dict[str, str]:
    with open(f"{env['TUI_READER_CONFIG_DIR']}/config.toml", "w", encoding="utf-8") as file:  # noqa: PTH123 - a name from an environment
        file.write(text)
    return env


def test_keys_under_an_input_method(env: dict[str, str]) -> None:
    with Terminal(COMMAND, env) as reader:
        reader.wait_for("1/3")
        reader.type("ｊ")
        reader.wait_for("2/3")
        reader.type("ｔ")
        reader.wait_for("简体")
        reader.type("？")
        reader.wait_for("─ Keys ─")
        reader.type("ｑ")
        reader.wait_for(lambda text: "─ Keys ─" not in text)
        reader.type("、")
        reader.wait_for("is:unread|bookmarked")
        reader.type("ｑ，软件")
        reader.wait_for("ｑ，软件")


def test_keys_of_ones_own(env: dict[str, str]) -> None:
    env = configured(env, '[keys]\n"list.down" = ["n", "ctrl+n"]\n"everywhere.quit" = "Q"\n"list.up" = "x y"\n')
    with Terminal(COMMAND, env) as reader:
        reader.wait_for("1/3")
        reader.wait_for("list.up: “x y” is not a key")
        reader.type("n\x0e")
        reader.wait_for("3/3")
        reader.type("Q")
        assert reader.exit_status() == 0


def where(reader: Terminal) -> tuple[int, int]:
    """Row and column of the terminal's own cursor."""
    reader.settle()
    return reader.cursor


def at_cursor(reader: Terminal) -> str:
    """What stands from the terminal's cursor on."""
    row, column = where(reader)
    return "".join(reader.cell(row, at) for at in range(column, reader.columns)).strip()


def test_the_terminals_cursor_is_in_the_list_and_the_article(env: dict[str, str]) -> None:
    with Terminal(COMMAND, env, columns=120, rows=30) as reader:
        reader.wait_for("1/3")
        assert at_cursor(reader).startswith("▌● 【島嶼能源】")
        reader.type("j")
        assert at_cursor(reader).startswith("▌● 港口自动化提速")
        reader.type("k\r")
        reader.settle()
        reader.type("  ")
        assert at_cursor(reader).startswith(reader.lines()[0].rpartition("│")[2].strip())
        reader.type("Z")
        reader.settle()
        assert at_cursor(reader) == reader.lines()[0].strip()
        reader.type("\x1b")
        reader.settle()
        reader.type("\x1b")
        reader.settle()
        assert at_cursor(reader).startswith("▌  【島嶼能源】")


def test_it_is_where_lines_were_removed(env: dict[str, str]) -> None:
    with Terminal(COMMAND, env, columns=120, rows=30) as reader:
        reader.wait_for("1/3")
        reader.type("\r")
        reader.settle()
        reader.type("x")
        assert at_cursor(reader).startswith("▌   【島嶼能源】")
        reader.type("j")
        assert at_cursor(reader).startswith("▌   ▎ 六十座風機")


def test_it_is_in_the_tag_panel_and_on_the_line_to_type_on(env: dict[str, str]) -> None:
    with Terminal(COMMAND, env, columns=120, rows=30) as reader:
        reader.wait_for("1/3")
        reader.type("f")
        reader.wait_for("#島嶼日報")
        assert at_cursor(reader).startswith("▌  島嶼日報")
        reader.type("\x1b[B")
        assert not at_cursor(reader).startswith("▌  島嶼日報")
        assert at_cursor(reader).startswith("▌")
        reader.type("/")
        reader.wait_for("find tag:")
        reader.type("港")
        row, column = where(reader)
        assert " find tag: 港" == reader.lines()[row]
        assert column == 13


def test_it_is_in_help_and_in_the_palette(env: dict[str, str]) -> None:
    with Terminal(COMMAND, env, columns=120, rows=30) as reader:
        reader.wait_for("1/3")
        reader.type("?")
        reader.wait_for("─ Keys ─")
        assert at_cursor(reader).startswith("First of all")
        reader.type("jj")
        assert not at_cursor(reader).startswith("First of all")
        reader.type("q")
        reader.wait_for(lambda text: "─ Keys ─" not in text)
        assert at_cursor(reader).startswith("▌● 【島嶼能源】")
        reader.type("\x10")
        reader.wait_for("Search for commands")
        reader.type("zen")
        row, column = where(reader)
        assert reader.lines()[row][:column].strip().endswith("zen")
        reader.type("\x1b")
        assert at_cursor(reader).startswith("▌● 【島嶼能源】")


def test_the_cursor_is_shown_only_where_that_was_asked_for(env: dict[str, str]) -> None:
    for line, hidden in (("", True), ("terminal_cursor = true\n", False)):
        with Terminal(COMMAND, configured(env, line)) as reader:
            reader.wait_for("1/3")
            reader.settle()
            assert hidden == reader.cursor_is_hidden


def colours(reader: Terminal) -> set[bytes]:
    """The parameters that set a colour, but for those that set the terminal's own. (8 hides what asks how wide it is.)"""
    sent = {part for found in re.findall(rb"\x1b\[([0-9;]*)m", bytes(reader.raw)) for part in found.split(b";")}
    return sent - {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"8", b"9", b"39", b"49"}


@pytest.mark.parametrize("theme", ["night", "paper", "ansi-dark", "textual-light"])
def test_no_colour_means_none(env: dict[str, str], theme: str) -> None:
    with Terminal(COMMAND, configured(env | {"NO_COLOR": "1"}, f'theme = "{theme}"\n')) as reader:
        reader.wait_for("1/3")
        reader.type("bjv")
        reader.wait_for("✓")
        for keys in ("f\x1b[Bx", "\x1b", "\x1b", "?", "q", "\x10", "\x1b", "/\x1b"):
            reader.type(keys)
            reader.settle()
        assert set() == colours(reader)
        for sign in "★●▌":
            assert sign in reader.text()


def test_a_theme_of_the_terminals_colours_sends_those(env: dict[str, str]) -> None:
    with Terminal(COMMAND, configured(env, 'theme = "ansi-light"\n')) as reader:
        reader.wait_for("1/3")
        reader.settle()
        assert b"35" in colours(reader)
        assert b"38" not in colours(reader)
