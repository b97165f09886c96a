"""The contents of the article that is read, to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_reader.present.contents import contents, has_headings, section_at
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.contents.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.present.page import Page

HERE = "•"
"""Before the section one is in."""


class ContentsPanel(Panel):
    """Sections of one article as shown. `go` is called with the piece that is chosen, `close` when none is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "contents")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"contents--here", "contents--mark"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ContentsPanel { width: 52; max-width: 70%; }
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
        """The cursor begins at the section one is in."""
        self._update_title()
        self.cursor = self._here

    def follow(self, page: Page, piece: int) -> None:
        """The same article in another wording, or with another text; `piece` is read now.

        It may have other sections: the cursor goes to the one to which its piece belongs.
        """
        pointed = self._sections[self.cursor].piece
        self.page, self._sections = page, contents(page.pieces)
        self._here = section_at(self._sections, piece)
        self._update_title()
        self.lay_out()
        self.cursor = section_at(self._sections, pointed)

    @property
    def count(self) -> int:
        """Sections."""
        return len(self._sections)

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        """Go there."""
        self.action_go()

    def action_go(self) -> None:
        """To the section under the cursor."""
        self._go(self._sections[self.cursor].piece)

    def action_close(self) -> None:
        """Back."""
        self._close()

    def _update_title(self) -> None:
        self.border_title = "Contents" if has_headings(self.page.pieces) else "No headings; go to"

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        """One section."""
        section = self._sections[place]
        here = self.get_component_rich_style("contents--here", partial=True) if place == self._here else None
        mark = f"{section.mark}  " if section.mark else ""
        yield segment(CURSOR if place == self.cursor else " ")
        yield segment(HERE if place == self._here else " ")
        yield segment(f" {mark}", self.get_component_rich_style("contents--mark", partial=True))
        yield segment(fitted(section.label, max(cells - 3 - len(mark), 0)), here)
