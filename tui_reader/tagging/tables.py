"""Data tables of this package: tab-separated rows or word lists; `#` starts a comment."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "tui_reader.tagging"


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Rows of a table. ValueError for a wrong number of columns."""
    for line in _lines(name):
        cells = line.split("\t")
        if len(cells) != columns:
            raise ValueError(f"{name}: {len(cells)} columns, not {columns}: {line}")
        yield cells


def words(name: str) -> Iterator[str]:
    """Words of a list file; lines that begin with # are comments."""
    for line in _lines(name):
        yield from line.split()


def _lines(name: str) -> Iterator[str]:
    text = (files(PACKAGE) / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
