"""Panel that lists related articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_reader.locale import _
from tui_reader.present.rows import CURSOR, details_of, fitted, title_of
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.stories.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.model import Row


class RelatedPanel(Panel):
    """Calls `go` with the id of the chosen article, or `close`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "related")]
    ENTRY_LINES = 2
    SCOPED_CSS = False
    DEFAULT_CSS = "RelatedPanel { width: 52; max-width: 70%; }"

    def __init__(self, rows: tuple[Row, ...], *, go: Callable[[int], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._rows, self._go, self._close = rows, go, close

    def on_mount(self) -> None:
        self.border_title = _("Related articles")

    @property
    def count(self) -> int:
        return len(self._rows)

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        self.action_go()

    def action_go(self) -> None:
        self._go(self._rows[self.cursor].article_id)

    def action_close(self) -> None:
        self._close()

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:
        row = self._rows[place]
        yield segment(CURSOR if place == self.cursor else " ")
        yield segment(fitted(f" {title_of(row) if line == 0 else details_of(row)}", cells - 1))
