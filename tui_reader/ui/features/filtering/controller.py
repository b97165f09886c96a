"""Filters the list by a typed query, or by bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.errors import QueryError
from tui_reader.query import Query
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose
from tui_reader.ui.widgets.status_line import SAID_FOR

if TYPE_CHECKING:
    from tui_reader.ui.reader.context import Reader

HINT = "words  title:W tag:T -tag:T  source:S  is:unread|bookmarked  after:2weeks  OR NOT ( )"


def _wrong_at(text: str) -> int | None:
    """Offset of what is wrong in a query; None if nothing is."""
    try:
        Query.parse(text)
    except QueryError as error:
        return len(text) if error.end is None else error.end
    return None


class FilteringController(Controller):
    """Requests listings, and shows why a query is invalid."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._refusal = ""

    def action_open(self) -> None:
        """Open the prompt for a query."""
        from tui_reader.ui.features.filtering.suggesting import QuerySuggester  # noqa: PLC0415 - not at a start

        asked = str(self.reader.listing.asked)
        purpose = Purpose(
            "/", HINT, self.reader.listing.ask_text,
            typed=self.reader.listing.ask_text, live="paused", dismissed=self._hush, shows_list=True,
            wrong_at=_wrong_at, suggester=QuerySuggester(self.reader.session.library),
        )  # fmt: skip
        self.reader.prompt(purpose, f"{asked} " if asked else "")

    def action_bookmarks(self) -> None:
        listing = self.reader.listing
        listing.ask(listing.asked.toggling("bookmarked"))

    def _hush(self) -> None:
        self.reader.status_line.hush(self._refusal)

    def listed(self) -> None:
        """The query is valid: remove the error message."""
        self._hush()

    def query_refused(self, sentence: str) -> None:
        """Show the error: while typing until the query is valid, otherwise for a few seconds."""
        self._refusal = sentence
        self.reader.status_line.say(sentence, SAID_FOR if self.reader.prompts.prompt is None else None)
