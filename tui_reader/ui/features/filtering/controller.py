"""Search and filter the list by a query that is typed, or by bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose
from tui_reader.ui.widgets.status_line import SAID_FOR

if TYPE_CHECKING:
    from tui_reader.ui.reader.context import Reader

HINT = "words  tag:T -tag:T  source:S  is:unread|bookmarked  after:2025-02"


class FilteringController(Controller):
    """Asks for listings, and says why a query is none."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._refusal = ""

    def action_open(self) -> None:
        """Type what to list."""
        asked = str(self.reader.listing.asked)
        purpose = Purpose(
            "/", HINT, self.reader.listing.ask_text,
            typed=self.reader.listing.ask_text, live="paused", dismissed=self._hush, shows_list=True,
        )  # fmt: skip
        self.reader.prompt(purpose, f"{asked} " if asked else "")

    def action_bookmarks(self) -> None:
        """Bookmarks only, or all."""
        listing = self.reader.listing
        listing.ask(listing.asked.toggling("bookmarked"))

    def _hush(self) -> None:
        self.reader.status_line.hush(self._refusal)

    def listed(self) -> None:
        """The query is one."""
        self._hush()

    def query_refused(self, sentence: str) -> None:
        """Say why: of what is being typed until it is right, of what was typed in passing."""
        self._refusal = sentence
        self.reader.status_line.say(sentence, SAID_FOR if self.reader.prompts.prompt is None else None)
