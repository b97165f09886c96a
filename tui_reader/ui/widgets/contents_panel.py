"""The contents of the article that is read, to go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui_reader.present.contents import contents, has_headings, section_at
from tui_reader.present.rows import CURSOR, fitted
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.present.page import Page

HERE = "•"
"""Before the section one is in."""


class ContentsPanel(Panel):
    """Sections of one article as shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("contents")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"contents--cursor", "contents--here", "contents--mark"}

    @dataclass(eq=False)
    class Chosen(Message):
        """Go to this piece."""

        piece: int

    class Closed(Message):
        """Back to where one was."""

    def __init__(self, page: Page, piece: int) -> None:
        super().__init__()
        self.page = page
        self._sections = contents(page.pieces)
        self._here = section_at(self._sections, piece)

    def on_mount(self) -> None:
        """The cursor begins at the section one is in."""
        self._head()
        self.cursor = self._here

    def follow(self, page: Page, piece: int) -> None:
        """The same article in another wording, or with another text; one reads at `piece` now.

        It may have other sections: the cursor goes to the one that what it was on belongs to.
        """
        pointed = self._sections[self.cursor].piece
        self.page, self._sections = page, contents(page.pieces)
        self._here = section_at(self._sections, piece)
        self._head()
        self.lay_out()
        self.cursor = section_at(self._sections, pointed)

    @property
    def count(self) -> int:
        """Sections."""
        return len(self._sections)

    def choose(self) -> None:
        """Go there."""
        self.post_message(self.Chosen(self._sections[self.cursor].piece))

    def action_go(self) -> None:
        """To the section under the cursor."""
        self.choose()

    def action_close(self) -> None:
        """Back."""
        self.post_message(self.Closed())

    def _head(self) -> None:
        """Its frame tells what it is."""
        self.border_title = "Contents" if has_headings(self.page.pieces) else "No headings; go to"

    def render_line(self, y: int) -> Strip:
        """One section."""
        place, cells, style = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if place >= self.count:
            return strip((), cells, style).apply_style(style)
        section = self._sections[place]
        if place == self.cursor:
            style += self.get_component_rich_style("contents--cursor", partial=True)
        here = self.get_component_rich_style("contents--here", partial=True) if place == self._here else None
        mark = f"{section.mark}  " if section.mark else ""
        segments = (
            segment(CURSOR if place == self.cursor else " "),
            segment(HERE if place == self._here else " "),
            segment(f" {mark}", self.get_component_rich_style("contents--mark", partial=True)),
            segment(fitted(section.label, max(cells - 3 - len(mark), 0)), here),
        )
        return strip(segments, cells, style).apply_style(style)
