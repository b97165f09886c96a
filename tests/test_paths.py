"""Paths of the data and configuration directories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader import paths


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (paths.DATA_DIR_VARIABLE, paths.CONFIG_DIR_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_argument_overrides_the_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUI_READER_DATA_DIR", "/there")
    assert Path("/there") == paths.data_dir()
    assert Path("/here") == paths.data_dir("/here")


def test_empty_environment_variable_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TUI_READER_DATA_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert tmp_path in paths.data_dir().parents


def test_tilde_expands_to_the_home_directory(tmp_path: Path) -> None:
    assert tmp_path / "x" == paths.data_dir("~/x")


def test_a_relative_directory_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert tmp_path / "x" == paths.data_dir("x")


def test_the_settings_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "config.toml" == paths.config_path().name
    monkeypatch.setenv("TUI_READER_CONFIG_DIR", str(tmp_path))
    assert tmp_path / "config.toml" == paths.config_path()
