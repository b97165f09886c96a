"""Panel: bookmarked articles with their highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from tui_reader.locale import _
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.highlights.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.present.passages import MarkRow

Act = Literal["go", "note", "remove"]


class HighlightsPanel(Panel):
    """Rows, or the lines of `notice` if there are none; `rows` is None until fetched.

    `choose` is called with the command ("go", "note", "remove") and the row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "marks")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--title"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    HighlightsPanel { width: 72; max-width: 90%; }
    .marks--title { text-style: bold; }
    """

    def __init__(
        self, notice: tuple[str, ...], *, choose: Callable[[Act, MarkRow], None], close: Callable[[], None]
    ) -> None:
        super().__init__()
        self.rows: tuple[MarkRow, ...] | None = None
        self._notice = notice
        self._choose_row, self._close = choose, close

    def on_mount(self) -> None:
        self.border_title = _("Bookmarks and highlights")

    def list_rows(self, rows: tuple[MarkRow, ...]) -> None:
        """Show rows; the first time, the cursor starts on a highlight."""
        begun, self.rows = self.rows is None, rows
        self.lay_out()
        if begun:
            self.cursor = next((number for number, row in enumerate(rows) if row.mark is not None), 0)
        self.cursor = self.validate_cursor(self.cursor)

    @property
    def count(self) -> int:
        return len(self.rows or ())

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        self.action_go()

    @property
    def row(self) -> MarkRow | None:
        """Row under the cursor; None in an empty list."""
        return self.rows[self.cursor] if self.rows else None

    def action_go(self) -> None:
        self._choose("go")

    def action_note(self) -> None:
        self._choose("note")

    def action_remove(self) -> None:
        self._choose("remove")

    def action_close(self) -> None:
        self._close()

    def empty_line(self, y: int) -> str:
        text = self._notice[y] if self.rows == () and y < len(self._notice) else ""
        return f"  {text}" if text else ""

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        row = (self.rows or ())[place]
        yield segment(CURSOR if place == self.cursor else " ")
        style = None if row.mark else self.get_component_rich_style("marks--title", partial=True)
        yield segment(fitted(row.text, cells - 1), style)

    def _choose(self, act: Act) -> None:
        if self.row is not None:
            self._choose_row(act, self.row)
