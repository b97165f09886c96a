"""Settings in force: the file's or the reader's, whichever was changed later; writing config.toml."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from tui_reader.app.config_file import commented, create, write_setting
from tui_reader.app.session import Session
from tui_reader.config import Config, load
from tui_reader.errors import SettingsError
from tui_reader.settings import BY_NAME, SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.app.preferences import Preferences

OWN = """\
# mine
theme = "paper" # at day
# measure = 64

[keys] # below
"list.down" = "n"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def preferences(path: Path, text: str | None = None) -> Preferences:
    """Those of a start with this text in the file."""
    if text is not None:
        path.write_text(text, "utf-8")
    return Session(path.parent, config=load(path), config_path=path).preferences


def in_force(found: Preferences, name: str) -> tuple[object, str]:
    return found.of(BY_NAME[name])[1:]


def test_defaults_of_the_declarations_are_valid() -> None:
    assert [] == [setting.name for setting in SETTINGS if not setting.accepts(setting.default)]
    assert {setting.name for setting in SETTINGS} <= set(Config.__slots__)


def test_a_value_is_of_the_default_the_file_or_the_reader(path: Path) -> None:
    found = preferences(path, 'theme = "paper"\n')
    found.keep("measure", "50")
    assert ("paper", "config.toml") == in_force(found, "theme")
    assert (50, "reader") == in_force(found, "measure")
    assert ("tw", "default") == in_force(found, "region")


def test_the_later_change_is_in_force(path: Path) -> None:
    preferences(path, 'theme = "paper"\n').keep("theme", "sepia")
    assert "sepia" == preferences(path).text("theme")
    later = preferences(path, 'theme = "night"\n')
    assert "night" == later.text("theme")
    assert ("night", "config.toml") == in_force(later, "theme")


def test_what_earlier_versions_stored_stays_in_force(path: Path) -> None:
    found = preferences(path, 'theme = "paper"\n')
    Session(path.parent).library.set_setting("theme", "sepia")
    assert ("sepia", "reader") == in_force(found, "theme")
    assert "" == found.change(BY_NAME["theme"], "night")
    assert ("night", "config.toml") == in_force(preferences(path), "theme")


def test_a_change_is_written_and_reset(path: Path) -> None:
    found = preferences(path, OWN)
    assert "" == found.change(BY_NAME["measure"], 50)
    assert (50, "config.toml") == in_force(found, "measure")
    assert OWN.replace("# measure = 64", "measure = 50") == path.read_text("utf-8")
    found.change(BY_NAME["measure"], None)
    assert (64, "default") == in_force(found, "measure")
    assert OWN == path.read_text("utf-8")


def test_a_file_that_cannot_be_written_leaves_the_change_to_the_library(path: Path) -> None:
    found = preferences(path, "theme =")
    assert "not valid TOML" in found.change(BY_NAME["measure"], 50)
    assert "theme =" == path.read_text("utf-8")
    assert (50, "reader") == in_force(preferences(path), "measure")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "latin_gap = true\n"),
        ("# a\n", "# a\nlatin_gap = true\n"),
        ("latin_gap = false # b\n", "latin_gap = true # b\n"),
        ('"latin_gap" = false\n', '"latin_gap" = true\n'),
        ("[keys]\n# latin_gap = 1\n", "latin_gap = true\n\n[keys]\n# latin_gap = 1\n"),
        ("# latin_gap = an example\n", "# latin_gap = an example\nlatin_gap = true\n"),
        ('\N{ZERO WIDTH NO-BREAK SPACE}theme = "x"\n', 'theme = "x"\nlatin_gap = true\n'),
    ],
)
def test_only_the_line_of_the_setting_is_changed(path: Path, before: str, after: str) -> None:
    path.write_text(before, "utf-8")
    write_setting(path, "latin_gap", value=True)
    assert after == path.read_text("utf-8")


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("", "utf-8")
    path.symlink_to(real)
    write_setting(path, "measure", 40)
    assert path.is_symlink()
    assert "measure = 40\n" == real.read_text("utf-8")


def test_the_commented_file_shows_the_defaults(path: Path) -> None:
    create(path)
    assert Config() == load(path)
    lines = (line.removeprefix("# ") for line in commented().splitlines())
    shown = "\n".join(line for line in lines if line.partition(" = ")[0] in BY_NAME)
    assert {setting.name: setting.default for setting in SETTINGS} == tomllib.loads(shown)
    with pytest.raises(SettingsError, match="exists"):
        create(path)


def test_each_setting_is_put_in_its_place_of_the_commented_file(path: Path) -> None:
    create(path)
    for setting in SETTINGS:
        write_setting(path, setting.name, setting.choices[-1])
    assert (len(commented().splitlines()), ()) == (len(path.read_text("utf-8").splitlines()), load(path).faults)
    for setting in SETTINGS:
        write_setting(path, setting.name, None)
    assert commented() == path.read_text("utf-8")
