"""The README agrees with the code. `python -m tests.test_readme` rewrites its tables of keys, commands and settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui_reader.cli.arguments import PROGRAM
from tui_reader.cli.configuring import toml_form
from tui_reader.cli.declarations import COMMANDS
from tui_reader.cli.options import SCRIPTS
from tui_reader.config import load
from tui_reader.script import converter
from tui_reader.script.glossary import parse_glossary
from tui_reader.settings import SETTINGS
from tui_reader.ui.core.remapping import remapped
from tui_reader.ui.features.manual.sections import cheat_sheet
from tui_reader.ui.registration import declared_keys

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
    rows = [f"| {_code(row.keys)} | {row.what} |" for row in cheat_sheet(declared_keys()).rows]
    return "\n".join(["| keys | what they do |", "|---|---|", *rows, ""])


def commands() -> str:
    rows = [
        f"| `{PROGRAM} {name} {command.usage.replace('|', _PIPE)}` |".replace("  ", " ") + f" {command.summary} |"
        for name, command in COMMANDS.items()
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows, ""])


def settings() -> str:
    rows = [
        f"| `{each.name}` | `{toml_form(each.default)}` | {each.described_values} | {each.meaning} |"
        for each in SETTINGS
    ]
    return "\n".join(["| setting | default | values | meaning |", "|---|---|---|---|", *rows, ""])


_PIPE = r"\|"
"""A bar within a cell; a bare one would begin the next cell."""


def _code(shown: str) -> str:
    return " ".join(f"`{key}`" for key in shown.split())


TABLES = {"keys": keys(), "commands": commands(), "settings": settings()}


@pytest.mark.parametrize(("name", "expected"), TABLES.items(), ids=TABLES.keys())
def test_tables_are_those_of_the_code(name: str, expected: str) -> None:
    assert expected == block(name)


def test_readme_names_every_wording() -> None:
    text = README.read_text("utf-8")
    assert [] == [script for script in SCRIPTS if f"`{script}`" not in text]


def test_readme_map_names_every_module() -> None:
    told = set(re.findall(r"[a-z_]+", block_of_code("tui_reader/")))
    there = {
        path.stem
        for path in (ROOT / "tui_reader").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert set() == {name for name in there - {"__init__", "__main__"} if name not in told}


def test_every_referenced_file_exists() -> None:
    named = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README.read_text("utf-8"))
    assert named
    assert [] == [path for path in named if not (ROOT / path).is_file()]


def test_readme_names_every_dependency() -> None:
    dependencies = re.search(
        r"^dependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert dependencies
    names = re.findall(r'"([A-Za-z0-9_.-]+)', dependencies[1])
    text = README.read_text("utf-8")
    assert [] == [name for name in names if f"`{name}`" not in text]


def test_settings_in_the_readme_are_valid(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown
    (tmp_path / "config.toml").write_text(shown[1], "utf-8")
    config = load(tmp_path / "config.toml")
    assert ("tw", "hk", "sepia", 64, "auto") == (
        config.script, config.region, config.theme, config.measure, config.ambiguous_width,
    )  # fmt: skip
    assert (True, True, False) == (config.reduced_motion, config.terminal_cursor, config.typographic_repair)
    assert (False, True) == (config.first_line_indent, config.latin_gap)
    assert ["count", "dictionary"] == [command.name for command in config.commands]
    assert (4, ()) == (len(config.keys), remapped(config.keys, declared_keys(config=config)).faults)


def test_explanation_in_the_readme_is_current() -> None:
    shown = re.search(
        r"\$ echo (\S+) \| tui-reader convert --to (\w+) --explain\n(.*?)```", README.read_text("utf-8"), re.DOTALL
    )
    assert shown
    text, target, lines = shown.groups()
    found = converter(target).explain(text)
    assert [line.split("\t")[1:4] for line in lines.splitlines()] == [
        [str(place.start + 1), place.source, place.target] for place in found
    ]
    assert [place.entry.partition(" ")[2] for place in found] == [
        line.split("\t")[4].partition(" ")[2] for line in lines.splitlines()
    ]


def test_glossary_in_the_readme_is_valid() -> None:
    shown = re.search(r"```tsv\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown
    glossary = parse_glossary(shown[1])
    assert (3, ()) == (len(glossary.rows), glossary.problems)
    assert "洋芋和佐伯格的小軟體" == converter("tw", glossary).convert("土豆和扎克伯格的小程序")
    assert "薯仔和佐伯格的小程式" == converter("hk", glossary).convert("土豆和扎克伯格的小程序")


def _write() -> None:
    text = README.read_text("utf-8")
    for name, table in TABLES.items():
        head, tail = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(head)
        text = before + head + table + tail + rest.partition(tail)[2]
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    _write()
