"""The second page, which scrolls with the first one, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from tui_reader.present.beside import counterpart
from tui_reader.present.pages import PageName, name_of
from tui_reader.ui.reader.page_requests import PageRequests
from tui_reader.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from tui_reader.app.session import Session
    from tui_reader.model import Position, Shown
    from tui_reader.present.page import Page
    from tui_reader.present.place import Anchor
    from tui_reader.ui.core.workers import Workers

WHEEL = 3
"""Lines scrolled by one notch of the wheel."""


class ComparePane(PageView, can_focus=False):
    """A page that another page scrolls.

    `follow` is called when it shows another page, to set its place; `scroll` with the lines that both should scroll.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    ComparePane {
        width: 1fr;
        background: $background;
        border-left: solid $panel;
        border-top: solid $panel;
        border-title-color: $text-accent;
        scrollbar-background: $background;
        scrollbar-color: $panel;
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
    }
    """

    def __init__(
        self,
        measure: int,
        session: Session,
        workers: Workers,
        *,
        follow: Callable[[], None],
        scroll: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._measure = measure
        self._follow, self._scroll = follow, scroll
        self._article_id: int | None = None
        self._shown: Shown = "source"
        self._repair = False
        self._base: Page | None = None
        self._wanted: PageName | None = None
        self._requests = PageRequests(session, workers, self, self._take)

    def want(self, article_id: int, shown: Shown, base: Page | None = None, *, repair: bool = False) -> None:
        """Show this article in this wording; `base`: an existing page of it."""
        self._article_id, self._shown, self._repair = article_id, shown, repair
        self._base = base if base is not None and base.article_id == article_id else None
        self._want()

    def on_resize(self) -> None:
        self._want()

    def _want(self) -> None:
        cells = self.fitting(self._measure)
        if self._article_id is None or cells <= 2:  # not laid out yet
            return
        wanted = PageName(self._article_id, self._shown, cells, self._repair, self.is_dense)
        if self._requests and wanted == self._wanted:
            return  # it is on its way; a second request would begin with its unfinished page
        self._wanted = wanted
        if self.page is None or name_of(self.page) != wanted or not self.page.whole:
            base = self.page if self.page is not None and name_of(self.page)[:2] == wanted[:2] else self._base
            view = range(len(base.pieces)) if base is not None else range(0)
            self._requests.begin(wanted, base, view)

    def _take(self, page: Page, _position: Position | None) -> None:
        self.page = page
        self.virtual_size = Size(self.size.width, page.height)
        self.refresh()
        self._follow()

    def follow(self, anchor: Anchor, page: Page) -> None:
        """Put the place that corresponds to `anchor` of the other page on top."""
        if self.page is not None:
            line = self.page.line_of(counterpart(anchor, page, self.page))
            self.scroll_to(y=line, animate=False, force=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self._scroll(-WHEEL)
