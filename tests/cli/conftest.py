"""A command line with a library, a home and a standard input of its own."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tui_reader.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Result(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


class CommandLine:
    """`cli("list", "--json")` runs the command on this test's library."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, stdin: bytes = b"") -> Result:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        status = main(words)
        out, err = self._capsys.readouterr()
        return Result(status, out, err)

    def ids(self, *query: str) -> list[str]:
        return [str(record["id"]) for record in self("list", *query, "--json").records]


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TUI_READER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TUI_READER_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(capsys, monkeypatch)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "library.txt").write_text(LIBRARY, encoding="utf-8")
    return folder


@pytest.fixture
def filled(cli: CommandLine, stories: Path) -> CommandLine:
    """A command line whose library holds both."""
    assert cli("import", str(stories)).status == 0
    return cli
