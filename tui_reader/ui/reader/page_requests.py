"""Requests for pages: one at a time, visible pieces first, the rest after they were drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from tui_reader.present.conversion import measured_steps, page_steps
from tui_reader.present.lines import layout_of
from tui_reader.ui.core.workers import LatestRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui_reader.app.session import Session
    from tui_reader.model import Position
    from tui_reader.present.page import Page
    from tui_reader.present.pages import PageName
    from tui_reader.ui.core.workers import Workers

    Step = tuple[Page, Position | None]
    """A page, and where the library has its reader; the last page of a request is whole."""


class Drawing(Protocol):
    """Interface of the widget that draws pages."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Call back after the next frame."""


class PageRequests:
    """`take` is called with each page of the latest request, `failed` if it fails; `drawn_on`: the pane."""

    def __init__(
        self,
        session: Session,
        workers: Workers,
        drawn_on: Drawing,
        take: Callable[[Page, Position | None], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        self._session, self._workers, self._pane = session, workers, drawn_on
        self._take, self._failed = take, failed
        self._latest = LatestRequest()

    def __bool__(self) -> bool:
        """Whether a request is pending."""
        return bool(self._latest)

    def begin(self, name: PageName, base: Page | None, view: range) -> None:
        """Request a page; `base`: an existing page of the article, `view`: its visible pieces."""
        self._next(self._steps(name, base, view))

    def end(self) -> None:
        self._latest.end()

    def _next(self, steps: Iterator[Step]) -> None:
        done: Callable[[Step], None] = self._latest.begin(lambda step: self._arrived(steps, step))
        self._workers.read(lambda: next(steps), done, self._latest.on_failure(self._give_up))

    def _arrived(self, steps: Iterator[Step], step: Step) -> None:
        page, position = step
        if page.whole:
            self._latest.end()
        else:  # typesetting the rest at once would take the interpreter from the drawing
            self._pane.call_after_refresh(self._latest.begin(self._next), steps)
        self._take(page, position)

    def _give_up(self) -> None:
        self._latest.end()
        self._failed()

    def _steps(self, name: PageName, base: Page | None, view: range) -> Iterator[Step]:
        """The pages, one at a time. In a worker."""
        if base is not None and (base.shown, base.repair) == (name.shown, name.repair):
            for page in measured_steps(base, view, name):
                yield page, None
            return
        stored = self._session.library.stored(name.article_id)
        layout = layout_of(self._session.preferences.config)
        for page in page_steps(name, stored, self._session.converter, layout, base=base, view=view):
            yield page, stored.position
