"""What a new user types first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui_reader.cli import listing

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine


@pytest.mark.parametrize("words", [("help",), ("help", "nothing")])
def test_help_lists_the_commands(cli: CommandLine, words: tuple[str, ...]) -> None:
    assert (0, cli("--help").out) == cli(*words)[:2]


def test_help_of_a_command_is_its_own(cli: CommandLine) -> None:
    assert cli("list", "--help").out == cli("help", "list").out != cli("help").out


def test_a_list_of_nothing_says_so_on_a_terminal_only(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (0, "", "") == cli("list")
    monkeypatch.setattr(listing, "is_terminal", lambda _: True)
    assert (0, "", f"tui-reader: {listing.NOTHING_IN}\n") == cli("list")
    assert (0, "", f"tui-reader: {listing.NOTHING_MATCHES}\n") == cli("list", "is:bookmarked")
