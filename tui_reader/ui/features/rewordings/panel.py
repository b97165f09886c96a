"""The list of what was reworded in the article on the screen; to look at each place, and to correct a pair for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from tui_reader.present.rows import CURSOR, fitted
from tui_reader.text.cells import width
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.rewordings.commands import COMMANDS
from tui_reader.ui.widgets.cursor_list import CursorList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.present.pairs import Pair

NONE = ("Nothing was reworded here;", "only characters differ.")
WAITING = ("…",)


class PairsPanel(CursorList):
    """Pairs in the order of the article; `pairs` is None until they are known.

    `show` is called with a pair and the number of its place to look at, `correct` with a pair that is wrong, `page` with
    the pages by which the article is to be scrolled, `close` when the panel is done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "reworded")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pairs--table"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    PairsPanel {
        width: 34%;
        min-width: 36;
        max-width: 52;
        background: $surface;
        border: round $accent;
        border-title-color: $text-accent;
        scrollbar-background: $surface;
        scrollbar-color: $panel;
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
    }
    .-narrow PairsPanel { dock: bottom; width: 100%; max-width: 100%; height: 9; }
    .pairs--table { text-style: dim; }
    """

    pairs: reactive[tuple[Pair, ...] | None] = reactive(None, repaint=False, init=False)

    def __init__(
        self,
        *,
        show: Callable[[Pair, int], None],
        correct: Callable[[Pair], None],
        page: Callable[[int], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._show, self._correct, self._page, self._close = show, correct, page, close
        self._place = 0

    def on_mount(self) -> None:
        """The frame says what it is."""
        self.border_title = "PlacedRewording"

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

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the first place of another pair."""
        super().watch_cursor(before, now)
        self._place = 0
        self.show_place()

    def show_place(self) -> None:
        """Show the place of the pair that is looked at."""
        if self.pair is not None:
            self._show(self.pair, self._place)

    def action_next(self, steps: int) -> None:
        """Another place of the same pair, round and round."""
        if self.pair is not None:
            self._place = (self._place + steps) % len(self.pair.places)
            self.show_place()

    def action_page(self, pages: int) -> None:
        """Scroll the article."""
        self._page(pages)

    def action_correct(self) -> None:
        """Correct the pair, for good."""
        if self.pair is not None:
            self._correct(self.pair)

    def action_close(self) -> None:
        """Back to the article."""
        self._close()

    def empty_line(self, y: int) -> str:
        """Why there are no pairs."""
        lines = () if self.pairs else WAITING if self.pairs is None else NONE
        return f" {lines[y] if y < len(lines) else ''}"

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        """One pair."""
        pair = (self.pairs or ())[place]
        table = f" {pair.table}"
        yield segment(CURSOR if place == self.cursor else " ")
        yield segment(fitted(pair.text, max(cells - 1 - width(table), 0)))
        yield segment(table, self.get_component_rich_style("pairs--table", partial=True))
