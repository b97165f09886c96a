"""The README, held against the code. `python -m tests.test_readme` writes the tables of keys and commands anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui_reader.cli.arguments import COMMANDS, PROGRAM, SCRIPTS
from tui_reader.config import Config, load
from tui_reader.ui.commands import key_table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def block(name: str) -> str:
    """What stands between the comments `<!-- name -->` and `<!-- /name -->`."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README.read_text("utf-8"), re.DOTALL)
    assert found, f"README.md has no part named {name}"
    return found[1]


def block_of_code(beginning: str) -> str:
    """The indented block whose first line begins so."""
    found = re.search(rf"^    {beginning}\n((?:    .*\n)+)", README.read_text("utf-8"), re.MULTILINE)
    assert found
    return "\n".join(
        line.split("  ")[0] if "·" not in line else line for line in found[1].replace("      ", "").splitlines()
    )


def keys() -> str:
    rows = [f"| {where} | {_code(shown)} | {what} |" for where, shown, what in key_table()]
    return "\n".join(["| where | keys | what they do |", "|---|---|---|", *rows, ""])


def commands() -> str:
    rows = [
        f"| `{PROGRAM} {name} {command.usage}` |".replace("  ", " ") + f" {command.summary} |"
        for name, command in COMMANDS.items()
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows, ""]).replace(" | --", " \\| --")


def _code(shown: str) -> str:
    return " ".join(f"`{key}`" for key in shown.split())


@pytest.mark.parametrize(("name", "expected"), [("keys", keys()), ("commands", commands())])
def test_tables_are_those_of_the_code(name: str, expected: str) -> None:
    assert expected == block(name)


def test_every_wording_is_told() -> None:
    text = README.read_text("utf-8")
    assert [] == [script for script in SCRIPTS if f"`{script}`" not in text]


def test_every_module_of_the_street_is_on_the_map() -> None:
    told = set(re.findall(r"[a-z_]+", block_of_code("tui_reader/")))
    there = {
        path.stem
        for path in (ROOT / "tui_reader").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert set() == {name for name in there - {"__init__", "__main__"} if name not in told}


def test_every_picture_and_file_named_is_there() -> None:
    named = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README.read_text("utf-8"))
    assert named
    assert [] == [path for path in named if not (ROOT / path).is_file()]


def test_every_dependency_is_named_with_its_reason() -> None:
    dependencies = re.search(
        r"^dependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert dependencies
    names = re.findall(r'"([A-Za-z0-9_-]+)', dependencies[1])
    text = README.read_text("utf-8")
    assert [] == [name for name in names if f"`{name}`" not in text]


def test_the_settings_shown_can_be_set(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown
    (tmp_path / "config.toml").write_text(shown[1], "utf-8")
    assert Config("tw", "hk", "textual-light", 64) == load(tmp_path / "config.toml")


def _write() -> None:
    text = README.read_text("utf-8")
    for name, table in (("keys", keys()), ("commands", commands())):
        head, tail = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(head)
        text = before + head + table + tail + rest.partition(tail)[2]
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    _write()
