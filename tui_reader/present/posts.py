"""Texts written line by line, as posts in forums are: their lines stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.comment_summary import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.present.pieces import Piece

LEAST = 3
"""Minimum paragraphs to judge by."""

ENDED, ENDED_IN_FORUM = 0.4, 0.75
"""Share of paragraphs with a final mark below which lines end anywhere; in a forum, known by the signs of its comments,
fewer need to."""

SHORT = 60
"""Maximum median length of such lines: a terminal of 80 columns holds 40, and some are joined."""

_FINAL = tuple("。！？!?…”」』）)：:；;.~～》")


def is_in_lines(pieces: Sequence[Piece]) -> bool:
    """Whether most paragraphs are lines rather than paragraphs: short, and without a mark at the end."""
    lines = [piece.text for piece in pieces if piece.look == "paragraph"]
    if len(lines) < LEAST or _median([len(line) for line in lines]) > SHORT:
        return False
    ended = sum(line.rstrip().endswith(_FINAL) for line in lines) / len(lines)
    return ended < (ENDED_IN_FORUM if _is_in_forum(pieces) else ENDED)


def _median(lengths: Sequence[int]) -> float:
    """Without the module `statistics`, which takes a start longer to load than the whole page to lay out."""
    ordered, middle = sorted(lengths), len(lengths) // 2
    return (ordered[middle] + ordered[~middle]) / 2


def _is_in_forum(pieces: Sequence[Piece]) -> bool:
    return any(piece.look == "reader" and piece.text.startswith(SIGNS) for piece in pieces)
