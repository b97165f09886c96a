"""The reading beside the one that has the keys: it follows, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.geometry import Size
from textual.message import Message

from tui_reader.present.beside import counterpart
from tui_reader.ui.answers import PageFetched
from tui_reader.ui.asking import Awaited
from tui_reader.ui.messages import FetchPage
from tui_reader.ui.widgets.page_view import PageView
from tui_reader.ui.widgets.pages import Wanted, name_of

if TYPE_CHECKING:
    from textual import events

    from tui_reader.model import Shown
    from tui_reader.present.page import Page
    from tui_reader.present.place import Anchor

WHEEL = 3
"""Lines a notch of the wheel scrolls."""


class BesidePane(PageView, can_focus=False):
    """A page that is scrolled by another."""

    class Wheeled(Message):
        """Both are to be scrolled by so many lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    class Turned(Message):
        """It has another page, in its right place once it is told where that is."""

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self._key: int | None = None
        self._shown: Shown = "source"
        self._repair = False
        self._base: Page | None = None
        self._asked = Awaited()

    def want(self, key: int, shown: Shown, base: Page | None = None, *, repair: bool = False) -> None:
        """Show this article in this wording; `base` is a page of it that there is already."""
        self._key, self._shown, self._repair = key, shown, repair
        self._base = base if base is not None and base.key == key else None
        self._want()

    def on_resize(self) -> None:
        """The same in another pane."""
        self._want()

    def _want(self) -> None:
        cells = self.fitting(self._measure)
        if self._key is None or cells <= 2:  # not laid out yet
            return
        wanted = Wanted(self._key, self._shown, cells, self._repair)
        if self.page is None or name_of(self.page) != wanted or not self.page.whole:
            base = self.page if self.page is not None and name_of(self.page)[:2] == wanted[:2] else self._base
            view = range(len(base.pieces)) if base is not None else range(0)
            self.post_message(self._asked.asked(FetchPage(self, *wanted, base, view)))

    @on(PageFetched)
    def take(self, event: PageFetched) -> None:
        """Show it, if nothing else is wanted by now."""
        event.stop()
        if self._asked.is_met_by(event):
            self.page = event.page
            self.virtual_size = Size(self.size.width, event.page.height)
            self.refresh()
            self.post_message(self.Turned())

    def follow(self, anchor: Anchor, page: Page) -> None:
        """Begin with what belongs to that place of the other page."""
        if self.page is not None:
            line = self.page.line_of(counterpart(anchor, page, self.page))
            self.scroll_to(y=line, animate=False, force=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Both go on."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Wheeled(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Both go back."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Wheeled(-WHEEL))
