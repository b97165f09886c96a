"""Line breaking.

Each line is filled to its cells. It may end between two plain Han characters; otherwise the text around that position is
split into units, from the nearest pair of plain Han characters before it, and the line ends after the last unit that
fits.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from tui_reader.text.cells import columns
from tui_reader.text.han import FIRST, LAST
from tui_reader.typeset import rules
from tui_reader.typeset.rules import AFTER_NUMBERS, SPACE, with_sided_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_LEFT = 0.5
"""Share of its width that a line must keep when it gives its last unit to an orphan on the last line."""

HOLE = 0.8
"""Lines filled less than this share look ragged: break a compound at a hyphen, or shorten the line before."""

HORIZON = 32
"""Characters beyond the measure that are examined: more than the marks and digits that can attach to a line end."""


def cuts(text: str, first: int, rest: int, room_after: Sequence[int] = ()) -> list[int]:
    """Start offsets of all lines but the first, for a text without line breaks. `first`, `rest`: available cells.

    `room_after`: additional cells that each character takes; empty: none.
    """
    if not room_after and (len(text) <= first // 2 or (len(text) <= first and text.isascii())):
        return []
    return _Setter(text, first, rest, room_after).cuts()


class _Setter:
    """A text being set. Its guide distinguishes ASCII quotes; it is matched, never measured."""

    def __init__(self, text: str, first: int, rest: int, room_after: Sequence[int] = ()) -> None:
        self._first, self._rest = first, rest
        self._guide = with_sided_quotes(text)
        self._columns: Sequence[int] = columns(text)
        if room_after:
            self._columns = [*map(add, self._columns, accumulate(room_after, initial=0))]
        self._shown = len(text.rstrip(SPACE))
        # Leading spaces are kept: verse or code.
        self._indented = len(text) - len(text.lstrip(SPACE))
        # End of the unit currently split over several lines.
        self._long_end = 0

    def cuts(self) -> list[int]:
        found: list[int] = []
        start, limit = 0, self._first
        while (furthest := self._fits(start, limit)) < self._shown:
            at = self._cut(start, furthest)
            if at >= self._shown:  # the last character is wider than the line
                break
            if found and self._cells(start, at) < HOLE * limit:
                found[-1] = self._filled(found[-2] if len(found) > 1 else 0, start, at)
            found.append(at)
            start = at
            limit = self._rest
        return self._without_orphan(found)

    def _fits(self, start: int, limit: int) -> int:
        """End offset of the characters that fit into `limit` cells, ignoring break rules."""
        return bisect_right(self._columns, self._columns[start] + limit) - 1

    def _cells(self, start: int, end: int) -> int:
        return self._columns[end] - self._columns[start]

    def _cut(self, start: int, furthest: int) -> int:
        """Start of the next line, when this one starts at `start` and at most the text before `furthest` fits."""
        at, unit_end = self._last_unit(start, furthest)
        if at == unit_end:
            return at
        if at == start or self._cells(at, unit_end) > self._rest:
            return self._finer(at, unit_end, furthest, start)
        if self._cells(start, at) < HOLE * self._rest:
            return self._parted(at, unit_end, furthest)
        return at

    def _last_unit(self, start: int, furthest: int) -> tuple[int, int]:
        """(last allowed break up to `furthest`, end of the unit there); equal if no unit starts there."""
        if furthest < self._long_end:
            return start, self._long_end
        at = self._certain(start, furthest)
        if at == furthest > start:
            return at, at
        for found in rules.units().finditer(self._guide, at, furthest + self._rest + HORIZON):
            if at > furthest:  # trailing spaces need no room
                break
            if found.end(1) > furthest > start:
                return furthest, furthest
            unit_end = max(found.span(1)[1], found.span(2)[1])
            if unit_end > furthest:
                return at, unit_end
            at = found.end()
        return at, at

    def _certain(self, start: int, at: int) -> int:
        """The last position up to `at` between two plain Han characters, which is always breakable; or `start`."""
        guide = self._guide
        least = max(start, self._indented, self._long_end)
        after = guide[at]
        while at > least:
            before = guide[at - 1]
            if FIRST <= after <= LAST and FIRST <= before <= LAST and before not in AFTER_NUMBERS:
                return at
            at -= 1
            after = before
        return least

    def _finer(self, at: int, end: int, furthest: int, start: int) -> int:
        """Break position within a unit that is wider than a line."""
        piece_end = self._long_end = end
        for step in range(rules.LAST_STEP + 1):
            for piece in rules.finer(step).finditer(self._guide, at, end):
                piece_end = piece.end(1)
                if piece_end > furthest:
                    break
                at = piece.end()
            if at > start and self._cells(at, piece_end) <= self._rest:
                return at
            end = piece_end
        return at if at > start else end  # not even one character fits

    def _parted(self, at: int, unit_end: int, furthest: int) -> int:
        """The last hyphen of a compound that fits on this line; `at` if there is none."""
        if rules.hyphened().fullmatch(self._guide, at, unit_end):
            for hyphen in rules.hyphens().finditer(self._guide, at, unit_end):
                if hyphen.end() <= furthest:
                    at = hyphen.end()
        return at

    def _filled(self, before: int, start: int, at: int) -> int:
        """An earlier `start`, if shortening the line before keeps this line from being a hole."""
        moved, least = start, HOLE * self._rest
        while self._cells(moved, at) < least:
            earlier, _ = self._last_unit(before, len(self._guide[:moved].rstrip(SPACE)) - 1)
            if earlier <= before or self._cells(before, earlier) < least:
                return start
            moved = earlier
        return moved if self._cells(moved, at) <= self._rest else start

    def _without_orphan(self, found: list[int]) -> list[int]:
        """The breaks, the last one moved forward if the last line would be a single Han character."""
        if not found or not rules.orphan().fullmatch(self._guide, found[-1]):
            return found
        start, held = found[-2] if len(found) > 1 else 0, len(self._guide[: found[-1]].rstrip(SPACE))
        moved, _ = self._last_unit(start, held - 1)
        kept = self._cells(start, len(self._guide[:moved].rstrip(SPACE))) if moved > start else 0
        gained = self._cells(moved, self._shown)
        return [*found[:-1], moved] if kept >= LEAST_LEFT * self._rest and gained <= self._rest else found
