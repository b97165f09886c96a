"""Panel that lists an article's headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_reader.locale import _
from tui_reader.present.contents import contents, has_headings, section_at
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.contents.commands import COMMANDS
from tui_reader.ui.widgets.panel import FramedList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.present.page import Page

HERE = "•"
"""Sign before the current section."""


class ContentsPanel(FramedList):
    """Sections of the displayed article, in the place of the list, or below the text on a narrow screen. `go` is called with the chosen piece, `close` if none is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "contents")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"contents--here", "contents--mark"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ContentsPanel { width: 34%; min-width: 30; max-width: 52; }
    .-narrow ContentsPanel { dock: bottom; width: 100%; max-width: 100%; height: 50%; }
    .contents--here { text-style: bold; }
    .contents--mark { text-style: dim; }
    """

    def __init__(self, page: Page, piece: int, *, go: Callable[[int], None], close: Callable[[], None]) -> None:
        super().__init__()
        self.page = page
        self._go, self._close = go, close
        self._sections = contents(page.pieces)
        self._here = section_at(self._sections, piece)

    def on_mount(self) -> None:
        self._update_title()
        self.cursor = self._here

    def follow(self, page: Page, piece: int) -> None:
        """Show the article in another wording or version; `piece` is being read.

        Sections may differ: the cursor moves to the one that contains its piece.
        """
        pointed = self._sections[self.cursor].piece
        self.page, self._sections = page, contents(page.pieces)
        self._here = section_at(self._sections, piece)
        self._update_title()
        self.lay_out()
        self.cursor = section_at(self._sections, pointed)

    @property
    def count(self) -> int:
        return len(self._sections)

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        self.action_go()

    def action_go(self) -> None:
        self._go(self._sections[self.cursor].piece)

    def action_close(self) -> None:
        self._close()

    def _update_title(self) -> None:
        self.border_title = _("Contents") if has_headings(self.page.pieces) else _("No headings; go to")

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        section = self._sections[place]
        here = self.get_component_rich_style("contents--here", partial=True) if place == self._here else None
        mark = f"{section.mark}  " if section.mark else ""
        yield segment(CURSOR if place == self.cursor else " ")
        yield segment(HERE if place == self._here else " ")
        yield segment(f" {mark}", self.get_component_rich_style("contents--mark", partial=True))
        yield segment(fitted(section.label, max(cells - 3 - len(mark), 0)), here)
