"""The tables beside this module: tab-separated rows, or words; `#` begins a remark."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "tui_reader.tagging"


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table. Raises ValueError for one with another number of columns."""
    for line in _lines(name):
        cells = line.split("\t")
        if len(cells) != columns:
            raise ValueError(f"{name}: {len(cells)} columns, not {columns}: {line}")
        yield cells


def words(name: str) -> Iterator[str]:
    """The words of a list."""
    for line in _lines(name):
        yield from line.split()


def _lines(name: str) -> Iterator[str]:
    text = (files(PACKAGE) / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
