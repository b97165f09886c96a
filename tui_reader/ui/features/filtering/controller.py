"""Filters the list by a typed query or by bookmarks; completes and saves queries, keeps a history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.errors import QueryError
from tui_reader.query import Query, typing_at
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Fault, Purpose

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.present.offers import Name, Offer
    from tui_reader.ui.reader.context import Reader

HINT = "words  title:W tag:T -tag:T  source:S feed:F  is:unread|bookmarked  after:2weeks  OR NOT ( )"
KEYS = ("Enter done", "Tab complete", "↑ earlier", "^S save", "Esc clear, leave")


def fault_of(text: str) -> Fault | None:
    """Message and span of a query's fault; None if it is valid."""
    try:
        Query.parse(text)
    except QueryError as error:
        start, end = error.start or 0, error.end
        return Fault(str(error), start, len(text) if end is None else end)
    return None


class LibraryNames:
    """Cached names of tags, sources and authors in the library. For workers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[str, tuple[Name, ...]] = {}

    def __call__(self, kind: str) -> tuple[Name, ...]:
        """Names of a field (tag, source or author), most frequent first. Raises LibraryError."""
        from tui_reader.present.offers import names_of  # noqa: PLC0415 - nothing is typed at a start

        if kind not in self._names:
            library = self._session.library
            counts = {
                "tag": library.tag_counts,
                "source": library.vocabulary.sources,
                "author": library.vocabulary.authors,
                "feed": library.vocabulary.feeds,
            }[kind](Query())
            self._names[kind] = names_of(count.tag for count in counts)
        return self._names[kind]


def completions(text: str, cursor: int, names: LibraryNames) -> tuple[Offer, ...]:
    """Completions at the cursor. For a worker."""
    from tui_reader.present.offers import offers  # noqa: PLC0415 - nothing is typed at a start

    return offers(text, typing_at(text, cursor), names)


def earlier_queries(session: Session) -> tuple[str, ...]:
    """Typed queries, latest first. For a worker."""
    return session.library.searches.history()


def load_equivalents(session: Session) -> None:
    """Load the words' equivalents, 9 MB and 0.15 s, before the first word is typed. For a worker."""
    _loaded = session.glossary.equivalents


class FilteringController(Controller):
    """Requests listings; shows why a query is invalid."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._names = LibraryNames(reader.session)
        self._latest = LatestRequest()

    def action_open(self) -> None:
        asked = str(self.reader.listing.asked)
        self._open(f"{asked} " if asked else "")

    def _open(self, text: str) -> None:
        reader = self.reader
        self._names = LibraryNames(reader.session)
        purpose = Purpose(
            "/", HINT, self._submitted, typed=self._typed, live="paused", dismissed=self._latest.end, keys=KEYS,
            shows_list=True, fault_of=fault_of, suggest=self._suggest, kept=self._name,
        )  # fmt: skip
        reader.prompt(purpose, text)
        reader.workers.read(partial(earlier_queries, reader.session), reader.prompts.remember)
        reader.workers.read(partial(load_equivalents, reader.session), lambda _none: None)

    def action_bookmarks(self) -> None:
        listing = self.reader.listing
        listing.ask(listing.asked.toggling("bookmarked"))

    # While typing

    def _typed(self, text: str) -> None:
        """Apply the query; if it is invalid, show why and keep the list."""
        fault = fault_of(text)
        if fault is None:
            self.reader.listing.ask_text(text)
        else:
            self.reader.prompts.explain(fault)

    def _suggest(self, text: str, cursor: int) -> None:
        """Request completions; answers for earlier texts are dropped."""
        job = partial(completions, text, cursor, self._names)
        self.reader.workers.read(job, self._latest.begin(self._offer))

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        self.reader.prompts.offer(offers)

    def _submitted(self, text: str) -> None:
        self._latest.end()
        self.reader.listing.ask_text(text)
        query, session = str(Query.parse(text)), self.reader.session
        if query and not self.reader.initial.read_only:
            self.reader.workers.write(lambda: session.library.searches.note_used(query))

    # Saving

    def _name(self, text: str) -> None:
        """Prompt for a name and save the query. Esc returns to the query."""
        query = str(Query.parse(text))
        if not query:
            self.reader.say("Nothing to save yet")
            return
        purpose = Purpose(
            "save as:", "a name", lambda name: self._save(name, query),
            dismissed=lambda: self._reopen(text), keys=("Enter save", "Esc back"),
        )  # fmt: skip
        self._latest.end()
        self.reader.prompt(purpose)

    def _reopen(self, text: str) -> None:
        """Open the query prompt again, after the name prompt has released the focus."""
        self.reader.screen.call_after_refresh(self._open, text)

    def _save(self, name: str, query: str) -> None:
        session = self.reader.session
        self.reader.changes.do(lambda: session.library.searches.save(name, query), ())
        self.reader.listing.ask_text(query)

    def query_refused(self, sentence: str) -> None:
        """Show why a query from elsewhere (saved search, command line) is invalid."""
        self.reader.say(sentence)
