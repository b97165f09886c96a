"""Reading time of an article, and the reader's speed.

    reading_distance   length of an article in characters to read
    Pace               learned speed in characters a minute
    Watch              times the pages that are read

A Latin word counts as the number of Han characters read in the same time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from tui_reader.present.contents import BODY
from tui_reader.text.han import ANY_HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.present.pieces import Piece
    from tui_reader.present.place import Anchor

USUAL = 400
"""Default speed in Han characters a minute: between reading aloud (260) and school standards for silent reading (500)."""

WORDS = 238
"""Latin words a minute: silent reading of non-fiction."""

SLOWEST, FASTEST = 150, 1500
"""Limits in characters a minute: slower is a pause, faster is skimming."""

SHORTEST, LONGEST = 2.0, 120.0
"""Limits in seconds a page."""

LEAST = 60
"""Minimum characters of a timed page: shorter pages measure key presses."""

FEW, MANY = 5, 31
"""Pages needed before the measured speed is used, and pages kept."""

READ = BODY | {"title"}
"""Styles that are read from end to end; comments and captions are skimmed."""

_HAN = re.compile(f"[\u3040-\u30ff{ANY_HAN}]+")
_WORD = re.compile(r"[0-9A-Za-z\xc0-\u024f]+(?:[.,:'’-][0-9A-Za-z\xc0-\u024f]+)*")


@dataclass(frozen=True, slots=True)
class ReadingDistance:
    """Cumulative reading length at the end of each piece, in characters; `lengths`: lengths of their texts."""

    ends: tuple[float, ...]
    lengths: tuple[int, ...]

    def left(self, place: Anchor) -> float:
        """Characters left to read from a place in the source's text."""
        if place.piece >= len(self.ends):
            return 0
        start, end = self.ends[place.piece - 1] if place.piece else 0, self.ends[place.piece]
        length = self.lengths[place.piece]
        gone = start + (end - start) * min(max(place.offset, 0), length) / length if length else start
        return self.ends[-1] - gone

    def percent(self, left: float) -> int | None:
        """Percent read when `left` characters are left; None if there is nothing to read."""
        length = self.ends[-1] if self.ends else 0
        return int(100 * (length - left) / length) if length else None


def reading_distance(pieces: Sequence[Piece]) -> ReadingDistance:
    """Measure an article once: about 60 ns a character."""
    ends = accumulate(_weight(piece.text) if piece.look in READ else 0.0 for piece in pieces)
    return ReadingDistance(tuple(ends), tuple(len(piece.text) for piece in pieces))


def _weight(text: str) -> float:
    return sum(map(len, _HAN.findall(text))) + len(_WORD.findall(text)) * USUAL / WORDS


@dataclass(frozen=True, slots=True)
class Pace:
    """Speeds of recently read pages, in characters a minute."""

    pages: tuple[int, ...] = ()

    @classmethod
    def from_setting(cls, setting: str | None) -> Self:
        """Parse a stored setting; invalid values are skipped."""
        pages = (int(page) for page in (setting or "").split() if page.isascii() and page.isdecimal())
        return cls(tuple(_readings(pages)))

    def __str__(self) -> str:
        return " ".join(map(str, self.pages))

    @property
    def speed(self) -> int:
        """Characters a minute: the median of the pages; the default until there are enough."""
        return sorted(self.pages)[len(self.pages) // 2] if len(self.pages) >= FEW else USUAL

    def after(self, page: int) -> Pace:
        """The pace with one more page read."""
        return Pace(tuple(_readings((*self.pages, page))))

    def minutes(self, way: float) -> int:
        """Whole minutes for `way` characters; at least 1 unless nothing is left."""
        return max(round(way / self.speed), 1) if way > 0 else 0


def _readings(pages: Iterable[int]) -> Sequence[int]:
    return [page for page in pages if SLOWEST <= page <= FASTEST][-MANY:]


class Watch:
    """Times reading of a newly displayed page. Times are in seconds of any monotonic clock."""

    def __init__(self) -> None:
        self._begun: tuple[float, float] | None = None

    def begin(self, now: float, left: float) -> None:
        """An unread page is displayed; `left`: characters from its first line to the end."""
        self._begun = now, left

    def stop(self) -> None:
        """Stop timing: the reader does something other than paging."""
        self._begun = None

    def turn(self, now: float, left: float) -> int | None:
        """Next page: the speed on the previous page in characters a minute, None if implausible."""
        begun, self._begun = self._begun, (now, left)
        if begun is None:
            return None
        seconds, characters = now - begun[0], begun[1] - left
        if not SHORTEST <= seconds <= LONGEST or characters < LEAST:
            return None
        speed = round(60 * characters / seconds)
        return speed if SLOWEST <= speed <= FASTEST else None
