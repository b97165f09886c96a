"""Panel: word pairs of the displayed article, to visit each place and to correct pairs permanently."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from tui_reader.locale import _
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.text.cells import width
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.rewordings.commands import COMMANDS
from tui_reader.ui.widgets.panel import FramedList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.present.pairs import Pair

NONE = ("Nothing reworded here;", "only characters differ.")
WAITING = ("…",)


class PairsPanel(FramedList):
    """Pairs in order of occurrence; `pairs` is None until fetched.

    `show` is called with a pair and the number of its place to show, `correct` with a pair to correct, `page` with the
    number of pages to scroll the article.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "reworded")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pairs--table"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    PairsPanel { width: 34%; min-width: 36; max-width: 52; }
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
        self.border_title = _("Reworded")

    @property
    def pair(self) -> Pair | None:
        """Pair under the cursor; None in an empty list."""
        return self.pairs[self.cursor] if self.pairs else None

    def watch_pairs(self, before: tuple[Pair, ...] | None, now: tuple[Pair, ...] | None) -> None:
        """Keep the cursor on the same word when the list changes."""
        word = before[self.cursor].word if before else None
        self.set_reactive(PairsPanel.cursor, next((n for n, pair in enumerate(now or ()) if pair.word == word), 0))
        self._place = 0
        self.lay_out()

    @property
    def count(self) -> int:
        return len(self.pairs or ())

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the first place of the pair."""
        super().watch_cursor(before, now)
        self._place = 0
        self.show_place()

    def show_place(self) -> None:
        """Show the current place of the pair."""
        if self.pair is not None:
            self._show(self.pair, self._place)

    def action_next(self, steps: int) -> None:
        """Go to another place of the pair, wrapping around."""
        if self.pair is not None:
            self._place = (self._place + steps) % len(self.pair.places)
            self.show_place()

    def action_page(self, pages: int) -> None:
        self._page(pages)

    def action_correct(self) -> None:
        if self.pair is not None:
            self._correct(self.pair)

    def action_close(self) -> None:
        self._close()

    def empty_line(self, y: int) -> str:
        lines = () if self.pairs else WAITING if self.pairs is None else NONE
        return f" {_(lines[y]) if y < len(lines) else ''}"

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        pair = (self.pairs or ())[place]
        table = f" {pair.table}"
        yield segment(CURSOR if place == self.cursor else " ")
        yield segment(fitted(pair.text, max(cells - 1 - width(table), 0)))
        yield segment(table, self.get_component_rich_style("pairs--table", partial=True))
