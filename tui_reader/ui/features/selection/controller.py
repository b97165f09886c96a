"""Selects text by sentences or by dragging the mouse, and copies it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.selection import Place, TextSelection, drawn, extended, neighbour, whole_pieces
from tui_reader.ui.reader.clipboard import copy
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.page import Page
    from tui_reader.ui.reader.context import Reader

STEP = 1
"""Lines scrolled when the mouse is dragged over the pane's edge."""


def quote(session: Session, article_id: int, text: str, shown: Shown, *, repair: bool) -> str:
    """Quote card of a text with its source. For a worker."""
    from tui_reader.present.selection import worded_card  # noqa: PLC0415 - few starts need it

    return worded_card(text, session.library.stored(article_id).article, shown, session.converter, repair=repair)


class SelectionController(Controller):
    """Keys and mouse; the selection itself is `reader.selection`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._drawn_from: Place | None = None

    def context(self) -> str | None:
        """Keys of selecting precede those of reading while something is selected."""
        return "choice" if self.reader.reading.has_focus and self.reader.selection.choice is not None else None

    def allows(self, context: str) -> bool:
        """Commands of selecting require a selection."""
        return context != "choice" or self.reader.selection.choice is not None

    def focus_moved(self, widget: Widget) -> None:
        """Leaving the article clears the selection."""
        if widget is self.reader.articles:
            self.reader.selection.clear()

    # Sentences

    def action_start(self) -> None:
        """Select the first visible sentence; from the list, go to the article first."""
        if self.reader.articles.article_id is None:
            return
        if not self.reader.reading.has_focus:
            self.reader.open_article()
            self.reader.reading.focus()
        self.reader.selection.start()

    def action_move(self, steps: int) -> None:
        self._change(lambda page, choice: neighbour(page, choice, steps))

    def action_extend(self, steps: int) -> None:
        self._change(lambda page, choice: extended(page, choice, steps), end=True)

    def action_paragraph(self) -> None:
        self._change(whole_pieces)

    def action_cancel(self) -> None:
        self.reader.selection.clear()

    def _change(self, change: Callable[[Page, TextSelection], TextSelection], *, end: bool = False) -> None:
        page, choice = self.reader.reading.page, self.reader.selection.choice
        if page is not None and choice is not None:
            self.reader.selection.choose(change(page, choice), end=end)

    # Copying

    def action_copy(self) -> None:
        text = self.reader.selection.text
        copy(self.reader, lambda: text)
        self.reader.selection.clear()

    def action_quote(self) -> None:
        """Copy the selection as a quote card."""
        page, text = self.reader.selection.page, self.reader.selection.text
        if page is not None:
            copy(
                self.reader, partial(quote, self.reader.session, page.article_id, text, page.shown, repair=page.repair)
            )
        self.reader.selection.clear()

    # The mouse

    def pointer(self, kind: str, event: events.MouseEvent) -> None:
        """Select from where the button is pressed to where it is released."""
        if kind == "pressed" and event.button == 1:
            self._press(event)
        elif kind == "moved" and self._drawn_from is not None:
            self._draw(event, self._drawn_from)
        elif kind == "released":
            self._let_go()

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        self._let_go()

    def _press(self, event: events.MouseEvent) -> None:
        self._drawn_from = self._touched(event)
        self.reader.selection.clear()
        if self._drawn_from is not None:
            self.reader.reading.capture_mouse()

    def _draw(self, event: events.MouseEvent, start: Place) -> None:
        """Extend the selection to the pointer; scroll beyond the edge."""
        reading = self.reader.reading
        row = event.get_content_offset_capture(reading).y
        if row < 0 or row >= reading.size.height:
            reading.action_line(STEP if row >= 0 else -STEP)
        place = self._touched(event)
        if place is not None and place != start:
            first, last = drawn(start, place)
            choice = TextSelection(first, last._replace(offset=last.offset + 1))
            self.reader.selection.choose(choice, end=place > start)

    def _let_go(self) -> None:
        if self._drawn_from is not None:
            self._drawn_from = None
            self.reader.reading.release_mouse()

    def _touched(self, event: events.MouseEvent) -> Place | None:
        reading = self.reader.reading
        offset = event.get_content_offset_capture(reading)
        place = reading.place_at(offset.x, min(max(offset.y, 0), reading.size.height - 1))
        return Place(*place) if place is not None else None
