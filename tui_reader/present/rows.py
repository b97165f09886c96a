"""An article in the list: two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.text.cells import width, width_of
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from tui_reader.model import Row

UNREAD, BOOKMARKED, MARKED, CURSOR = "●", "★", "✓", "▌"
PASSAGES, UNCERTAIN = "❞", "?"
"""Signs; state is never told by colour alone."""

ELLIPSIS = "…"


def title_of(row: Row) -> str:
    """The first line's text, behind a sign where the cleaner doubts that it is an article."""
    title = one_line(row.title) or "(untitled)"
    return f"{UNCERTAIN} {title}" if row.uncertain else title


def details_of(row: Row) -> str:
    """The second line's text: the day, who published it, tags; the most telling first, as the end may be cut off."""
    day = (row.date or "").partition("T")[0]
    tags = " ".join(f"#{tag}" for tag in row.tags if tag != row.source)
    passages = f"{PASSAGES}{row.passages}" if row.passages else ""
    return " · ".join(one_line(part) for part in (passages, day, row.source or row.author, tags) if part)


def fitted(text: str, cells: int) -> str:
    """`text` in exactly `cells` cells: cut with an ellipsis, or padded with spaces."""
    taken = width(text)
    if taken > cells:
        text = _cut(text, cells - width(ELLIPSIS)) + ELLIPSIS if cells >= width(ELLIPSIS) else ""
        taken = width(text)
    return text + " " * (cells - taken)


def sign(mark: str, *, given: bool) -> str:
    """A sign, or as much room."""
    return mark if given else " " * width(mark)


def _cut(text: str, cells: int) -> str:
    used = 0
    for number, character in enumerate(text):
        used += width_of(character)
        if used > cells:
            return text[:number]
    return text
