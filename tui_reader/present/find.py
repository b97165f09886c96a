"""Search within an article as shown: independent of script and regional wording, across line breaks and spaces.

    searchable   the folded texts of all pieces as one string
    find         positions of words in it

White space between Han characters is ignored (hard breaks, page layout); between Latin words any white space matches.
Folding keeps the length, so offsets apply to the text as shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.present.decorations import Decoration, Decorations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.present.pieces import BlockStyle, Piece

NOT_SEARCHED: frozenset[BlockStyle] = frozenset({"tags", "rule"})
"""Styles excluded from search: tags have their own search, the comments' rule is generated."""

_BETWEEN = "\0"
"""Separator between pieces: occurs in no text and is not white space, so nothing matches across it."""

_HAN_BEGINS = "\u2e80"
"""From this character on, scripts are not written with spaces between words."""


class Hit(NamedTuple):
    """A match: `start:end` of a piece's text as shown."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Searchable:
    """An article prepared for search: `text` is folded, `starts` are the offsets of the pieces in it."""

    pieces: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Found:
    """Matches in an article as shown, in order."""

    searched: Searchable
    hits: tuple[Hit, ...]

    def next_from(self, piece: int, offset: int) -> tuple[int, bool] | None:
        """(index of the first match at or after a place, whether the search wrapped); None without matches."""
        number = bisect_left(self.hits, (piece, offset))
        return (number % len(self.hits), number == len(self.hits)) if self.hits else None

    def last_before(self, piece: int, offset: int) -> tuple[int, bool] | None:
        """(index of the last match before a place, whether the search wrapped); None without matches."""
        number = bisect_left(self.hits, (piece, offset)) - 1
        return (number % len(self.hits), number < 0) if self.hits else None

    def nearest(self, piece: int, offset: int) -> int | None:
        """Index of the match closest to a place, preferably in the same piece."""
        return min(
            range(len(self.hits)),
            key=lambda number: (abs(self.hits[number].piece - piece), abs(self.hits[number].start - offset)),
            default=None,
        )

    def counter(self, at: int | None) -> str:
        """Counter for the status line (`find 2/7`); `at` is the index of the current match."""
        if not self.hits:
            return _("find: none")
        return _("find {number}/{total}").format(number="–" if at is None else at + 1, total=len(self.hits))

    @cached_property
    def lights(self) -> Decorations:
        """Decorations that highlight all matches, by piece number."""
        lights: dict[int, list[Decoration]] = {}
        for piece, start, end in self.hits:
            lights.setdefault(piece, []).append(Decoration(start, end, "hit"))
        return {piece: tuple(lit) for piece, lit in lights.items()}


def searchable(pieces: tuple[Piece, ...]) -> Searchable:
    """Prepare pieces for search; 5 ms for 100,000 characters, so the result is reused while typing."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - the table is read by the first search

    texts = ["" if piece.look in NOT_SEARCHED else piece.text for piece in pieces]
    starts = tuple(accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0))
    return Searchable(pieces, fold(_BETWEEN.join(texts)), starts)


def find(within: Searchable, forms: Iterable[str]) -> Found:
    """Search for folded words or phrases; the longest match at each position."""
    pattern = phrase_pattern(forms)
    if pattern is None:
        return Found(within, ())
    hits = []
    for match in pattern.finditer(within.text):
        piece = bisect_right(within.starts, match.start()) - 1
        hits.append(Hit(piece, match.start() - within.starts[piece], match.end() - within.starts[piece]))
    return Found(within, tuple(hits))


def own_forms(phrases: Iterable[str]) -> tuple[str, ...]:
    """The typed phrases, folded, without duplicates."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - see `searchable`

    return tuple(dict.fromkeys(filter(None, (fold(phrase).strip() for phrase in phrases))))


def all_forms(phrases: Iterable[str]) -> tuple[str, ...]:
    """The typed phrases and their equivalents, folded.

    The first call loads the lexicon, which takes a third of a second.
    """
    from tui_reader.script.equivalents import variants_within  # noqa: PLC0415

    forms = (form for phrase in own_forms(phrases) or ("",) for form in variants_within(phrase))
    return tuple(dict.fromkeys(filter(None, forms)))


def phrase_pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Pattern for any of these folded forms in folded text, with any spacing; None without forms."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(_flexible, longest_first))) if longest_first else None


def _flexible(form: str) -> str:
    """Pattern for a phrase with any spacing."""
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
