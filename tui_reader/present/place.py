"""Reading positions.

On screen: an `Anchor`, a piece and a source offset. Conversion keeps the number of clauses, so offsets map clause by
clause. Stored: a `Position` with a few characters of context, found again after re-cleaning moved the passages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.present.pieces import Piece

CONTEXT = 12
"""Characters of context stored with a position: usually unique within an article."""

BEFORE = -1
"""Offset of whatever is above a text."""

_CLAUSE_ENDS = re.compile(r"[，。、；：？！,.;:?!\n][」』”’）)》\"']*")


class Anchor(NamedTuple):
    """A piece's number and an offset into its source text."""

    piece: int
    offset: int


START = Anchor(0, BEFORE)
"""The beginning of an article."""


def mapped(offset: int, text: str, other: str) -> int:
    """Map an offset in `text` to `other`; both are one passage in two wordings."""
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
    """Rounded up, so that a round trip never ends before the start, possibly on the line above."""
    return -(-offset * other // length)


def position_of(pieces: Sequence[Piece], anchor: Anchor) -> Position:
    """The position to store: the numbered passage at the anchor, or the next numbered one."""
    for number, piece in enumerate(pieces[anchor.piece :], anchor.piece):
        if piece.passage is not None:
            offset = max(anchor.offset, 0) if number == anchor.piece else 0
            return Position(piece.passage, offset, piece.text[offset : offset + CONTEXT])
    numbered = [piece.passage for piece in pieces if piece.passage is not None]
    return Position(max(numbered, default=0), 0, "")


def anchor_of(pieces: Sequence[Piece], position: Position) -> Anchor:
    """Resolve a stored position: its passage if the context matches there, else the nearest passage with the context."""
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
    """Offset after each clause; the last is the length of the text."""
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(text)]
    return ends if ends and ends[-1] == len(text) else [*ends, len(text)]
