"""The contents of an article: its headings, or where it has none, places on the way through it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.thread import thread_at
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.present.pieces import Piece

PARTS = 4
"""Without headings: a place at each quarter. One can say where in an article something stood about as exactly."""

LONG = 1200
"""Characters from which an article without headings has such places: under three minutes nobody needs them."""

BODY = frozenset({"deck", "paragraph", "heading", "quote", "list_item", "table", "code", "verse"})
"""The looks of the text itself."""


class Section(NamedTuple):
    """What can be gone to: a piece's number, and what stands there. `mark` is told before it (`25 %`)."""

    piece: int
    label: str
    mark: str = ""


def contents(pieces: Sequence[Piece]) -> tuple[Section, ...]:
    """Title, headings, comments, in order. An article without headings has the passages at its quarters instead."""
    headings = [Section(number, one_line(piece.text)) for number, piece in enumerate(pieces) if piece.look == "heading"]
    title = [Section(0, one_line(pieces[0].text))] if pieces else []
    thread = thread_at(pieces)
    comments = [] if thread is None else [Section(thread, f"Comments ({_count(pieces)})")]
    return (*title, *(headings or _quarters(pieces)), *comments)


def has_headings(pieces: Sequence[Piece]) -> bool:
    """Whether the contents are the article's own."""
    return any(piece.look == "heading" for piece in pieces)


def section_at(sections: Sequence[Section], piece: int) -> int:
    """The number of the section that a piece belongs to."""
    return max(bisect_right([section.piece for section in sections], piece) - 1, 0)


def _count(pieces: Sequence[Piece]) -> int:
    return sum(piece.look == "comment" for piece in pieces)


def _quarters(pieces: Sequence[Piece]) -> Iterator[Section]:
    """The passages in which the quarters of the text lie, each once; the first passage is the beginning anyway."""
    body = [(number, piece) for number, piece in enumerate(pieces) if piece.look in BODY]
    ends = list(accumulate(len(piece.text) for _, piece in body))
    seen = -1
    for part in range(1, PARTS) if ends and ends[-1] >= LONG else ():
        found = bisect_right(ends, ends[-1] * part // PARTS)
        if found > seen and found > 0:
            seen = found
            number, piece = body[found]
            yield Section(number, one_line(piece.text), f"{100 * part // PARTS} %")
