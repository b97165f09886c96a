"""What was removed from the article, in place; lines are put back and dropped here.

It stands where the reading pane does. What it shows is a frozen view, asked for anew whenever something changes; the
cursor stays on its line and the line on its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui_reader.present.page import fitting
from tui_reader.present.removed import MANY, OUT, SIGNS, Entry, RemovedView
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.ui.answers import RemovedFetched
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.messages import FetchRemoved
from tui_reader.ui.widgets.cursor import put_cursor
from tui_reader.ui.widgets.page_view import LOOKS, MARGIN
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.model import Shown

GUTTER = 4
"""Cells for the cursor and the sign before the text, even so that the text's measure is."""


class RemovedPane(ScrollView, can_focus=True):
    """Kept and removed lines of an article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("removed")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reading--{look}" for look in LOOKS} | {
        "removed--removed", "removed--fold", "removed--reason", "removed--sign", "removed--cursor",
    }  # fmt: skip
    ALLOW_SELECT = False

    key: reactive[int | None] = reactive(None, repaint=False, init=False)
    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass(eq=False)
    class AmendWanted(Message):
        """Lines are to be put back, or dropped."""

        lines: tuple[str, ...]
        kept: bool

    @dataclass(eq=False)
    class Said(Message):
        """Why a key did nothing."""

        sentence: str

    class Closed(Message):
        """Back to the article."""

    def __init__(self, key: int, shown: Shown, measure: int, passage: int) -> None:
        super().__init__()
        self.set_reactive(RemovedPane.key, key)
        self.set_reactive(RemovedPane.shown, shown)
        self.view: RemovedView | None = None
        self._measure = measure
        self._passage: int | None = passage
        self._opened: frozenset[int] = frozenset()
        self._number = 0

    @property
    def entry(self) -> Entry | None:
        """What is under the cursor."""
        return self.view.entries[self.cursor] if self.view is not None else None

    # What comes down

    def watch_key(self) -> None:
        """Another article, from its beginning."""
        self.view, self._passage, self._opened = None, 0, frozenset()
        self.reload()

    def watch_shown(self) -> None:
        """The same in another wording."""
        self.reload()

    def on_resize(self) -> None:
        """The same in another pane."""
        self.reload()

    def reload(self) -> None:
        """Ask for what is to be seen now."""
        cells = fitting(self._measure, self.scrollable_content_region.width - 2 * MARGIN) - GUTTER
        if self.key is not None and cells > 0:
            self._number += 1
            self.post_message(FetchRemoved(self, self.key, self.shown, cells, self._opened, self._number))

    @on(RemovedFetched)
    def take(self, event: RemovedFetched) -> None:
        """Show it, if nothing else was asked for since: the line under the cursor stays on its row."""
        event.stop()
        if event.number != self._number:
            return
        before, self.view = self.view, event.view
        row = 0
        if before is None:
            place = self.view.entry_at(self._passage or 0)
        else:
            row = before.starts[self.cursor] - self.scroll_offset.y
            place = self.view.entry_like(before.entries[self.cursor])
        self.virtual_size = Size(self.size.width, self.view.height)
        self.scroll_to(y=self.view.starts[place] - row, animate=False, force=True)
        self.set_reactive(RemovedPane.cursor, place)
        self._into_view()
        self.refresh()

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """Within the view."""
        return min(max(cursor, 0), max(len(self.view.entries) - 1, 0)) if self.view is not None else 0

    def watch_cursor(self) -> None:
        """It stays in view."""
        self._into_view()
        self.refresh()

    def action_move(self, steps: int) -> None:
        """So many lines on; what is longer than the pane is read first."""
        if self.view is None:
            return
        top, end = self.view.starts[self.cursor], self.view.starts[self.cursor + 1]
        if steps > 0 and end > self.scroll_offset.y + self.size.height:
            self.scroll_relative(y=self.size.height - 1, animate=False, force=True)
        elif steps < 0 and top < self.scroll_offset.y:
            self.scroll_relative(y=1 - self.size.height, animate=False, force=True)
        else:
            self.cursor += steps

    def action_page(self, pages: int) -> None:
        """A screenful, less one line to keep one's bearings."""
        if self.view is not None:
            row = self.view.starts[self.cursor] + pages * max(self.size.height - 1, 1)
            self.scroll_relative(y=pages * max(self.size.height - 1, 1), animate=False, force=True)
            self.cursor = self.view.entry_on(max(row, 0))

    def action_first(self) -> None:
        """To the title."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last line."""
        self.cursor = len(self.view.entries) - 1 if self.view is not None else 0

    def action_jump(self, steps: int) -> None:
        """To the next removed line, over what was kept."""
        place = self.view.next_removed(self.cursor, steps) if self.view is not None else None
        if place is None:
            self.post_message(self.Said("nothing more was removed there"))
        else:
            self.cursor = place

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on folded lines it opens them."""
        if self.view is not None and 0 <= (row := event.y + self.scroll_offset.y) < self.view.height:
            self.cursor = self.view.entry_on(row)
            if self.view.entries[self.cursor].stand in MANY:
                self.action_fold()

    # Doing

    def action_fold(self) -> None:
        """Open folded lines, or fold them again."""
        if self.entry is not None and self.entry.stand in MANY:
            numbers = frozenset(self.entry.numbers)
            self._opened = self._opened - numbers if self.entry.stand == "opened" else self._opened | numbers
            self.reload()

    def action_put_back(self) -> None:
        """Into the text."""
        self._amend(kept=True)

    def action_drop(self) -> None:
        """Out of the text."""
        self._amend(kept=False)

    def action_close(self) -> None:
        """Back."""
        self.post_message(self.Closed())

    def _amend(self, *, kept: bool) -> None:
        if self.entry is None or not self.entry.texts:
            return
        if (self.entry.stand in OUT) == kept:
            self.post_message(self.AmendWanted(self.entry.texts, kept))
        else:
            self.post_message(self.Said("it stands in the text already" if kept else "it was removed already"))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line, with the sign of its entry before the first."""
        row = y + self.scroll_offset.y
        line = self.view.line(row) if self.view is not None else None
        if line is None or self.view is None:
            return strip((), self.size.width, self.rich_style)
        place = self.view.entry_on(row)
        style, at_cursor = self.rich_style, place == self.cursor
        if at_cursor and line.spans:
            style += self.get_component_rich_style("removed--cursor", partial=True)
        first = SIGNS[self.view.entries[place].stand] if row == self.view.starts[place] else " "
        cursor = sign(CURSOR, given=at_cursor and bool(line.spans))
        gutter = segment(fitted(cursor + first, GUTTER), self._style("sign"))
        segments = (segment(span.text, self._style(span.look)) for span in line.spans)
        left = segment(" " * self._left())
        return strip((left, gutter, *segments), self.size.width, style).apply_style(style)

    def _style(self, look: str) -> Style | None:
        for name in (f"removed--{look}", f"reading--{look}"):
            if name in self.COMPONENT_CLASSES:
                return self.get_component_rich_style(name, partial=True)
        return None

    # Its own house

    def _left(self) -> int:
        """The column stands where the article's does."""
        width = self.scrollable_content_region.width
        return max((width - fitting(self._measure, width - 2 * MARGIN)) // 2, 0)

    def _into_view(self) -> None:
        if self.view is None:
            return
        top, end = self.view.starts[self.cursor], self.view.starts[self.cursor + 1]
        in_part = end - top > self.size.height and top <= self.scroll_offset.y < end
        if not in_part and (top < self.scroll_offset.y or end - top > self.size.height):
            self.scroll_to(y=top, animate=False, force=True)
        elif not in_part and end > self.scroll_offset.y + self.size.height > 0:
            self.scroll_to(y=end - self.size.height, animate=False, force=True)
        self.place_terminal_cursor()

    def on_focus(self) -> None:
        """The terminal's own cursor follows, for screen readers and braille."""
        self.call_later(self.place_terminal_cursor)

    def place_terminal_cursor(self) -> None:
        """Onto the line."""
        if self.has_focus and self.view is not None:
            put_cursor(self, self._left(), self.view.starts[self.cursor] - self.scroll_offset.y)
