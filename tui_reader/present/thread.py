"""Readers' comments as a thread: what is told of it in a line, and who says how much."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.model import Comment
    from tui_reader.present.pieces import BlockStyle, Piece

COMMENT_STYLES: frozenset[BlockStyle] = frozenset({"reader", "comment"})
"""What is folded away; the rule over it stays, and tells what there is."""

LONG = 30
"""Comments beyond which a thread is folded at first: more than two screens of them hide where the article ends."""

NAMED = 3
"""People named in the rule, those who say most; more would make a second line of it."""

SIGNS = ("推", "噓", "→")
"""PTT's, in its own order: for, against, neither."""


def describe_comments(comments: Sequence[Comment]) -> str:
    """`37 comments · 推 20 噓 5 → 12 · most: windy ×9, bill ×4`; what there is none of is left out."""
    signs = Counter(comment.sign for comment in comments)
    most = [f"{one_line(who)} ×{count}" for who, count in comment_counts(comments).most_common(NAMED) if count > 1]
    parts = (
        f"{len(comments)} comment{'s' * (len(comments) > 1)}",
        " ".join(f"{sign} {signs[sign]}" for sign in SIGNS if signs[sign]),
        f"most: {', '.join(most)}" if most else "",
    )
    return " · ".join(filter(None, parts))


def comment_counts(comments: Sequence[Comment]) -> Counter[str]:
    """How many each person has; nobody's are not counted."""
    return Counter(comment.author for comment in comments if comment.author)


def thread_at(pieces: Sequence[Piece]) -> int | None:
    """The number of the piece that opens the thread; None without one."""
    return next((number for number, piece in enumerate(pieces) if piece.look == "rule"), None)


def is_long(pieces: Sequence[Piece]) -> bool:
    """Whether it is folded until somebody asks for it."""
    return sum(piece.look == "comment" for piece in pieces) > LONG
