"""How the words of a command are split: what the parser reads, and what is taken literally.

A query and tag changes are literal: `-T` is not an option there. After `--`, everything is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Parted(NamedTuple):
    """Words for the parser, and words taken literally."""

    own: list[str]
    literal: list[str]


def part_names(words: Sequence[str]) -> Parted:
    """Files and ids: words after `--` are file names even if they start with a dash."""
    if "--" not in words:
        return Parted(list(words), [])
    at = words.index("--")
    names = (f"./{word}" if word.startswith("-") and word != "-" else word for word in words[at + 1 :])
    return Parted([*words[:at], *names], [])


_WITH_VALUE = frozenset({"--data-dir", "--sort", "--limit", "--format", "--output", "--script", "--title", "--id"})
"""Options of commands with a query that take a value."""


def part_query(words: Sequence[str]) -> Parted:
    """Commands with a query: known options anywhere; `-x` and plain words form the query; after `--` everything does."""
    own: list[str] = []
    query: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            query.extend(rest)
        elif word in _WITH_VALUE:
            own += [word, *_next(rest)]
        elif word == "-h" or word.startswith("--"):
            own.append(word)
        else:
            query.append(word)
    return Parted(own, query)


def part_changes(words: Sequence[str]) -> Parted:
    """`tag`: options before the ID; afterwards everything is literal except `--data-dir`, which selects the library."""
    own: list[str] = []
    literal: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--data-dir":
            own += [word, *_next(rest)]
        elif word.startswith("--data-dir=") or (not literal and word.startswith("-") and word != "--"):
            own.append(word)
        elif word != "--" or len(literal) > 1:
            literal.append(word)
    return Parted(own, literal)


def _next(words: Iterator[str]) -> list[str]:
    """The next word as a list; [] at the end."""
    return list(islice(words, 1))
