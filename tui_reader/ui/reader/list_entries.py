"""The lines of an article in the list: title, details, and an excerpt while words are searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.rows import BOOKMARKED, CURSOR, MARKED, UNREAD, details_of, fitted, sign, title_of
from tui_reader.text.cells import width
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from rich.style import Style

    from tui_reader.model import Row
    from tui_reader.present.excerpts import Excerpt


class Entry(NamedTuple):
    """An article as it is listed. `signs`: what stands before and after its title because of its story."""

    row: Row
    selected: bool
    signs: tuple[str, str]
    excerpt: Excerpt | None = None


def entry_segments(entry: Entry, line: int, cells: int, style: Callable[[str], Style]) -> Iterator[Segment]:
    """Line 0 (title), 1 (details) or 2 (excerpt), without the cursor's sign; `style` gives a component's style."""
    match line:
        case 0:
            yield from _title(entry, cells, style)
        case 1:
            row = entry.row
            yield segment(sign(BOOKMARKED, given=row.bookmarked), style("list--bookmark"))
            yield segment(" " + fitted(details_of(row), _room(cells)), style("list--details"))
        case _:
            yield from _excerpt(entry, cells, style)


def _title(entry: Entry, cells: int, style: Callable[[str], Style]) -> Iterator[Segment]:
    lead, end = entry.signs
    yield segment(sign(UNREAD, given=not entry.row.read), style("list--bar"))
    yield segment(sign(MARKED, given=entry.selected), style("list--bookmark"))
    room = cells - width(CURSOR + UNREAD + MARKED + end) - 1
    yield segment(fitted(lead + title_of(entry.row), room) + end, None if entry.row.read else style("list--title"))


def _excerpt(entry: Entry, cells: int, style: Callable[[str], Style]) -> Iterator[Segment]:
    from tui_reader.present.excerpts import fitted_excerpt  # noqa: PLC0415 - a start searches nothing

    if entry.excerpt is not None:
        before, hit, after = fitted_excerpt(entry.excerpt, max(_room(cells), 0))
        yield segment(f" {sign(BOOKMARKED, given=False)}{before}")
        yield segment(hit, style("lit--hit"))
        yield segment(after)


def _room(cells: int) -> int:
    return cells - width(CURSOR + BOOKMARKED) - 2
