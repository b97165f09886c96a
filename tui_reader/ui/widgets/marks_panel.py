"""The list of marks: bookmarked articles, and under each the passages marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.message import Message
from textual.reactive import reactive

from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.answers import MarkRowsFetched
from tui_reader.ui.asking import Awaited
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.messages import FetchMarkRows
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.present.passages import MarkRow
    from tui_reader.present.wording import Wording


class MarksPanel(Panel):
    """Marks to go to, or `notice`, lines that stand there while there are none."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("marks")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--cursor", "marks--title"}

    rows: reactive[tuple[MarkRow, ...] | None] = reactive(None, repaint=False, init=False)

    @dataclass(eq=False)
    class Chosen(Message):
        """Something is to be done with a mark, or with an article that is bookmarked."""

        act: Literal["go", "note", "remove"]
        row: MarkRow

    class Closed(Message):
        """Enough of marks."""

    def __init__(self, notice: tuple[str, ...]) -> None:
        super().__init__()
        self._notice = notice
        self._asked = Awaited()

    def on_mount(self) -> None:
        """Its frame tells what it is."""
        self.border_title = "Bookmarks and marked passages"

    def reload(self, first: int | None, wording: Wording) -> None:
        """Ask for what there is now."""
        self.post_message(self._asked.asked(FetchMarkRows(self, first, wording.shown, wording.repair)))

    @on(MarkRowsFetched)
    def take(self, event: MarkRowsFetched) -> None:
        """Show it, if nothing else was asked for since; at first the cursor is on a mark."""
        event.stop()
        if not self._asked.is_met_by(event):
            return
        begun, self.rows = self.rows is None, event.rows
        if begun:
            self.cursor = next((number for number, row in enumerate(event.rows) if row.mark is not None), 0)
        self.cursor = self.validate_cursor(self.cursor)

    @property
    def count(self) -> int:
        """Articles and passages."""
        return len(self.rows or ())

    def choose(self) -> None:
        """A click goes there."""
        self.action_go()

    @property
    def row(self) -> MarkRow | None:
        """The one under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def watch_rows(self) -> None:
        """Other rows."""
        self.lay_out()

    def action_go(self) -> None:
        """There."""
        self._choose("go")

    def action_note(self) -> None:
        """What is noted on it."""
        self._choose("note")

    def action_remove(self) -> None:
        """It is a mark no more."""
        self._choose("remove")

    def action_close(self) -> None:
        """Back."""
        self.post_message(self.Closed())

    def render_line(self, y: int) -> Strip:
        """One row."""
        place, cells, style = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if not self.rows or place >= len(self.rows):
            text = self._notice[y] if self.rows == () and y < len(self._notice) else ""
            return strip((segment(f"  {text}" if text else ""),), cells, style).apply_style(style)
        row = self.rows[place]
        if place == self.cursor:
            style += self.get_component_rich_style("marks--cursor", partial=True)
        look = None if row.mark else self.get_component_rich_style("marks--title", partial=True)
        sign = segment(CURSOR if place == self.cursor else " ")
        return strip((sign, segment(fitted(row.text, cells - 1), look)), cells, style).apply_style(style)

    def _choose(self, act: Literal["go", "note", "remove"]) -> None:
        if self.row is not None:
            self.post_message(self.Chosen(act, self.row))
