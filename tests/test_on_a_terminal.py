"""What only a real pseudo-terminal shows: keys as bytes, the terminal's own cursor, colours as they are sent."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import Terminal
from tests.ui.screens import stock
from tui_reader.library import Library

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
        reader.wait_for("All keys and signs")
        reader.type("ｑ")
        reader.wait_for(lambda text: "All keys and signs" not in text)
        reader.type("、")
        reader.wait_for("is:unread|bookmarked")
        reader.type("ｑ，软件")
        reader.wait_for("ｑ，软件")


def test_keys_of_ones_own(env: dict[str, str]) -> None:
    env = configured(env, '[keys]\n"list.down" = ["n", "ctrl+n"]\n"everywhere.quit" = "Q"\n"list.up" = "x y"\n')
    with Terminal(COMMAND, env) as reader:
        reader.wait_for("1/3")
        reader.wait_for("list.up: “x y” is no key")
        reader.type("n\x0e")
        reader.wait_for("3/3")
        reader.type("Q")
        assert reader.exit_status() == 0
