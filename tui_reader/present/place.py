"""Where in an article a reader is.

On the screen a place is an `Anchor`: a piece and an offset into its text as the source has it. Conversion keeps the
number of clauses, so an offset finds its clause again in the other wording. For keeping, it is a `Position` with a few
characters of context, found again when re-cleaning has moved the passages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.present.pieces import Piece

CONTEXT = 12
"""Characters kept with a position: few enough to stay cheap, enough to be one place in an article."""

BEFORE = -1
"""The offset of what stands above a text."""

_CLAUSE_ENDS = re.compile(r"[，。、；：？！,.;:?!\n][」』”’）)》\"']*")


class Anchor(NamedTuple):
    """A piece's number and an offset into its text as written."""

    piece: int
    offset: int


START = Anchor(0, BEFORE)
"""The very beginning."""


def mapped(offset: int, text: str, other: str) -> int:
    """The offset in `other` of what stands at `offset` in `text`; both are one passage in two wordings."""
    if text is other or len(text) == len(other) or offset <= 0:
        return min(offset, len(other))
    if offset >= len(text):
        return len(other)
    ends, other_ends = _ends(text), _ends(other)
    if len(ends) != len(other_ends):
        return _scaled(offset, len(text), len(other))
    clause = next(number for number, end in enumerate(ends) if offset < end)
    begin, other_begin = (ends[clause - 1], other_ends[clause - 1]) if clause else (0, 0)
    return other_begin + _scaled(offset - begin, ends[clause] - begin, other_ends[clause] - other_begin)


def _scaled(offset: int, length: int, other: int) -> int:
    """Rounded up: there and back never lands before the start, which might be on the line above."""
    return -(-offset * other // length)


def position_of(pieces: Sequence[Piece], anchor: Anchor) -> Position:
    """For keeping: the numbered passage at the anchor, or the next one when the anchor's piece has no number."""
    for number, piece in enumerate(pieces[anchor.piece :], anchor.piece):
        if piece.passage is not None:
            offset = max(anchor.offset, 0) if number == anchor.piece else 0
            return Position(piece.passage, offset, piece.text[offset : offset + CONTEXT])
    numbered = [piece.passage for piece in pieces if piece.passage is not None]
    return Position(max(numbered, default=0), 0, "")


def anchor_of(pieces: Sequence[Piece], position: Position) -> Anchor:
    """Where a kept position is today: its own passage if the context still stands there, else where it stands now."""
    if position[:2] == (0, 0):
        return START
    here = next((n for n, piece in enumerate(pieces) if piece.passage == position.passage), None)
    if here is not None and pieces[here].text.startswith(position.context, position.offset):
        return Anchor(here, position.offset)
    found = min(_found(pieces, position), key=lambda anchor: abs(anchor.piece - (here or 0)), default=None)
    if found is not None:
        return found
    return Anchor(here or 0, min(position.offset, len(pieces[here].text)) if here is not None else 0)


def _found(pieces: Sequence[Piece], position: Position) -> Iterator[Anchor]:
    for number, piece in enumerate(pieces):
        if position.context and piece.passage is not None and position.context in piece.text:
            yield Anchor(number, piece.text.index(position.context))


def _ends(text: str) -> list[int]:
    """Offsets after each clause's last character; the last is the text's length."""
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(text)]
    return ends if ends and ends[-1] == len(text) else [*ends, len(text)]
