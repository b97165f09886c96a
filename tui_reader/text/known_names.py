"""Things in the news and their names (`known_names.tsv`): people, companies, products, institutions, places, subjects.

The table is knowledge about the world. Names are compared folded, so that one row serves both scripts.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from tui_reader.text.fold import fold

Kind = Literal["firm", "thing", "body", "person", "land", "place", "topic"]
"""`thing`: a product or work; `body`: an institution or party; `land`: a country or part of the world."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_COMMON, _ASKED, _EVIDENCE = "?", "~", "+"
"""Marks of a name: a common word too, only asked for, evidence only. See the table's head."""
_COLUMNS = 4


class Spelling(NamedTuple):
    """A name to look for in texts. `common`: the word has another meaning too."""

    text: str
    common: bool


class KnownName(NamedTuple):
    """A row: the thing's name in either script, the spellings to look for, and all its names."""

    kind: Kind
    hans: str
    hant: str
    spellings: tuple[Spelling, ...]
    names: tuple[str, ...]

    def written(self, script: str) -> str:
        """The thing's name in the given script."""
        return self.hant if script == "hant" else self.hans


@cache
def known_names() -> tuple[KnownName, ...]:
    """The rows of the table. ValueError for a row of another form."""
    lines = Path(__file__).with_name("known_names.tsv").read_text("utf-8").splitlines()
    return tuple(_row(line) for line in lines if line and not line.startswith("#"))


@cache
def _by_own_name() -> dict[str, KnownName]:
    return {fold(name): row for row in known_names() for name in (row.hans, row.hant)}


def known_name(folded: str) -> KnownName | None:
    """The thing whose own name in either script this is."""
    return _by_own_name().get(folded)


def classes() -> Iterator[tuple[str, ...]]:
    """The folded names of each thing that has several."""
    for row in known_names():
        folded = tuple(dict.fromkeys(map(fold, row.names)))
        if len(folded) > 1:
            yield folded


def _row(line: str) -> KnownName:
    kind, hans, hant, others = (*line.split("\t"), "", "")[:_COLUMNS]
    if kind not in KINDS:
        raise ValueError(f"known_names.tsv: {kind} is no kind: {line}")
    marked = [name for name in (hans, hant, *others.split("|")) if name]
    spelled = {
        fold(_plain(name)): Spelling(_plain(name), _COMMON in name) for name in reversed(marked) if _ASKED not in name
    }
    names = tuple(_plain(name) for name in marked if _EVIDENCE not in name)
    spellings = tuple(spelled.values()) if kind != "topic" else ()
    return KnownName(kind, _plain(hans), _plain(hant) or _plain(hans), spellings, names)


def _plain(name: str) -> str:
    return name.rstrip(_COMMON + _ASKED + _EVIDENCE)
