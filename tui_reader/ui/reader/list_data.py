"""Data of the listed articles near the visible ones: rows, excerpts and progress, fetched in workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui_reader.ui.reader.excerpts import Excerpts
from tui_reader.ui.reader.list_entries import Entry
from tui_reader.ui.reader.progress import Progress
from tui_reader.ui.reader.rows import Rows, rows_at_first

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tui_reader.app.session import Session
    from tui_reader.model import Row, Shown
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.workers import Workers


class Pane(Protocol):
    """Interface of the list that shows the data."""

    shown: Shown
    repair: bool

    @property
    def window(self) -> tuple[int, ...]:
        """Ids of the visible articles and of those that scrolling would show next."""


class ListData:
    """Cached data of a pane's articles. Calls `arrived` when rows were fetched, `changed` for excerpts and progress."""

    def __init__(
        self,
        initial: InitialState,
        session: Session,
        workers: Workers,
        pane: Pane,
        *,
        arrived: Callable[[], None],
        changed: Callable[[], object],
    ) -> None:
        self._pane = pane
        self.rows = Rows(rows_at_first(initial), session, workers, arrived)
        self.excerpts = Excerpts(session, workers, changed)
        self.progress = Progress(session, workers, changed)

    def row(self, article_id: int | None) -> Row | None:
        """The row of an article; None until it is fetched."""
        return self.rows.get(article_id) if article_id is not None else None

    def entry(self, article_id: int, signs: tuple[str, str], *, selected: bool) -> Entry | None:
        """What the list shows of an article; None until its row is fetched. `signs`: see `Entry`."""
        row = self.rows.get(article_id)
        if row is None:
            return None
        return Entry(row, selected, signs, self.excerpts.get(article_id), self.progress.get(article_id))

    def fetch(self) -> None:
        """Request what the pane's window lacks."""
        article_ids = self._pane.window
        self.rows.fetch(article_ids, self._pane.shown, repair=self._pane.repair)
        self.excerpts.fetch(article_ids)
        self.progress.fetch(article_ids)

    def refetch(self, article_ids: Collection[int]) -> None:
        """Request changed articles again; the old data is shown until then."""
        self.rows.forget(article_ids)
        self.progress.forget(article_ids)
        self.excerpts.forget()
        self.fetch()

    def reword(self) -> None:
        """Request all rows and excerpts again, in the pane's wording."""
        self.rows.forget()
        self.excerpts.seek(self.excerpts.words, self._pane.shown)
        self.fetch()

    def drop_distant(self, kept: Collection[int | None]) -> None:
        """Limit the cached rows to those of the window and of the articles `kept`, if there are too many."""
        self.rows.drop_all_but(lambda: {*self._pane.window, *kept})
