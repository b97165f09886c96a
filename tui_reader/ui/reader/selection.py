"""The selected part of the article, by sentences or with the mouse.

A selection consists of places in the text, not of cells: line breaks of the screen are never part of it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tui_reader.present.selection import (
    Place,
    TextSelection,
    carried,
    neighbour,
    selection_decorations,
    sentence_at,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tui_reader.present.page import Page
    from tui_reader.present.pieces import BlockStyle
    from tui_reader.ui.reader.reading_pane import ReadingPane


class Selection:
    """A selection on a page of the reading pane; `began_or_ended` is called when other keys apply."""

    def __init__(self, reading: ReadingPane, began_or_ended: Callable[[], None]) -> None:
        self.choice: TextSelection | None = None
        self.page: Page | None = None
        self._reading = reading
        self._began_or_ended = began_or_ended

    @property
    def text(self) -> str:
        """The selected text in the displayed wording."""
        return text_of(self.page, self.choice) if self.page is not None and self.choice is not None else ""

    def start(self, without: Collection[BlockStyle] = ()) -> None:
        """Select the first visible sentence of a piece that has none of these styles."""
        page = self._reading.page
        if page is not None:
            first = self._first_in_view(page)
            skipped = sum(1 for _ in takewhile(lambda piece: piece.look in without, page.pieces[first.piece :]))
            self.choose(sentence_at(page, Place(first.piece + skipped, 0) if skipped else first))

    def clear(self) -> None:
        self.choose(None)

    def choose(self, choice: TextSelection | None, *, end: bool = False) -> None:
        """Select, and scroll to the start or `end` of the selection."""
        began_or_ended = (self.choice is None) != (choice is None)
        self.choice, self.page = choice, self._reading.page
        if self.page is not None:
            self._reading.light("chosen", selection_decorations(self.page, choice))
            if choice is not None:
                place = choice.end._replace(offset=choice.end.offset - 1) if end else choice.start
                self._reading.go_to_shown(*place)
        if began_or_ended:
            self._began_or_ended()

    def carry(self, before: Page | None) -> None:
        """Another page is shown: keep the same words selected, unless it is another article."""
        page = self._reading.page
        if self.choice is None or page is None:
            return
        choice = carried(self.choice, before, page) if before is not None else None
        if choice is None:
            self.choose(None)
        else:
            self.choice, self.page = choice, page
            self._reading.light("chosen", selection_decorations(page, choice))

    def _first_in_view(self, page: Page) -> Place:
        """The first sentence that begins in view, else the one on the top line."""
        here = Place(*page.place_at(self._reading.scroll_offset.y))
        first = sentence_at(page, here)
        if first is not None and first.start < here:
            after = neighbour(page, first, 1)
            if self._reading.in_view(*after.start):
                return after.start
        return here
