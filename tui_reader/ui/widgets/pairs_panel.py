"""The list of what was reworded in the article on the screen; to look at each place, and to correct a pair for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui_reader.cells import width
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.commands import bindings
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.present.pairs import Pair

NONE = "Nothing was reworded: only characters differ."
WAITING = "…"


class PairsPanel(ScrollView, can_focus=True):
    """Pairs, in the order in which the article has them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reworded")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pairs--cursor", "pairs--table"}
    ALLOW_SELECT = False

    pairs: reactive[tuple[Pair, ...] | None] = reactive(None, repaint=False, init=False)
    cursor: reactive[int] = reactive(0, init=False)

    @dataclass(eq=False)
    class Shown(Message):
        """A place of a pair is to be seen."""

        pair: Pair
        place: int

    @dataclass(eq=False)
    class CorrectWanted(Message):
        """The pair is wrong."""

        pair: Pair

    @dataclass(eq=False)
    class Paged(Message):
        """The article is to be scrolled by so many pages."""

        pages: int

    class Closed(Message):
        """Enough seen."""

    def __init__(self) -> None:
        super().__init__()
        self._place = 0

    def on_mount(self) -> None:
        """Its frame tells what it is."""
        self.border_title = "Reworded"

    @property
    def pair(self) -> Pair | None:
        """The one under the cursor."""
        return self.pairs[self.cursor] if self.pairs else None

    def watch_pairs(self, before: tuple[Pair, ...] | None, now: tuple[Pair, ...] | None) -> None:
        """Other pairs; the cursor stays on its word."""
        word = before[self.cursor].word if before else None
        self.set_reactive(PairsPanel.cursor, next((n for n, pair in enumerate(now or ()) if pair.word == word), 0))
        self._place = 0
        self._lay_out()

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return min(max(cursor, 0), max(len(self.pairs or ()) - 1, 0))

    def watch_cursor(self) -> None:
        """It stays in view, and its first place is shown."""
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= self.scroll_offset.y + self.scrollable_content_region.height > 0:
            self.scroll_to(y=self.cursor - self.scrollable_content_region.height + 1, animate=False, force=True)
        self._place = 0
        self.show_place()
        self._place_terminal_cursor()

    def show_place(self) -> None:
        """The place of the pair that is looked at."""
        if self.pair is not None:
            self.post_message(self.Shown(self.pair, self._place))

    def action_move(self, steps: int) -> None:
        """So many pairs down."""
        self.cursor += steps

    def action_next(self, steps: int) -> None:
        """Another place of the same pair, round and round."""
        if self.pair is not None:
            self._place = (self._place + steps) % len(self.pair.places)
            self.show_place()

    def action_page(self, pages: int) -> None:
        """Of the article."""
        self.post_message(self.Paged(pages))

    def action_correct(self) -> None:
        """For good."""
        if self.pair is not None:
            self.post_message(self.CorrectWanted(self.pair))

    def action_close(self) -> None:
        """Back to the article."""
        self.post_message(self.Closed())

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on the chosen one it goes on to its next place."""
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if place == self.cursor:
            self.action_next(1)
        elif 0 <= place < len(self.pairs or ()):
            self.cursor = place

    def on_focus(self) -> None:
        """The terminal's own cursor follows."""
        self.call_later(self._place_terminal_cursor)

    def on_resize(self) -> None:
        """The same in another size."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One pair."""
        place, cells, style = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if not self.pairs or place >= len(self.pairs):
            text = (WAITING if self.pairs is None else NONE) if not self.pairs and y == 0 else ""
            return strip((segment(f" {text}"),), cells, style).apply_style(style)
        pair = self.pairs[place]
        if place == self.cursor:
            style += self.get_component_rich_style("pairs--cursor", partial=True)
        table = f" {pair.table}"
        segments = (
            segment(CURSOR if place == self.cursor else " "),
            segment(fitted(pair.text, max(cells - 1 - width(table), 0))),
            segment(table, self.get_component_rich_style("pairs--table", partial=True)),
        )
        return strip(segments, cells, style).apply_style(style)

    def _place_terminal_cursor(self) -> None:
        """On the row, for screen readers and braille."""
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(
                0, max(self.cursor - self.scroll_offset.y, 0)
            )

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.pairs or ()))
        self.refresh()
