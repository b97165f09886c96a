"""Readers' comments as a thread among the pieces of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.present.pieces import BlockStyle, Piece

COMMENT_STYLES: frozenset[BlockStyle] = frozenset({"reader", "comment"})
"""Styles that fold; the rule above stays with the summary."""

LONG = 30
"""Maximum comments of an unfolded thread; more would hide the end of the article."""


def thread_at(pieces: Sequence[Piece]) -> int | None:
    """Number of the piece that opens the thread; None without comments."""
    return next((number for number, piece in enumerate(pieces) if piece.look == "rule"), None)


def is_long(pieces: Sequence[Piece]) -> bool:
    """Whether the thread is folded by default."""
    return sum(piece.look == "comment" for piece in pieces) > LONG
