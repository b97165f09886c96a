"""The lines of an article in the list: title, details, and an excerpt while words are searched for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.rows import BOOKMARKED, CURSOR, MARKED, UNREAD, details_of, fitted, sign, title_lines, title_of
from tui_reader.text.cells import width
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    percent: int = 0

    def titles(self, cells: int, most: int) -> tuple[str, ...]:
        """The lines of the title, at most `most`."""
        return title_lines(self.signs[0] + title_of(self.row), _title_room(cells, self.signs[1]), most)


def tops_of(entries: Iterable[Entry | None], lines: int, cells: int, most: int) -> tuple[int, ...]:
    """First line of each entry, then the total. `lines`: of an entry with a title of one line; `most`: lines of a title."""
    heights = (lines + (len(entry.titles(cells, most)) - 1 if entry else 0) for entry in entries)
    return tuple(accumulate(heights, initial=0))


def entry_segments(entry: Entry, line: int, cells: int, most: int, style: Callable[[str], Style]) -> Iterator[Segment]:
    """A line of the title, which takes at most `most`, the details, or the excerpt below them, without the cursor's sign.

    `style` gives a component's style.
    """
    titles = entry.titles(cells, most)
    if line < len(titles):
        yield from _title(entry, titles, line, cells, style)
    elif line == len(titles):
        row = entry.row
        yield segment(sign(BOOKMARKED, given=row.bookmarked), style("list--bookmark"))
        yield segment(" " + fitted(details_of(row, entry.percent), _room(cells)), style("list--details"))
    else:
        yield from _excerpt(entry, cells, style)


def _title(
    entry: Entry, titles: tuple[str, ...], line: int, cells: int, style: Callable[[str], Style]
) -> Iterator[Segment]:
    """The signs of the article stand before the first line, the number of folded versions after the last."""
    is_first, end = line == 0, entry.signs[1] if line == len(titles) - 1 else ""
    yield segment(sign(UNREAD, given=is_first and not entry.row.read), style("list--bar"))
    yield segment(sign(MARKED, given=is_first and entry.selected), style("list--bookmark"))
    look = None if entry.row.read else style("list--title")
    yield segment(fitted(titles[line], _title_room(cells, end)) + end, look)


def _title_room(cells: int, end: str) -> int:
    return cells - width(CURSOR + UNREAD + MARKED + end) - 1


def _excerpt(entry: Entry, cells: int, style: Callable[[str], Style]) -> Iterator[Segment]:
    from tui_reader.present.excerpts import fitted_excerpt  # noqa: PLC0415 - a start searches nothing

    if entry.excerpt is not None:
        before, hit, after = fitted_excerpt(entry.excerpt, max(_room(cells), 0))
        yield segment(f" {sign(BOOKMARKED, given=False)}{before}")
        yield segment(hit, style("lit--hit"))
        yield segment(after)


def _room(cells: int) -> int:
    return cells - width(CURSOR + BOOKMARKED) - 2
