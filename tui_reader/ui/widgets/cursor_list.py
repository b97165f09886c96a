"""A list with a cursor: base of the article list, all panels and the view of removed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui_reader.ui.widgets.cursor import put_cursor
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from textual import events
    from textual.strip import Strip


def _offset(top: int, end: int, seen: int, height: int) -> int:
    """First visible line, scrolled as little as possible from `seen` for the lines `top` to `end` to be in view."""
    taller = end - top > height
    if taller and top <= seen < end:
        return seen
    if taller or top < seen:
        return top
    return max(seen, end - height)


class CursorList(ScrollView, can_focus=True):
    """Entries of `ENTRY_LINES` lines each; the one under the cursor stays visible.

    Subclasses define the number of entries (`count`) and draw them (`segments_of`), and call `lay_out` when entries
    change. Subclasses with entries of different heights override `top_of` and `entry_on`.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor"}
    ENTRY_LINES: ClassVar[int] = 1

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    # What a subclass says

    @property
    def count(self) -> int:
        raise NotImplementedError

    def segments_of(self, place: int, line: int, cells: int) -> Iterable[Segment]:
        """One line of an entry; `line` counts from its first."""
        raise NotImplementedError

    def empty_line(self, y: int) -> str:  # noqa: ARG002 - for those that override it
        """Text of a line beyond the last entry."""
        return ""

    def clicked(self, times: int) -> None:
        """Handle a click, after the cursor moved there."""

    @property
    def entry_lines(self) -> int:
        """Number of screen lines that each entry takes."""
        return self.ENTRY_LINES

    def top_of(self, place: int) -> int:
        """Number of an entry's first line; for `count`, of all lines."""
        return place * self.entry_lines

    def entry_on(self, row: int) -> int:
        """Index of the entry on a line."""
        return row // self.entry_lines

    @property
    def cursor_column(self) -> int:
        """Cell of an entry for the terminal's cursor."""
        return 0

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        return min(max(cursor, 0), max(self.count - 1, 0))

    def watch_cursor(self, before: int, now: int) -> None:
        """Redraw two entries, and scroll if the cursor leaves the view."""
        for place in (before, now):
            if place < self.count:
                self.refresh_lines(self.top_of(place), self.top_of(place + 1) - self.top_of(place))
        self.into_view()

    def into_view(self) -> None:
        """Scroll as little as possible; for an entry taller than the view, stay within it."""
        height, seen = self.size.height, self.scroll_offset.y
        if not height or not 0 <= self.cursor < self.count:
            return
        offset = _offset(self.top_of(self.cursor), self.top_of(self.cursor + 1), seen, height)
        if offset != seen:
            self.scroll_to(y=offset, animate=False, force=True)
        self.place_terminal_cursor()

    def action_move(self, steps: int) -> None:
        """Move the cursor by a number of entries; negative moves up."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Move the cursor by screenfuls, less one entry to keep one's bearings."""
        self.cursor += pages * max(self.size.height // self.entry_lines - 1, 1)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = self.count - 1

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the entry, which may do more."""
        row = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= row < self.top_of(self.count):
            self.cursor = self.entry_on(row)
            self.clicked(event.chain)

    # Drawing

    def on_resize(self) -> None:
        self.lay_out()
        self.into_view()

    def lay_out(self) -> None:
        """There are other entries, or more or less room."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.top_of(self.count))
        self.refresh()
        self.call_after_refresh(self.place_terminal_cursor)

    def render_line(self, y: int) -> Strip:
        """One line of an entry, or beyond the last one."""
        row, cells, style = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if row >= self.top_of(self.count):
            return strip((segment(self.empty_line(y)),), cells, style).apply_style(style)
        place = self.entry_on(row)
        if place == self.cursor:
            style += self.get_component_rich_style("list--cursor", partial=True)
        segments = self.segments_of(place, row - self.top_of(place), cells)
        return strip(segments, cells, style).apply_style(style)

    def on_focus(self) -> None:
        """The terminal's own cursor follows, for screen readers and braille."""
        self.call_later(self.place_terminal_cursor)

    def place_terminal_cursor(self) -> None:
        if self.has_focus and self.count:
            put_cursor(self, self.cursor_column, self.top_of(self.cursor) - self.scroll_offset.y)
