"""Libraries to run the real app on, made once and copied, and ways to wait for and read its screen."""

from __future__ import annotations

import shutil
import webbrowser
from pathlib import Path

import pyperclip
import pytest

from tests.ui.screens import NOW, stock
from tui_reader.app.session import Session
from tui_reader.library import Library
from tui_reader.model import Added

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a few hand-made articles."""
    directory = tmp_path_factory.mktemp("stocked")
    with Library.open(directory / "library.db") as library:
        stock(library)
    return directory


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the five seeds."""
    directory = tmp_path_factory.mktemp("seeded")
    taken = list(Session(directory, clock=lambda: NOW).import_paths([str(SEEDS)]))
    assert all(isinstance(progress.outcome, Added) for progress in taken)
    return directory


def copied(template: Path, directory: Path) -> Session:
    for file in template.iterdir():
        if file.is_file():
            shutil.copy(file, directory)
    return Session(directory, clock=lambda: NOW)


@pytest.fixture
def session(stocked: Path, tmp_path: Path) -> Session:
    return copied(stocked, tmp_path)


@pytest.fixture
def seeds(seeded: Path, tmp_path: Path) -> Session:
    return copied(seeded, tmp_path)


@pytest.fixture
def empty(tmp_path: Path) -> Session:
    return Session(tmp_path, clock=lambda: NOW)


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the clipboard or a browser of the machine it runs on."""
    monkeypatch.setenv("PATH", "")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pyperclip.copy", _no_clipboard)
    monkeypatch.setattr("webbrowser.get", _no_browser)


def _no_clipboard(text: str) -> None:
    raise pyperclip.PyperclipException(f"nowhere to put {len(text)} characters")


def _no_browser() -> None:
    raise webbrowser.Error("none")
