"""Sorts the list, deletes articles, marks all as read, goes to the next unread one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui_reader.locale import _
from tui_reader.present.list_header import ORDERS
from tui_reader.query import Query, SortKey
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.ui.reader.context import Reader


_ORDERS: Final[tuple[SortKey | None, ...]] = (None, "added", "title", "source", "length", "unread")


SORTED = "Sorted: {order}"


class ManagingController(Controller):
    """Commands on the selected articles, the current one, or all listed ones."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._latest = LatestRequest()

    def allows(self, context: str) -> bool:  # noqa: ARG002 - all its commands work on listed articles
        """Offer the commands unless the library is empty."""
        return self.reader.context != "empty"

    def action_sort(self) -> None:
        """Sort by the next key of `_SORTED`, in turn."""
        listing = self.reader.listing
        asked = listing.asked
        following = _ORDERS[(_ORDERS.index(asked.sort) + 1) % len(_ORDERS)] if asked.sort in _ORDERS else None
        listing.ask(replace(asked, sort=following))
        self.reader.say(_(SORTED).format(order=_(ORDERS[following])))

    def action_delete(self) -> None:
        """Move the selected articles, or the current one, to the trash."""
        if article_ids := self.reader.target_ids:
            session = self.reader.session
            self.reader.changes.do(lambda: session.library.trash.delete(article_ids), article_ids, relist=True)

    def action_mark_all_read(self) -> None:
        """Mark all listed articles as read."""
        article_ids = self.reader.articles.found.article_ids
        session = self.reader.session
        self.reader.changes.do(lambda: session.library.set_state(article_ids, read=True), article_ids)

    def action_next_unread(self) -> None:
        """Move the cursor to the next unread article of the list; wraps to the first."""
        session = self.reader.session
        self.reader.workers.read(
            lambda: session.library.listing(Query(states=("unread",))).article_ids, self._latest.begin(self._go_to_next)
        )

    def _go_to_next(self, unread: Sequence[int]) -> None:
        listed, wanted = self.reader.articles.article_ids, set(unread)
        after = self.reader.articles.cursor + 1
        found = next((each for each in (*listed[after:], *listed[:after]) if each in wanted), None)
        if found is None:
            self.reader.say("No unread article in the list")
        else:
            self.reader.articles.go_to(found)
