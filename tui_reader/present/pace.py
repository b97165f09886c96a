"""How long an article takes to read, and how fast its reader is.

    way_of   an article as a way to go, in characters
    Pace     what has been learned of a person, in characters a minute
    Watch    times the pages somebody reads

A Latin word counts as the characters that are read in its time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from tui_reader.present.contents import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.present.pieces import Piece
    from tui_reader.present.place import Anchor

USUAL = 400
"""Han characters a minute: between reading aloud (260) and what schools ask for in silent reading (500)."""

WORDS = 238
"""Latin words a minute, as measured for silent reading of non-fiction."""

SLOWEST, FASTEST = 150, 1500
"""Characters a minute beyond which it was not reading: who is slower was away, who is faster leafed through."""

SHORTEST, LONGEST = 2.0, 120.0
"""Seconds on a page, likewise."""

LEAST = 60
"""Characters on a page that is timed: with fewer, the seconds tell of the hand and not of the eye."""

FEW, MANY = 5, 31
"""Pages timed before they count, and those kept: the last ones, as people and their screens change."""

READ = BODY | {"title"}
"""The looks of what is read from end to end; comments and captions are looked at."""

_HAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_WORD = re.compile(r"[0-9A-Za-z\xc0-\u024f]+(?:[.,:'’-][0-9A-Za-z\xc0-\u024f]+)*")


@dataclass(frozen=True, slots=True)
class ReadingDistance:
    """How far it is to the end of each piece, in characters of `USUAL` speed; `lengths` are those of their texts."""

    ends: tuple[float, ...]
    lengths: tuple[int, ...]

    def left(self, place: Anchor) -> float:
        """How far it still is from a place in the source's text."""
        if place.piece >= len(self.ends):
            return 0
        start, end = self.ends[place.piece - 1] if place.piece else 0, self.ends[place.piece]
        length = self.lengths[place.piece]
        gone = start + (end - start) * min(max(place.offset, 0), length) / length if length else start
        return self.ends[-1] - gone


def reading_distance(pieces: Sequence[Piece]) -> ReadingDistance:
    """The way through an article; about 60 ns a character, once for each article."""
    ends = accumulate(_weight(piece.text) if piece.look in READ else 0.0 for piece in pieces)
    return ReadingDistance(tuple(ends), tuple(len(piece.text) for piece in pieces))


def _weight(text: str) -> float:
    return sum(map(len, _HAN.findall(text))) + len(_WORD.findall(text)) * USUAL / WORDS


@dataclass(frozen=True, slots=True)
class Pace:
    """Characters a minute of the pages last read."""

    pages: tuple[int, ...] = ()

    @classmethod
    def from_setting(cls, setting: str | None) -> Self:
        """From a kept setting; what cannot be is left out."""
        pages = (int(page) for page in (setting or "").split() if page.isascii() and page.isdecimal())
        return cls(tuple(_readings(pages)))

    def __str__(self) -> str:
        return " ".join(map(str, self.pages))

    @property
    def speed(self) -> int:
        """Characters a minute: the median of the pages, once there are some."""
        return sorted(self.pages)[len(self.pages) // 2] if len(self.pages) >= FEW else USUAL

    def after(self, page: int) -> Pace:
        """One more page read."""
        return Pace(tuple(_readings((*self.pages, page))))

    def minutes(self, way: float) -> int:
        """For so many characters: whole minutes, at least one where there are any."""
        return max(round(way / self.speed), 1) if way > 0 else 0


def _readings(pages: Iterable[int]) -> Sequence[int]:
    return [page for page in pages if SLOWEST <= page <= FASTEST][-MANY:]


class Watch:
    """Runs while a page is read that was not in view before. Times are in seconds of any clock."""

    def __init__(self) -> None:
        self._begun: tuple[float, float] | None = None

    def begin(self, now: float, left: float) -> None:
        """A page is in view that nothing has been read of; so far it is to the end from its first line."""
        self._begun = now, left

    def stop(self) -> None:
        """Something else is done than to read page after page."""
        self._begun = None

    def turn(self, now: float, left: float) -> int | None:
        """A page on: characters a minute on the one that is done, if it was timed and can have been read."""
        begun, self._begun = self._begun, (now, left)
        if begun is None:
            return None
        seconds, characters = now - begun[0], begun[1] - left
        if not SHORTEST <= seconds <= LONGEST or characters < LEAST:
            return None
        speed = round(60 * characters / seconds)
        return speed if SLOWEST <= speed <= FASTEST else None
