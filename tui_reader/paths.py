"""Paths of the program's files: the library in the data directory, settings and user glossary in the config directory.

platformdirs is imported only if neither `--data-dir` nor TUI_READER_DATA_DIR is given.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "tui-reader"
DATA_DIR_VARIABLE = "TUI_READER_DATA_DIR"
CONFIG_DIR_VARIABLE = "TUI_READER_CONFIG_DIR"
LIBRARY_FILE = "library.db"
CONFIG_FILE = "config.toml"
GLOSSARY_FILE = "glossary.tsv"


def data_dir(given: str | os.PathLike[str] | None = None) -> Path:
    """The data directory: `given`, else TUI_READER_DATA_DIR, else the platform's default. Nothing is created."""
    named = given or os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return _absolute(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - see the module's docstring

    return user_data_path(APP, appauthor=False)


def library_path(directory: Path) -> Path:
    return directory / LIBRARY_FILE


def config_path() -> Path:
    """Path of the settings file, which may not exist."""
    return _config_dir() / CONFIG_FILE


def glossary_path() -> Path:
    """Path of the user glossary, which may not exist."""
    return _config_dir() / GLOSSARY_FILE


def _config_dir() -> Path:
    named = os.environ.get(CONFIG_DIR_VARIABLE)
    if named:
        return _absolute(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - see the module's docstring

    return user_config_path(APP, appauthor=False)


def _absolute(named: str | os.PathLike[str]) -> Path:
    """Expand a leading `~`: shells do not in `--data-dir=~/x`. Unknown homes stay as written."""
    return Path(os.path.abspath(os.path.expanduser(named)))  # noqa: PTH100, PTH111 - pathlib raises where these do not
