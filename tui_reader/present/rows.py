"""List rows: two or three lines an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.text.cells import width, width_of
from tui_reader.text.sanitize import one_line
from tui_reader.typeset import typeset

if TYPE_CHECKING:
    from tui_reader.model import Row

UNREAD, BOOKMARKED, MARKED, CURSOR = "●", "★", "✓", "▌"
PASSAGES, UNCERTAIN, VERSION = "❞", "?", "="
"""Signs; state is never shown by colour alone."""

ELLIPSIS = "…"


def title_of(row: Row) -> str:
    """First line: the title, with a sign if the cleaner is uncertain that it is an article."""
    title = one_line(row.title) or "(untitled)"
    return f"{UNCERTAIN} {title}" if row.uncertain else title


def details_of(row: Row, percent: int = 0) -> str:
    """Last line: highlights, percentage read, day, source, tags; the most useful first, because the end may be cut off."""
    day = (row.date or "").partition("T")[0]
    tags = " ".join(f"#{tag}" for tag in row.tags if tag != row.source)
    passages = f"{PASSAGES}{row.passages}" if row.passages else ""
    read = f"{percent}%" if percent else ""
    return " · ".join(one_line(part) for part in (passages, read, day, row.source or row.author, tags) if part)


def title_lines(text: str, cells: int, most: int) -> tuple[str, ...]:
    """A title in at most `most` lines of `cells` cells, broken by the rules of the article; the last line may be longer."""
    if most == 1 or width(text) <= cells:
        return (text,)
    lines = typeset(text, cells)[: most - 1]
    return (*(line.text for line in lines), text[lines[-1].end :])


def fitted(text: str, cells: int) -> str:
    """`text` in exactly `cells` cells: truncated with an ellipsis or padded."""
    taken = width(text)
    if taken > cells:
        text = cut(text, cells - width(ELLIPSIS)) + ELLIPSIS if cells >= width(ELLIPSIS) else ""
        taken = width(text)
    return text + " " * (cells - taken)


def sign(mark: str, *, given: bool) -> str:
    """The sign, or spaces of the same width."""
    return mark if given else " " * width(mark)


def cut(text: str, cells: int) -> str:
    """The beginning of a text that fits into `cells` cells."""
    used = 0
    for number, character in enumerate(text):
        used += width_of(character)
        if used > cells:
            return text[:number]
    return text
