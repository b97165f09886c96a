"""Finding words in an article as it is shown: script-blind, by their other names too, across line ends and spaces.

    searchable   the pieces' texts, folded, as one text
    find         where words stand in it

Between Han characters white space means nothing (it is a hard break, or a page's own spacing); between Latin words it is
a space, whichever. Folding keeps the length, so what is found in the folded text stands there in the text as shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.decorations import Decoration, Decorations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.present.pieces import BlockStyle, Piece

NOT_SEARCHED: frozenset[BlockStyle] = frozenset({"tags", "rule"})
"""What is not the article's text: tags have a search of their own, the rule over the comments is the reader's."""

_BETWEEN = "\0"
"""Parts the pieces' texts. No text has one, and it is no white space, so nothing is found across it."""

_HAN_BEGINS = "\u2e80"
"""From here on characters are not written in words with spaces between."""


class Hit(NamedTuple):
    """A part of the text of the numbered piece as shown, `start:end`."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Searchable:
    """An article's text made ready: `text` is all of it, folded; `starts` are where the pieces begin in it."""

    pieces: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Found:
    """Where words stand in an article as shown, in order."""

    searched: Searchable
    hits: tuple[Hit, ...]

    def next_from(self, piece: int, offset: int) -> tuple[int, bool] | None:
        """The number of the first hit there or after it, and whether one came round the end to it."""
        number = bisect_left(self.hits, (piece, offset))
        return (number % len(self.hits), number == len(self.hits)) if self.hits else None

    def last_before(self, piece: int, offset: int) -> tuple[int, bool] | None:
        """The number of the last hit before that, and whether one came round the beginning to it."""
        number = bisect_left(self.hits, (piece, offset)) - 1
        return (number % len(self.hits), number < 0) if self.hits else None

    def nearest(self, piece: int, offset: int) -> int | None:
        """The number of the hit that stands closest to there, in the same piece if that has one."""
        return min(
            range(len(self.hits)),
            key=lambda number: (abs(self.hits[number].piece - piece), abs(self.hits[number].start - offset)),
            default=None,
        )

    def counter(self, at: int | None) -> str:
        """For the status line, with the number of the hit gone to."""
        if not self.hits:
            return "find: none"
        return f"find {'–' if at is None else at + 1}/{len(self.hits)}"

    @cached_property
    def lights(self) -> Decorations:
        """All of them, to be laid over the page."""
        lights: dict[int, list[Decoration]] = {}
        for piece, start, end in self.hits:
            lights.setdefault(piece, []).append(Decoration(start, end, "hit"))
        return {piece: tuple(lit) for piece, lit in lights.items()}


def searchable(pieces: tuple[Piece, ...]) -> Searchable:
    """Pieces made ready: 5 ms for 100,000 characters, so it is kept from key to key."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - the table is read by the first search

    texts = ["" if piece.look in NOT_SEARCHED else piece.text for piece in pieces]
    starts = tuple(accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0))
    return Searchable(pieces, fold(_BETWEEN.join(texts)), starts)


def find(within: Searchable, forms: Iterable[str]) -> Found:
    """Where any of these words or phrases stands, each as it is folded; the longest at each place."""
    pattern = _pattern(forms)
    if pattern is None:
        return Found(within, ())
    hits = []
    for match in pattern.finditer(within.text):
        piece = bisect_right(within.starts, match.start()) - 1
        hits.append(Hit(piece, match.start() - within.starts[piece], match.end() - within.starts[piece]))
    return Found(within, tuple(hits))


def own_forms(phrases: Iterable[str]) -> tuple[str, ...]:
    """What was typed, folded."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - see `searchable`

    return tuple(dict.fromkeys(filter(None, (fold(phrase).strip() for phrase in phrases))))


def all_forms(phrases: Iterable[str]) -> tuple[str, ...]:
    """The same by its other names as well.

    The first call, of no phrases too, reads the lexicon; that takes a third of a second.
    """
    from tui_reader.script.equivalents import variants_within  # noqa: PLC0415

    forms = (form for phrase in own_forms(phrases) or ("",) for form in variants_within(phrase))
    return tuple(dict.fromkeys(filter(None, forms)))


def _pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(_flexible, longest_first))) if longest_first else None


def _flexible(form: str) -> str:
    """A pattern for a phrase, however it is spaced."""
    words = form.split()
    pattern = _word(words[0])
    for before, after in pairwise(words):
        pattern += (r"\s+" if _spaced(before[-1]) and _spaced(after[0]) else r"\s*") + _word(after)
    return pattern


def _word(word: str) -> str:
    pattern = re.escape(word[0])
    for before, after in pairwise(word):
        pattern += re.escape(after) if _spaced(before) and _spaced(after) else rf"\s*{re.escape(after)}"
    return pattern


def _spaced(character: str) -> bool:
    return character.isalnum() and character < _HAN_BEGINS
