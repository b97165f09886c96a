"""Rows of the list: fetched for visible articles, cached for recent ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.article_words import repaired_row, reworded_row
from tui_reader.present.display import as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tui_reader.app.session import Session
    from tui_reader.model import Row, Shown
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.workers import Workers

KEPT = 1000
"""Maximum rows cached, about 2 MB."""


def fetched_rows(session: Session, article_ids: tuple[int, ...], shown: Shown, *, repair: bool) -> tuple[Row, ...]:
    """Rows of articles in a wording, with or without punctuation repair. For a worker."""
    rows = session.library.rows(article_ids) if article_ids else ()
    if shown != "source":
        rows = tuple(
            reworded_row(row, session.library.stored(row.article_id).article, shown, session.converter) for row in rows
        )
    return tuple(repaired_row(row, shown) for row in rows) if repair else rows


def rows_at_first(initial: InitialState) -> tuple[Row, ...]:
    """Rows that can be shown before anything is converted."""
    return tuple(row for row in initial.rows if as_written(row.script, initial.wording.shown))


class Rows:
    """Rows by article. A stale row is shown until the new one arrives; `arrived` is called when rows have been
    fetched.
    """

    def __init__(self, rows: Iterable[Row], session: Session, workers: Workers, arrived: Callable[[], None]) -> None:
        self._rows = {row.article_id: row for row in rows}
        self._fresh = set(self._rows)
        self._asked: dict[int, object] = {}
        self._session, self._workers, self._arrived = session, workers, arrived

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, article_id: int) -> Row | None:
        """The cached row; None if it was not fetched."""
        return self._rows.get(article_id)

    def forget(self, article_ids: Collection[int] | None = None) -> None:
        """These rows, or all, are stale."""
        if article_ids is None:
            self._fresh.clear()
            self._asked.clear()
            return
        self._fresh.difference_update(article_ids)
        for article_id in article_ids:
            self._asked.pop(article_id, None)

    def fetch(self, article_ids: Iterable[int], shown: Shown, *, repair: bool) -> None:
        """Request those rows that are neither fresh nor requested."""
        wanted = tuple(
            article_id for article_id in article_ids if article_id not in self._fresh and article_id not in self._asked
        )
        if wanted:
            ticket = object()
            self._asked |= dict.fromkeys(wanted, ticket)
            self._workers.read(
                lambda: fetched_rows(self._session, wanted, shown, repair=repair),
                lambda rows: self._take(ticket, rows),
                lambda: self._give_up(ticket),
            )

    def _take(self, ticket: object, rows: tuple[Row, ...]) -> None:
        """Store rows unless they were requested again since, in another wording or because of a change."""
        new = {row.article_id: row for row in rows if self._asked.get(row.article_id) is ticket}
        self._rows |= new
        self._fresh |= new.keys()
        for article_id in new:
            del self._asked[article_id]
        self._arrived()

    def _give_up(self, ticket: object) -> None:
        self._asked = {article_id: other for article_id, other in self._asked.items() if other is not ticket}

    def drop_all_but(self, near: Callable[[], Collection[int | None]]) -> None:
        """If too many rows are cached, keep only the near ones."""
        if len(self._rows) > KEPT:
            kept = near()
            self._rows = {article_id: row for article_id, row in self._rows.items() if article_id in kept}
            self._fresh &= self._rows.keys()
