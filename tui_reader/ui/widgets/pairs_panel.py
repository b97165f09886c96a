"""The list of what was reworded in the article on the screen; to look at each place, and to correct a pair for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.reactive import reactive

from tui_reader.cells import width
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.present.pairs import Pair

NONE = ("Nothing was reworded here;", "only characters differ.")
WAITING = ("…",)


class PairsPanel(Panel):
    """Pairs, in the order in which the article has them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reworded")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pairs--cursor", "pairs--table"}

    pairs: reactive[tuple[Pair, ...] | None] = reactive(None, repaint=False, init=False)

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
        self.lay_out()

    @property
    def count(self) -> int:
        """Pairs."""
        return len(self.pairs or ())

    def choose(self) -> None:
        """A click shows the pair's first place."""

    def watch_cursor(self) -> None:
        """Its first place is shown."""
        super().watch_cursor()
        self._place = 0
        self.show_place()

    def show_place(self) -> None:
        """The place of the pair that is looked at."""
        if self.pair is not None:
            self.post_message(self.Shown(self.pair, self._place))

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

    def render_line(self, y: int) -> Strip:
        """One pair."""
        place, cells, style = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if not self.pairs or place >= len(self.pairs):
            lines = () if self.pairs else WAITING if self.pairs is None else NONE
            text = lines[y] if y < len(lines) else ""
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
