"""The current query and its result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.errors import QueryError
from tui_reader.present.display import reworded
from tui_reader.present.groups import grouped
from tui_reader.query import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.groups import GroupedList
    from tui_reader.ui.core.workers import Workers


GROUPING = "group_copies"
"""Setting: whether copies of a story are folded in the list; True unless set."""


class _Found(NamedTuple):
    """Articles that match a query, in order; `label`: the query in the wording shown, without its order."""

    query: Query
    grouped: GroupedList
    label: str


def found_for(session: Session, query: Query) -> GroupedList:
    """Articles that match, with the copies of a story grouped unless the setting says otherwise. For a worker."""
    article_ids = tuple(session.library.listing(query).article_ids)
    grouping = session.setting(GROUPING) != str(False)
    return grouped(article_ids, session.library.stories.members() if grouping else ())


class Listing:
    """`listed` is called with the matching articles and whether the query was the same before, `refused` with the error of
    an invalid query.
    """

    def __init__(
        self,
        session: Session,
        workers: Workers,
        listed: Callable[[GroupedList, bool], None],
        refused: Callable[[str], None],
    ) -> None:
        self.query = Query()
        self.label = ""
        self.shown: Shown = "source"
        self._session, self._workers = session, workers
        self._listed, self._refused = listed, refused
        self._asked = ""
        self._requests = 0
        self._is_busy = False

    @property
    def asked(self) -> Query:
        """The latest query, answered or not: the next change builds on it."""
        try:
            return Query.parse(self._asked)
        except QueryError:
            return self.query

    def ask(self, query: Query) -> None:
        self.ask_text(str(query))

    def ask_again(self) -> None:
        """Repeat the query: the library or the wording changed."""
        self.ask_text(self._asked)

    def ask_text(self, text: str) -> None:
        """Parse a typed query and request its list; show the fault of an invalid one.

        While a query runs, only the latest request waits for its end: keys cannot queue up searches.
        """
        self._asked = text
        self._requests += 1
        if not self._is_busy:
            self._begin()

    def _begin(self) -> None:
        request, text, shown = self._requests, self._asked, self.shown
        self._is_busy = True
        self._workers.read(
            lambda: self._find(text, shown), lambda found: self._end(request, found), lambda: self._end(request, None)
        )

    def _end(self, request: int, found: _Found | str | None) -> None:
        """Show what was found; None if the library could not be read. An outdated answer is dropped."""
        self._is_busy = False
        if request != self._requests:
            self._begin()
        elif found is None:
            self._keep()
        else:
            self._take(found)

    def _find(self, text: str, shown: Shown) -> _Found | str:
        """In a worker: the result, or why the query is invalid."""
        try:
            query = Query.parse(text)
        except QueryError as error:
            return str(error)
        filters = str(replace(query, sort=None))
        label = reworded((filters,), "none", shown, self._session.converter)[0] if filters else ""
        return _Found(query, found_for(self._session, query), label)

    def _take(self, found: _Found | str) -> None:
        if isinstance(found, str):
            self._keep()
            self._refused(found)
        else:
            is_same = found.query == self.query
            self.query, self.label = found.query, found.label
            self._listed(found.grouped, is_same)

    def _keep(self) -> None:
        self._asked = str(self.query)
