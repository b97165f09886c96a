"""`keys`: prints all keys, as they are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_every_command_is_printed_by_place(cli: CommandLine) -> None:
    found = cli("keys")
    assert (0, "") == (found.status, found.err)
    names = {line.split()[-1] for line in found.out.splitlines() if line.startswith("  ")}
    assert {command.id for command in declared_keys().commands} == names
    assert {row[0] for row in declared_keys().table()} == {
        line for line in found.out.splitlines() if line and not line.startswith(" ")
    }


def test_words_choose_rows_and_a_letter_is_a_key(cli: CommandLine) -> None:
    assert ["everywhere.bookmark"] == [record["name"] for record in cli("keys", "b", "--json").records]
    assert "everywhere.bookmarks" in {record["name"] for record in cli("keys", "BOOKMARK", "only", "--json").records}
    none = cli("keys", "no such words")
    assert (1, "") == (none.status, none.out)


def test_changed_keys_are_printed_as_changed(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(
        '[keys]\n"everywhere.bookmark" = "F7"\n"list.wrong" = "x"\n', "utf-8"
    )
    found = cli("keys", "everywhere.bookmark")
    assert "f7" in found.out.lower()
    assert "list.wrong" in found.err
