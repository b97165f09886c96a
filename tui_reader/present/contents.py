"""Table of contents: headings, or quarters of an article without headings."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.present.thread import thread_at
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.present.pieces import Piece

PARTS = 4
"""Sections of an article without headings; readers remember positions about this precisely."""

LONG = 1200
"""Minimum characters for such sections; shorter articles take less than three minutes."""

BODY = frozenset({"deck", "paragraph", "heading", "quote", "list_item", "table", "code", "verse"})
"""Styles of the text proper."""


class Section(NamedTuple):
    """A section: number of its first piece, label, and `mark`, text shown before the label (`25 %`)."""

    piece: int
    label: str
    mark: str = ""


def contents(pieces: Sequence[Piece]) -> tuple[Section, ...]:
    """Title, headings or quarters, and comments, in order."""
    headings = [Section(number, one_line(piece.text)) for number, piece in enumerate(pieces) if piece.look == "heading"]
    title = [Section(0, one_line(pieces[0].text))] if pieces else []
    thread = thread_at(pieces)
    comments = [] if thread is None else [Section(thread, _("Comments ({count})").format(count=_count(pieces)))]
    return (*title, *(headings or _quarters(pieces)), *comments)


def has_headings(pieces: Sequence[Piece]) -> bool:
    return any(piece.look == "heading" for piece in pieces)


def section_at(sections: Sequence[Section], piece: int) -> int:
    """Index of the section that contains a piece."""
    return max(bisect_right([section.piece for section in sections], piece) - 1, 0)


def _count(pieces: Sequence[Piece]) -> int:
    return sum(piece.look == "comment" for piece in pieces)


def _quarters(pieces: Sequence[Piece]) -> Iterator[Section]:
    """The pieces in which the quarters of the text begin, without duplicates and without the first."""
    body = [(number, piece) for number, piece in enumerate(pieces) if piece.look in BODY]
    ends = list(accumulate(len(piece.text) for _, piece in body))
    seen = -1
    for part in range(1, PARTS) if ends and ends[-1] >= LONG else ():
        found = bisect_right(ends, ends[-1] * part // PARTS)
        if found > seen and found > 0:
            seen = found
            number, piece = body[found]
            yield Section(number, one_line(piece.text), f"{100 * part // PARTS} %")
