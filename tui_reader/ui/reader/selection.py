"""The part of the article that is selected, sentence by sentence or with the mouse.

What is selected are places in the text, not cells: line ends of the screen are never part of it.
"""

from __future__ import annotations

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
    from collections.abc import Callable

    from tui_reader.present.page import Page
    from tui_reader.ui.reader.reading_pane import ReadingPane


class Selection:
    """A choice on a page of the reading pane; `began_or_ended` is called when other keys work."""

    def __init__(self, reading: ReadingPane, began_or_ended: Callable[[], None]) -> None:
        self.choice: TextSelection | None = None
        self.page: Page | None = None
        self._reading = reading
        self._began_or_ended = began_or_ended

    @property
    def text(self) -> str:
        """What is selected, as shown."""
        return text_of(self.page, self.choice) if self.page is not None and self.choice is not None else ""

    def start(self) -> None:
        """Select the first sentence in view."""
        page = self._reading.page
        if page is not None:
            self.choose(sentence_at(page, self._first_in_view(page)))

    def clear(self) -> None:
        """Select nothing."""
        self.choose(None)

    def choose(self, choice: TextSelection | None, *, end: bool = False) -> None:
        """Select that, and bring its beginning or its `end` into view."""
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
        """Another page is shown: the same words stay selected, unless it is another article's."""
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
        """The first sentence that begins in view; where none does, the one on top."""
        here = Place(*page.place_at(self._reading.scroll_offset.y))
        first = sentence_at(page, here)
        if first is not None and first.start < here:
            after = neighbour(page, first, 1)
            if self._reading.in_view(*after.start):
                return after.start
        return here
