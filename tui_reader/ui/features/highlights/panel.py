"""Panel: bookmarked articles with their highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from tui_reader.locale import _
from tui_reader.model import COLOURS
from tui_reader.present.passages import matching_rows, sign_of
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.highlights.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual import events
    from textual.binding import BindingType

    from tui_reader.present.passages import MarkRow

Act = Literal["go", "note", "remove", "paint"]


class HighlightsPanel(Panel):
    """Rows that contain the text typed, or the lines of `notice` if there are none; `rows` is None until fetched.

    `choose` is called with the command ("go", "note", "remove", "paint"), the row and a colour; `find` with the text typed
    so far.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "marks")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--title", *(f"marks--{colour}" for colour in COLOURS)}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    HighlightsPanel { width: 72; max-width: 90%; }
    .marks--title { text-style: bold; }
    .marks--yellow { color: $text-warning; }
    .marks--green { color: $text-success; }
    .marks--blue { color: $text-primary; }
    .marks--red { color: $text-error; }
    """

    def __init__(
        self,
        notice: tuple[str, ...],
        *,
        choose: Callable[[Act, MarkRow, str], None],
        find: Callable[[str], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self.rows: tuple[MarkRow, ...] | None = None
        self._notice = notice
        self._choose_row, self._find, self._close = choose, find, close
        self._all: tuple[MarkRow, ...] = ()
        self._needle = ""

    def on_mount(self) -> None:
        self.border_title = _("Bookmarks and highlights")

    def list_rows(self, rows: tuple[MarkRow, ...]) -> None:
        """Show rows; the first time, the cursor starts on a highlight."""
        begun, self._all = self.rows is None, rows
        self.rows = rows = matching_rows(rows, self._needle) if self._needle else rows
        self.lay_out()
        if begun:
            self.cursor = next((number for number, row in enumerate(rows) if row.mark is not None), 0)
        self.cursor = self.validate_cursor(self.cursor)

    def narrow(self, needle: str) -> None:
        """Show only rows with this text; the cursor goes to the first highlight with it."""
        self._needle = needle
        self.border_subtitle = _("filtered · Esc shows all") if needle else ""
        if self.rows is not None:
            self.rows = None
            self.list_rows(self._all)

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

    def action_paint(self, colour: str) -> None:
        if self.row is not None:
            self._choose_row("paint", self.row, colour)

    def action_find(self) -> None:
        self._find("")

    def on_key(self, event: events.Key) -> None:
        """Start a search with a typed Chinese character; no command is bound to one."""
        if event.character and event.is_printable and not event.character.isascii():
            event.stop()
            self._find(event.character)

    def action_close(self) -> None:
        """Show all rows again, or close."""
        if self._needle:
            self.narrow("")
        else:
            self._close()

    def empty_line(self, y: int) -> str:
        if self.rows != ():
            return ""
        notice = (_("No matching highlights."),) if self._needle else self._notice
        return f"  {notice[y]}" if y < len(notice) and notice[y] else ""

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        row = (self.rows or ())[place]
        yield segment(CURSOR if place == self.cursor else " ")
        text = fitted(row.text, cells - 1)
        if row.mark is None:
            yield segment(text, self.get_component_rich_style("marks--title", partial=True))
            return
        sign = f"  {sign_of(row.mark)}"
        yield segment(text[: len(sign)], self.get_component_rich_style(f"marks--{row.mark.colour}", partial=True))
        yield segment(text[len(sign) :])

    def _choose(self, act: Act) -> None:
        if self.row is not None:
            self._choose_row(act, self.row, "")
