"""Choosing text on a page: sentence by sentence with keys, or by drawing the mouse over it.

What is chosen are places in the text, not cells: line ends of the screen are never part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from tui_reader.present.selection import (
    Place,
    TextSelection,
    carried,
    drawn,
    extended,
    neighbour,
    selection_decorations,
    sentence_at,
    whole_pieces,
)
from tui_reader.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual import events

    from tui_reader.present.page import Page

Act = Literal["copy", "card", "mark"]

STEP = 1
"""Lines scrolled when the mouse is drawn over the pane's edge."""


class ChoosingView(PageView):
    """A page of which a part can be chosen."""

    @dataclass(eq=False)
    class Taken(Message):
        """Something is to be done with what is chosen."""

        act: Act
        page: Page
        choice: TextSelection

    class ChoiceChanged(Message):
        """Choosing has begun or ended: other keys work now."""

    def __init__(self) -> None:
        super().__init__()
        self.choice: TextSelection | None = None
        self._drawn_from: Place | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of choosing mean other things while nothing is chosen."""
        if action.startswith("choice_"):
            return self.choice is not None
        return super().check_action(action, parameters)

    # Sentences

    def action_choose(self) -> None:
        """The first sentence in view."""
        if self.page is not None:
            self.choose(sentence_at(self.page, self._first_in_view(self.page)))

    def action_choice_move(self, steps: int) -> None:
        """Another sentence."""
        if self.page is not None and self.choice is not None:
            self.choose(neighbour(self.page, self.choice, steps))

    def action_choice_extend(self, steps: int) -> None:
        """One more sentence, or one less."""
        if self.page is not None and self.choice is not None:
            self.choose(extended(self.page, self.choice, steps), end=True)

    def action_choice_paragraph(self) -> None:
        """All of the paragraph."""
        if self.page is not None and self.choice is not None:
            self.choose(whole_pieces(self.page, self.choice))

    def action_choice_close(self) -> None:
        """Nothing is chosen any more."""
        self.choose(None)

    def action_choice_take(self, act: Act) -> None:
        """Do that with it."""
        if self.page is not None and self.choice is not None:
            self.post_message(self.Taken(act, self.page, self.choice))

    def choose(self, choice: TextSelection | None, *, end: bool = False) -> None:
        """Show what is chosen, and bring its beginning or its `end` into view."""
        began_or_ended = (self.choice is None) != (choice is None)
        self.choice = choice
        if self.page is not None:
            self.light("chosen", selection_decorations(self.page, choice))
            if choice is not None:
                self.go_to_shown(*(choice.end._replace(offset=choice.end.offset - 1) if end else choice.start))
        if began_or_ended:
            self.post_message(self.ChoiceChanged())

    def carry(self, before: Page | None) -> None:
        """The page has changed: the same words stay chosen, unless it is another article's."""
        self._let_go()
        if self.choice is not None and self.page is not None:
            choice = carried(self.choice, before, self.page) if before is not None else None
            if choice is None:
                self.choose(None)
            else:
                self.choice = choice
                self.light("chosen", selection_decorations(self.page, choice))

    def _first_in_view(self, page: Page) -> Place:
        """The first sentence that begins in view; where none does, the one on top."""
        here = Place(*page.place_at(self.scroll_offset.y))
        first = sentence_at(page, here)
        if first is not None and first.start < here and self.in_view(*(after := neighbour(page, first, 1)).start):
            return after.start
        return here

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """From here; what was chosen before is not any more."""
        if event.button == 1:
            self._drawn_from = self._touched(event)
            self.choose(None)
            if self._drawn_from is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """To here, and on beyond the edge."""
        if self._drawn_from is None or self.page is None:
            return
        row = event.get_content_offset_capture(self).y
        if row < 0 or row >= self.size.height:
            self._read_on(self.scroll_offset.y + (STEP if row >= 0 else -STEP))
        place = self._touched(event)
        if place is not None and place != self._drawn_from:
            start, end = drawn(self._drawn_from, place)
            self.choose(TextSelection(start, end._replace(offset=end.offset + 1)), end=place > self._drawn_from)

    def on_mouse_up(self) -> None:
        """Done; it stays chosen."""
        self._let_go()

    def _let_go(self) -> None:
        if self._drawn_from is not None:
            self._drawn_from = None
            self.release_mouse()

    def _touched(self, event: events.MouseEvent) -> Place | None:
        offset = event.get_content_offset_capture(self)
        place = self.place_at(offset.x, min(max(offset.y, 0), self.size.height - 1))
        return Place(*place) if place is not None else None
