"""Readers' comments in a line: how many, with which signs, by whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui_reader.locale import _, ngettext
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.model import Comment

NAMED = 3
"""Authors named in the summary; more would need a second line."""

SIGNS = ("推", "噓", "→")
"""PTT's signs: for, against, neutral."""


def describe_comments(comments: Sequence[Comment]) -> str:
    """Summary such as `37 comments · 推 20 噓 5 → 12 · most: windy ×9, bill ×4`, without empty parts."""
    signs = Counter(comment.sign for comment in comments)
    most = [f"{one_line(who)} ×{count}" for who, count in comment_counts(comments).most_common(NAMED) if count > 1]
    parts = (
        ngettext("{count} comment", "{count} comments", len(comments)).format(count=len(comments)),
        " ".join(f"{sign} {signs[sign]}" for sign in SIGNS if signs[sign]),
        _("most: {most}").format(most=", ".join(most)) if most else "",
    )
    return " · ".join(filter(None, parts))


def comment_counts(comments: Sequence[Comment]) -> Counter[str]:
    """Comments by author; anonymous ones are not counted."""
    return Counter(comment.author for comment in comments if comment.author)
