"""What the list is filtered by: the query in force, asked for step by step, and the line to type on.

Takes no room until a line is opened. The line serves other purposes, too; what is typed for them goes further up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.widget import Widget

from tui_reader.errors import QueryError
from tui_reader.query import Query
from tui_reader.ui.answers import ListingFetched, ListingRefused
from tui_reader.ui.asking import Awaited, Failed
from tui_reader.ui.messages import FetchListing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.model import Shown
    from tui_reader.present.tags import Tag
    from tui_reader.ui.widgets.prompt_line import PromptLine, Purpose


class FilterBar(Widget):
    """Asks for listings, and passes on those that are still wanted."""

    @dataclass(eq=False)
    class Filtered(Message):
        """The list follows."""

        keys: tuple[int, ...]

    @dataclass(eq=False)
    class Refused(Message):
        """What was typed is no query (yet)."""

        sentence: str

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.filter = Query()
        self.label = ""
        self.shown: Shown = "source"
        self.prompt: PromptLine | None = None
        self._asked = ""
        self._awaited = Awaited()

    @property
    def asked(self) -> Query:
        """What was asked last, answered or not: what comes next builds on it."""
        try:
            return Query.parse(self._asked)
        except QueryError:
            return self.filter

    def ask(self, query: Query) -> None:
        """List what this query finds."""
        self.ask_text(str(query))

    def ask_text(self, text: str) -> None:
        """List what was typed."""
        self._asked = text
        self.post_message(self._awaited.asked(FetchListing(self, text, self.shown)))

    def ask_tag(self, tag: Tag, fold: Callable[[str], str], *, wanted: bool) -> None:
        """A tag wanted, or not wanted; when that was asked already, neither."""

        def key(name: str) -> str:
            return tag.key_of(fold(name))

        query = self.asked
        if key(tag.name) in map(key, query.tags if wanted else query.without):
            self.ask(query.dropping_tag(tag.name, key))
        else:
            self.ask(query.with_tag(tag.name, key) if wanted else query.without_tag(tag.name, key))

    def ask_again(self) -> None:
        """The library or the wording has changed."""
        self.ask_text(self._asked)

    @on(ListingFetched)
    def take(self, event: ListingFetched) -> None:
        """The list follows, if nothing else was asked since."""
        event.stop()
        if self._awaited.is_met_by(event):
            self.filter, self.label = event.query, event.label
            self.post_message(self.Filtered(event.keys))

    @on(ListingRefused)
    def refuse(self, event: ListingRefused) -> None:
        """The list stays as it is."""
        event.stop()
        if self._awaited.is_met_by(event):
            self._asked = str(self.filter)
            self.post_message(self.Refused(event.sentence))

    @on(Failed)
    def give_up(self, event: Failed) -> None:
        """The list stays as it is."""
        if self._awaited.is_met_by(event):
            self._asked = str(self.filter)

    def open_prompt(self, purpose: Purpose, text: str = "", hint: str = "") -> None:
        """A line to type on, in place of one that is open; while it is empty `hint` stands in it, or the usual one."""
        from tui_reader.ui.widgets.prompt_line import PromptLine  # noqa: PLC0415 - only a few starts need it

        self.close_prompt()
        self.prompt = PromptLine(purpose, text, hint)
        self.mount(self.prompt)
        self.display = True

    def close_prompt(self) -> None:
        """Gone."""
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.display = False
