"""Completions, and the man page."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui_reader.build_hook import man_page
from tui_reader.cli.declarations import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def completed(line: str, tmp_path: Path) -> list[str]:
    """What the program answers to a bash that completes this line."""
    answer = tmp_path / "answer"
    asked = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_STDOUT_FILENAME": str(answer), "_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
             "COMP_LINE": line, "COMP_POINT": str(len(line)), "COMP_TYPE": "", "_ARGCOMPLETE_COMP_WORDBREAKS": ""}  # fmt: skip
    subprocess.run([sys.executable, "-m", "tui_reader"], env=os.environ | asked, check=True, capture_output=True)
    return [word.strip() for word in answer.read_text("utf-8").split("\n") if word.strip()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completions(cli: CommandLine, shell: str) -> None:
    status, out, err = cli("completion", shell)
    assert (0, "") == (status, err)
    assert "_ARGCOMPLETE" in out
    assert "tui-reader" in out


def test_an_unknown_shell_is_named(cli: CommandLine) -> None:
    status, _, err = cli("completion", "csh")
    assert 2 == status
    assert "csh" in err


def test_commands_and_options_complete(tmp_path: Path) -> None:
    assert set(filter(None, COMMANDS)) <= set(completed("tui-reader ", tmp_path))
    assert ["--format"] == completed("tui-reader export --fo", tmp_path)
    assert {"md", "epub"} < set(completed("tui-reader export --format ", tmp_path))


@pytest.mark.usefixtures("filled")
def test_ids_and_tags_complete(cli: CommandLine, tmp_path: Path) -> None:
    ids = cli.ids()
    assert set(ids) <= set(completed("tui-reader show ", tmp_path))
    cli("tag", ids[0], "+海运")
    assert "tag:海运" in completed("tui-reader list tag:", tmp_path)
    assert ["source:"] == completed("tui-reader list sour", tmp_path)


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    completed("tui-reader show ", tmp_path)
    assert not (tmp_path / "data").exists()


def test_the_man_page_has_each_command_and_option() -> None:
    page = man_page("1.2", "reads").replace("\\-", "-")
    assert "reads" in page
    assert all(
        f"COMMAND 'tui-reader {name}'" in page.replace("\\fI\\,", "").replace("\\/\\fR", "")
        for name in COMMANDS
        if name
    )
    assert "--overwrite" in page
