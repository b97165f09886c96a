"""The tag panel: counts of the listed articles' tags, filtering by them, tagging."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.tags import typed
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.tags import Tag
    from tui_reader.query import Query
    from tui_reader.ui.features.tags.panel import TagPanel
    from tui_reader.ui.reader.context import Reader


def fetched_tags(session: Session, query: Query, shown: Shown, article_id: int | None) -> tuple[Tag, ...]:
    """Tags of the articles a query lists, with counts; `article_id` is the article on the screen. For a worker."""
    from tui_reader.present.article_words import labels  # noqa: PLC0415 - for the first panel only
    from tui_reader.present.tags import tags_for  # noqa: PLC0415

    counts = session.library.tag_counts(query)
    shown_article = session.library.stored(article_id) if article_id is not None and shown != "source" else None
    return tags_for(counts, query, labels(shown_article, shown, session.converter), session.glossary.equivalents)


class TagsController(Controller):
    """The panel, while there is one."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: TagPanel | None = None
        self._latest = LatestRequest()

    def context(self) -> str | None:
        """The panel has keys of its own."""
        return "tags" if self.panel is not None and self.panel.has_focus else None

    def home(self) -> Widget | None:
        """After a line was typed the panel has the focus again."""
        return self.panel

    def action_open(self) -> None:
        """Open the panel, or go to it."""
        from tui_reader.ui.features.tags.panel import TagPanel  # noqa: PLC0415 - only a few starts need it

        if self.panel is None:
            self.panel = TagPanel(choose=self._choose, add=self._type_tags, find=self._type_name, close=self.close)
            self.reader.add_panel(self.panel)
        self.reader.show_list()
        self.panel.focus()
        self._fetch()

    def close(self) -> None:
        """Back to the list."""
        if self.panel is not None:
            self.panel.remove()
            self.panel = None
        self.reader.articles.focus()

    # Counts

    def listed(self) -> None:
        """Count the tags of what is listed now."""
        self._fetch()

    def display_changed(self) -> None:
        """Name them in the wording shown."""
        self._fetch()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        """Tags may have changed."""
        self._fetch()

    def counts_changed(self) -> None:
        """A filter by read state may list other articles."""
        self._fetch()

    def _fetch(self) -> None:
        if self.panel is not None:
            reader = self.reader
            job = partial(
                fetched_tags, reader.session, reader.listing.query, reader.display.shown, reader.reading.article_id
            )
            reader.workers.read(job, self._latest.begin(self._take))

    def _take(self, tags: tuple[Tag, ...]) -> None:
        if self.panel is not None:
            self.panel.tags = tags

    # Filtering and tagging

    def _choose(self, act: str, tag: Tag) -> None:
        """A tag more or less in the filter, or removed from the articles."""
        if act == "remove":
            self._retag(remove=(tag.name,))
        else:
            self._filter_by(tag, wanted=act == "include")

    def _filter_by(self, tag: Tag, *, wanted: bool) -> None:
        """A tag wanted, or not wanted; when that was asked already, neither."""

        def key(name: str) -> str:
            return tag.key_of(_folded(name))

        listing = self.reader.listing
        query = listing.asked
        if key(tag.name) in map(key, query.tags if wanted else query.without):
            listing.ask(query.dropping_tag(tag.name, key))
        else:
            listing.ask(query.with_tag(tag.name, key) if wanted else query.without_tag(tag.name, key))

    def tag_clicked(self, tag: str) -> None:
        """Filter by a tag of the article."""
        self.reader.listing.ask(self.reader.listing.asked.with_tag(tag, _folded))

    def _retag(self, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> None:
        if (article_ids := self.reader.target_ids) and (add or remove):
            session = self.reader.session
            self.reader.do(lambda: session.library.retag(article_ids, add, remove), article_ids)

    def _type_tags(self) -> None:
        submitted = lambda text: self._retag(add=typed(text))  # noqa: E731 - handed on
        self.reader.prompt(Purpose("add tags:", "several with commas between", submitted))

    def _type_name(self, text: str) -> None:
        """Type a part of a name, which may have begun."""
        purpose = Purpose(
            "find tag:", "part of its name, in either script", self._narrow, typed=self._narrow, live="paused"
        )
        self.reader.prompt(purpose, text)
        self._narrow(text)

    def _narrow(self, text: str) -> None:
        if self.panel is not None:
            self.panel.needle = _folded(text)


def _folded(text: str) -> str:
    """One spelling for a tag. The table loads in a few milliseconds, when the first tag is chosen."""
    from tui_reader.text.fold import fold  # noqa: PLC0415

    return fold(text)
