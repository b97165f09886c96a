"""The READMEs in Chinese: their keys, commands and links exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui_reader.cli.declarations import COMMANDS
from tui_reader.ui.registration import declared_keys

FOLDER = Path(__file__).parents[2] / ".github"


@pytest.fixture(params=["zh-Hant", "zh-Hans"])
def readme(request: pytest.FixtureRequest) -> str:
    return (FOLDER / f"README.{request.param}.md").read_text("utf-8")


def test_keys_are_bound(readme: str) -> None:
    keys = declared_keys()
    bound = {key for command in keys.commands for key in keys.shown(command).split()}
    named = {key for row in re.findall(r"^\| (`.*?) \|", readme, re.MULTILINE) for key in re.findall(r"`([^`]+)`", row)}
    assert len(named) > 15
    assert set() == named - bound


def test_commands_exist(readme: str) -> None:
    (sentence,) = re.findall(r"`tui-reader list`.*", readme)
    named = [each.removeprefix("tui-reader ") for each in re.findall(r"`([^`]+)`", sentence)]
    assert set() == set(named) - {*COMMANDS, "help"}


def test_links_lead_somewhere(readme: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", readme)
    assert [] == [link for link in links if not (FOLDER / link).exists()]


def test_the_readme_links_to_them() -> None:
    english = (FOLDER.parent / "README.md").read_text("utf-8")
    assert ".github/README.zh-Hant.md" in english
    assert ".github/README.zh-Hans.md" in english
