"""Supplies the reading pane with pages (cached, typeset for the first frame, or requested), and stores positions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui_reader.present.folds import Folds
from tui_reader.present.pages import Pages, name_of
from tui_reader.ui.reader.page_requests import Drawing, PageRequests
from tui_reader.ui.reader.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.geometry import Size

    from tui_reader.app.session import Session
    from tui_reader.model import Position
    from tui_reader.present.initial_state import InitialState
    from tui_reader.present.page import Page
    from tui_reader.present.pages import PageName
    from tui_reader.ui.core.workers import Workers

    Illustrate = Callable[[Page], Page]
    """Adds pictures to a page."""


def _unchanged(page: Page) -> Page:
    return page


class Pane(Drawing, Protocol):
    """Interface of the widget that shows the pages."""

    page: Page | None

    @property
    def size(self) -> Size:
        """(cells, lines) of the text area."""

    def show(self, page: Page) -> None: ...

    def clear(self) -> None: ...


class PageSupply:
    """Requests one page at a time: scrolling the list must not queue every article passed."""

    def __init__(self, initial: InitialState, session: Session, workers: Workers, pane: Pane) -> None:
        self.places = Places()
        self._initial: InitialState | None = initial
        self._session, self._workers, self._pane = session, workers, pane
        self._pages = Pages()
        self._folds = Folds()
        self._illustrate: Illustrate = _unchanged
        self._unfolded: Page | None = None
        self._wanted: PageName | None = None
        self._asked_id: int | None = None
        self._requests = PageRequests(session, workers, pane, self._take, self._give_up)

    @property
    def is_waiting(self) -> bool:
        return bool(self._requests)

    def want(self, name: PageName) -> None:
        """Show the page of this name now, or request it."""
        self._wanted = name
        page = self._pages.get(name) or self._first_page(name)
        if page is not None:
            self._show(page)
        if page is None or name_of(page) != name:
            self._ask(name)

    def clear(self) -> None:
        self._unfolded, self._wanted = None, None

    def forget(self, article_ids: Iterable[int] | None, shown: int | None) -> None:
        """These articles (None: any) changed; `shown`: the displayed one."""
        changed = self._pages.article_ids() | {self._asked_id, shown} if article_ids is None else set(article_ids)
        for article_id in changed:
            self.places.lift(article_id, self._pages.base(article_id, "source"))
            self._pages.forget(article_id)
        if self._asked_id in changed:  # a page that is on its way was made before
            self._requests.end()
        if shown in changed:
            self._initial = None

    def fold(self, *, folded: bool) -> None:
        """Fold or unfold the comments of the article."""
        if self._unfolded is not None:
            self._folds.choose(self._unfolded.article_id, folded=folded)
            self._show(self._unfolded)

    # Pages

    def _ask(self, name: PageName) -> None:
        if self._requests:
            return
        self._asked_id = name.article_id
        base = self._pages.base(name.article_id, name.shown, repair=name.repair)
        view = base.in_view(base.line_of(self.places[name.article_id]), self._pane.size.height) if base else range(0)
        self._requests.begin(name, base, view)

    def _take(self, page: Page, position: Position | None) -> None:
        """Cache a page; show it if it is still wanted, else request the wanted one."""
        self.places.meet(page.article_id, page.written, position)
        if page.whole:
            self._pages.keep(page)
        if name_of(page) == self._wanted:
            self._show(page)
        elif page.whole and self._wanted is not None:
            self.want(self._wanted)

    def _give_up(self) -> None:
        """The request failed: clear the pane, which must not show another article. The page may be requested again."""
        page, wanted = self._pane.page, self._wanted
        if page is not None and wanted is not None and page.article_id != wanted.article_id:
            self._pane.clear()

    def _first_page(self, name: PageName) -> Page | None:
        """Typeset the first frame's article immediately, which is faster than a worker. Once."""
        initial, self._initial = self._initial, None
        if initial is None or not initial.pieces or name.article_id != initial.article_id or name.shown != "source":
            return None  # stored text in another script must not flash up
        self.places.meet(name.article_id, initial.pieces, initial.position)
        page = initial.first_page(name.article_id, name.measure, dense=name.dense)
        self._pages.keep(page)
        return page

    def _show(self, unfolded: Page) -> None:
        self._unfolded = unfolded
        self._pane.show(self._illustrate(self._folds.laid(unfolded, self.places[unfolded.article_id])))

    def illustrate(self, illustrate: Illustrate) -> None:
        """Show pages as `illustrate` changes them, which returns the same page for the same page."""
        self._illustrate = illustrate
        if self._unfolded is not None:
            self._show(self._unfolded)

    # Places

    def keep_place(self, article_id: int | None) -> None:
        """Store the position in an article, and those that could not be stored before."""
        for of, position in self.places.waiting(article_id, self._pages.base(article_id, "source")).items():
            ticket = self.places.keeping(of, position)
            self._workers.write(
                partial(self._remember, of, position),
                lambda _, of=of, ticket=ticket: self.places.kept(of, ticket),  # type: ignore[misc]
                partial(self.places.failed, of, ticket),
            )

    def _remember(self, article_id: int, position: Position) -> None:
        if not self._session.library.read_only:
            self._session.library.remember(article_id, position)

    def unkept(self, article_id: int | None) -> dict[int, Position]:
        """Positions by article that are not confirmed as stored."""
        return self.places.unkept(article_id, self._pages.base(article_id, "source"))
