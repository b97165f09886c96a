"""`config`: lists settings and writes a file to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.settings import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_settings_are_listed_with_origin(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("measure = 50\n", "utf-8")
    found = cli("config")
    assert (0, "") == (found.status, found.err)
    rows = [line.split() for line in found.out.splitlines()]
    assert [setting.name for setting in SETTINGS] == [row[0] for row in rows]
    assert ["measure", "50", "config.toml"] in rows
    assert ["theme", '"night"', "default"] in rows
    (record,) = (record for record in cli("config", "--json").records if record["name"] == "measure")
    assert (50, 64, "config.toml") == (record["value"], record["default"], record["origin"])
    assert not (tmp_path / "data").exists()


def test_lists_and_tables_of_the_file_are_listed(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(
        'watch = ["/a"]\n[keys]\n"list.down" = "n"\n[commands]\ndict = "sdcv"\n', "utf-8"
    )
    assert [("watch", ["/a"]), ("keys", {"list.down": "n"}), ("commands", {"dict": "sdcv"})] == [
        (record["name"], record["value"]) for record in cli("config", "--json").records[len(SETTINGS) :]
    ]


def test_unknown_names_are_named_with_the_nearest(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("mesure = 50\n", "utf-8")
    found = cli("config")
    assert 1 == found.status
    assert "no setting named mesure (is it measure?)" in found.err


def test_init_writes_a_file_once(cli: CommandLine, tmp_path: Path) -> None:
    assert 0 == cli("config", "--init").status
    path = tmp_path / "config" / "config.toml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    again = cli("config", "--init")
    assert (1, True) == (again.status, "exists" in again.err)
    assert path.read_text("utf-8").endswith("# mine\n")
