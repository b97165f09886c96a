"""Versions of a story on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.stories import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_versions_of_a_story_are_named_at_import_and_in_the_list(cli: CommandLine, tmp_path: Path) -> None:
    texts = HARBOUR, f"{HARBOUR}\n\n本文转自网络，未经核实。"
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    first = cli("import", str(tmp_path / "0.txt"))
    second = cli("import", str(tmp_path / "1.txt"))
    assert "similar" not in first.err
    (one, two) = cli("list", "--json").records
    known = next(row for row in (one, two) if row["path"].endswith("0.txt"))
    assert f"similar to {known['id']} {known['title']}" in second.err
    assert [[two["id"]], [one["id"]]] == [one["copies"], two["copies"]]
    assert f"(= {two['id']})" in cli("list").out.splitlines()[0]
