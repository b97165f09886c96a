"""A panel over the panes: rows to choose from, one under the cursor. What the rows are, its kinds say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui_reader.ui.widgets.cursor import put_cursor

if TYPE_CHECKING:
    from textual import events


class Panel(ScrollView, can_focus=True):
    """The cursor, and keeping it in view."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, init=False)

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def choose(self) -> None:
        """What a click on a row does, once the cursor is there."""
        raise NotImplementedError

    def validate_cursor(self, cursor: int) -> int:
        """Within the rows."""
        return min(max(cursor, 0), max(self.count - 1, 0))

    def watch_cursor(self) -> None:
        """It stays in view."""
        height = self.scrollable_content_region.height
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= self.scroll_offset.y + height > 0:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)
        self.place_terminal_cursor()

    def action_move(self, steps: int) -> None:
        """So many rows down."""
        self.cursor += steps

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= place < self.count:
            self.cursor = place
            self.choose()

    def on_focus(self) -> None:
        """The terminal's own cursor follows."""
        self.call_later(self.place_terminal_cursor)

    def on_resize(self) -> None:
        """The same in another size."""
        self.lay_out()
        self.watch_cursor()

    def lay_out(self) -> None:
        """There are other rows, or more or less room."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)
        self.refresh()
        self.call_after_refresh(self.place_terminal_cursor)

    def place_terminal_cursor(self) -> None:
        """On the row, for screen readers and braille."""
        if self.has_focus:
            put_cursor(self, 0, self.cursor - self.scroll_offset.y)
