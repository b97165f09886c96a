"""The list: two lines an article, drawn from a window of rows.

It holds the keys of all listed articles and the rows of those lately in view; what comes into view without a row is
asked for. So a hundred thousand articles cost as much as a screenful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui_reader.cells import width
from tui_reader.present.rows import BOOKMARKED, CURSOR, MARKED, UNREAD, details_of, fitted, sign, title_of
from tui_reader.ui.answers import RowsFetched
from tui_reader.ui.asking import Failed
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.messages import FetchRows
from tui_reader.ui.widgets.cursor import put_cursor
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rich.segment import Segment
    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.model import Row, Shown

LINES = 2
"""An article's height."""

AHEAD = 20
"""Articles fetched beyond the visible ones, so that moving on shows them at once."""

KEPT = 1000
"""Rows kept; some 2 MB at most."""


class ListPane(ScrollView, can_focus=True):
    """Articles to choose from; the cursor begins, and stays, on the one last read, where there is one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title", "list--details", "list--cursor", "list--bookmark", "list--bar",
    }  # fmt: skip
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    repair: reactive[bool] = reactive(False, repaint=False, init=False)
    notice: reactive[tuple[str, ...]] = reactive(())

    class Highlighted(Message):
        """Another article is under the cursor (`key` None: there is none)."""

        def __init__(self, key: int | None) -> None:
            super().__init__()
            self.key = key

    class Opened(Message):
        """The article under the cursor is to be read."""

    class Left(Message):
        """Escape, and nothing was marked."""

    class MarksChanged(Message):
        """More or fewer articles are marked."""

    def __init__(self, keys: tuple[int, ...] = (), rows: Iterable[Row] = (), last: int | None = None) -> None:
        super().__init__()
        self.keys = keys
        self.set_reactive(ListPane.cursor, last or 0)
        self.marked: dict[int, None] = {}
        self._marked_elsewhere: dict[int, None] = {}
        self._rows = {row.key: row for row in rows}
        self._fresh = set(self._rows)
        self._asked: dict[int, int] = {}
        self._moved = last is not None
        self._announced = self.key

    def on_mount(self) -> None:
        """The size of what there is to scroll through."""
        self._measure_out()

    @property
    def key(self) -> int | None:
        """The article under the cursor."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    @property
    def row(self) -> Row | None:
        """Its row, when it has come."""
        return self._rows.get(self.key) if self.key is not None else None

    @property
    def targets(self) -> tuple[Row, ...]:
        """What a command is about: the marked articles, else the one under the cursor."""
        keys = self.marked or ([self.key] if self.key is not None else [])
        return tuple(self._rows[key] for key in keys if key in self._rows)

    # What comes down

    def list_keys(self, keys: tuple[int, ...]) -> None:
        """Show another listing; the cursor stays on its article, or where it was, or on top if never moved."""
        current, self.keys, listed = self.key, keys, set(keys)
        marked = self._marked_elsewhere | self.marked  # those of what is not listed wait until it is again
        self.marked = {key: None for key in marked if key in listed}
        self._marked_elsewhere = {key: None for key in marked if key not in listed}
        place = keys.index(current) if current in listed and current is not None else self.cursor
        place = place if self._moved else 0
        self._measure_out()
        self.set_reactive(ListPane.cursor, min(place, max(len(keys) - 1, 0)))
        self._arrived()
        self._ask()
        self.refresh()

    def go_to(self, key: int) -> bool:
        """Put the cursor on an article; False where it is not listed."""
        if key in self.keys:
            self.cursor = self.keys.index(key)
        return key in self.keys

    def forget(self, keys: Collection[int]) -> None:
        """These rows have changed: show them as they are until the new ones come."""
        self._fresh.difference_update(keys)
        for key in keys:
            self._asked.pop(key, None)
        self._ask()

    def watch_repair(self) -> None:
        """Titles with their marks repaired, or as they are stored."""
        self.watch_shown()

    def watch_shown(self) -> None:
        """All rows turn, those in view first."""
        self._fresh.clear()
        self._asked.clear()
        self._ask()

    @on(RowsFetched)
    def take_rows(self, event: RowsFetched) -> None:
        """Draw those that were not asked for again since, changed or in another wording."""
        event.stop()
        rows = {row.key: row for row in event.rows if self._asked.get(row.key) == event.ticket}
        self._rows |= rows
        self._fresh |= rows.keys()
        for key in rows:
            del self._asked[key]
        self._drop_far_rows()
        self.refresh()

    @on(Failed)
    def give_up(self, event: Failed) -> None:
        """What was asked for will not come; it may be asked again."""
        self._asked = {key: ticket for key, ticket in self._asked.items() if ticket != event.ticket}

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        """Redraw two articles, and scroll only when the cursor leaves the view."""
        self._moved = True
        for place in (before, now):
            self.refresh_lines(place * LINES, LINES)
        self._arrived()

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return min(max(cursor, 0), max(len(self.keys) - 1, 0))

    def action_move(self, steps: int) -> None:
        """So many articles down."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """A screenful, less one article to keep one's bearings."""
        self.cursor += pages * max(self.size.height // LINES - 1, 1)

    def action_first(self) -> None:
        """To the top."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the bottom."""
        self.cursor = len(self.keys) - 1

    def action_open(self) -> None:
        """Read it."""
        if self.key is not None:
            self._moved = True
            self.post_message(self.Opened())

    def action_mark(self) -> None:
        """Mark or unmark, and on to the next."""
        if self.key is not None:
            if self.key in self.marked:
                del self.marked[self.key]
            else:
                self.marked[self.key] = None
            self.refresh_lines(self.cursor * LINES, LINES)
            self.post_message(self.MarksChanged())
            self.action_move(1)

    def action_leave(self) -> None:
        """Unmark all; when none is marked, it is the filter's turn."""
        if not self.marked:
            self.post_message(self.Left())
        else:
            self._marked_elsewhere.clear()
        self.marked.clear()
        self.refresh()
        self.post_message(self.MarksChanged())

    def on_click(self, event: events.Click) -> None:
        """One click chooses, two open."""
        place = (event.y + self.scroll_offset.y) // LINES
        if place < len(self.keys):
            self.cursor = place
            if event.chain > 1:
                self.action_open()

    def on_focus(self) -> None:
        """The terminal's own cursor follows, for screen readers and braille."""
        self.call_later(self.place_terminal_cursor)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What comes into view is asked for."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def on_resize(self) -> None:
        """The cursor stays in view."""
        self._measure_out()
        self._into_view()
        self._ask()
        self.call_after_refresh(self._arrived)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One screen line: the title or the details of an article."""
        place, line = divmod(y + self.scroll_offset.y, LINES)
        cells = self.scrollable_content_region.width
        if place >= len(self.keys):
            text = self.notice[y - 1] if not self.keys and 0 < y <= len(self.notice) else ""
            return strip((segment(f"  {text}"),), cells, self.rich_style).apply_style(self.rich_style)
        key = self.keys[place]
        row = self._rows.get(key)
        style = self.rich_style
        if place == self.cursor:
            style += self.get_component_rich_style("list--cursor", partial=True)
        return strip(self._segments(row, key, line, place == self.cursor, cells), cells, style).apply_style(style)

    def _segments(self, row: Row | None, key: int, line: int, at_cursor: bool, cells: int) -> Iterable[Segment]:
        component = self.get_component_rich_style
        yield segment(sign(CURSOR, given=at_cursor), component("list--bar", partial=True))
        if row is None:
            yield segment("  …" if line == 0 else "")
        elif line == 0:
            style = None if row.read else component("list--title", partial=True)
            yield segment(sign(UNREAD, given=not row.read), component("list--bar", partial=True))
            yield segment(sign(MARKED, given=key in self.marked), component("list--bookmark", partial=True))
            yield segment(fitted(title_of(row), cells - width(CURSOR + UNREAD + MARKED) - 1), style)
        else:
            yield segment(sign(BOOKMARKED, given=row.bookmarked), component("list--bookmark", partial=True))
            yield segment(
                " " + fitted(details_of(row), cells - width(CURSOR + BOOKMARKED) - 2),
                component("list--details", partial=True),
            )

    # Its own house

    def _measure_out(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.keys) * LINES)

    def _arrived(self) -> None:
        """Bring the cursor into view and tell which article it is on."""
        self._into_view()
        self.place_terminal_cursor()
        if self.key != self._announced:
            self._announced = self.key
            self.post_message(self.Highlighted(self.key))

    def _into_view(self) -> None:
        top, height = self.cursor * LINES, self.size.height
        line = min(max(self.scroll_offset.y, top + LINES - height), top)
        if height and line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True)

    def place_terminal_cursor(self) -> None:
        """Onto the article's first line."""
        if self.has_focus:
            put_cursor(self, 0, self.cursor * LINES - self.scroll_offset.y)

    def _window(self) -> tuple[int, ...]:
        first = max(self.scroll_offset.y // LINES - AHEAD, 0)
        return self.keys[first : first + self.size.height // LINES + 2 * AHEAD + 1]

    def _ask(self) -> None:
        wanted = tuple(key for key in self._window() if key not in self._fresh and key not in self._asked)
        if wanted:
            request = FetchRows(self, wanted, self.shown, self.repair)
            self._asked |= dict.fromkeys(wanted, request.ticket)
            self.post_message(request)

    def _drop_far_rows(self) -> None:
        if len(self._rows) > KEPT:
            near = {*self._window(), *self.marked, self.key}
            self._rows = {key: row for key, row in self._rows.items() if key in near}
            self._fresh &= self._rows.keys()
