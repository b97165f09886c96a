"""Settings in config.toml, and error messages for invalid ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui_reader.config import Config, UserCommand, load

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_missing_file_means_no_settings(tmp_path: Path) -> None:
    assert Config() == load(tmp_path / "config.toml") == load(written(tmp_path, ""))


def test_settings_are_read(tmp_path: Path) -> None:
    config = load(
        written(tmp_path, 'script = "tw"\nregion = "hk"\ntheme = "paper"\nmeasure = 60\ntypographic_repair = false\n')
    )
    assert Config("tw", "hk", "paper", 60, typographic_repair=False) == config
    assert ("tw", "60", None) == (config.setting("script"), config.setting("measure"), config.setting("nothing"))


def test_ambiguous_width_is_a_number_or_auto(tmp_path: Path) -> None:
    assert "2" == load(written(tmp_path, "ambiguous_width = 2")).setting("ambiguous_width")
    assert "auto" == load(written(tmp_path, 'ambiguous_width = "auto"')).setting("ambiguous_width")


def test_keys_are_taken_as_they_are_written(tmp_path: Path) -> None:
    config = load(written(tmp_path, '[keys]\n"list.down" = "n"\nlist.up = ["p", "↑"]\n"list.none" = 5\n'))
    assert {"list.down": "n", "list.up": ["p", "↑"], "list.none": 5} == config.keys
    assert None is config.setting("keys")


def test_commands_are_lines_or_tables(tmp_path: Path) -> None:
    text = '[commands]\ncount = "wc -m"\n[commands."词典"]\ncommand = "sdcv -n"\nkey = "F6"\nseconds = 5\n'
    config = load(written(tmp_path, text))
    assert (UserCommand("count", "wc -m"), UserCommand("词典", "sdcv -n", 5)) == config.commands
    assert {"everywhere.command-词典": "F6"} == config.keys
    assert () == config.faults


@pytest.mark.parametrize(
    "line", ['x = ""', "x = 1", '"a\'b" = "cat"', "x = {command = 'cat', seconds = 0}", "x = {key = 'e'}"]
)
def test_commands_that_cannot_be_run_are_named(tmp_path: Path, line: str) -> None:
    config = load(written(tmp_path, f"[commands]\n{line}\n"))
    assert () == config.commands
    assert "must be a command, or a table" in config.faults[0]


def test_unknown_setting_is_none() -> None:
    assert None is Config().setting("setting")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('colour = "red"', "no setting named colour"),
        ('them = "paper"', "no setting named them (is it theme?)"),
        ("key = 1", "no setting named key (is it keys?)"),
        ("measure = 61", "measure must be an even number of cells from 20 to 160, not 61"),
        ("measure = true", "measure must be"),
        ('measure = "wide"', "measure must be"),
        ('script = "klingon"', "script must be one of source, cn, tw, hk, not 'klingon'"),
        ("script = ['tw']", "script must be"),
        ('region = "cn"', "region must be one of tw, hk"),
        ('theme = " "', "theme must be the name of a theme"),
        ("reduced_motion = 1", "reduced_motion must be true or false, not 1"),
        ("keys = 5", "keys must be a table"),
        ("theme =", "not valid TOML"),
        ("ambiguous_width = 3", 'ambiguous_width must be "auto" (the terminal is asked), 1 or 2, not 3'),
        ("ambiguous_width = true", "ambiguous_width must be"),
        ('ambiguous_width = "2"', "ambiguous_width must be"),
        ('first_line_indent = "yes"', 'first_line_indent must be "auto" (where the screen is low), true or false'),
        (b"theme = '\xff'", "not UTF-8"),
    ],
)
def test_invalid_settings_are_described_and_ignored(tmp_path: Path, text: str | bytes, words: str) -> None:
    config = load(written(tmp_path, text))
    (fault,) = config.faults
    assert words in fault
    assert Config(faults=config.faults) == config


def test_valid_settings_hold_beside_invalid_ones(tmp_path: Path) -> None:
    config = load(written(tmp_path, 'theme = "paper"\nmeasure = 7\nsize = 3\n'))
    assert ("paper", None, 2) == (config.theme, config.measure, len(config.faults))


def test_folder_in_place_of_the_file_is_described(tmp_path: Path) -> None:
    assert "cannot read" in load(tmp_path).faults[0]
