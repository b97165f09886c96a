"""Tag panel: counts tags of the listed articles, filters by tags, tags articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.tags import typed
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.tags import Tag
    from tui_reader.query import Query
    from tui_reader.ui.features.tags.panel import TagPanel
    from tui_reader.ui.reader.context import Reader


def fetched_tags(session: Session, query: Query, shown: Shown, article_id: int | None) -> tuple[Tag, ...]:
    """Rows of the panel: saved searches; tags and sources of the query's articles with counts. For a worker.

    `article_id`: the displayed article, whose conversion decides the wording of its tags.
    """
    from tui_reader.present.article_words import labels, source_labels  # noqa: PLC0415 - for the first panel only
    from tui_reader.present.tags import searches_for, sources_for, tags_for  # noqa: PLC0415

    counts = session.library.tag_counts(query)
    sources = sources_for(session.library.vocabulary.sources(query), query, source_labels(shown, session.converter))
    shown_article = session.library.stored(article_id) if article_id is not None and shown != "source" else None
    tags = tags_for(counts, query, labels(shown_article, shown, session.converter), session.glossary.equivalents)
    searches = searches_for(session.library.searches.all(), query)
    return (*searches, *tags, *sources)


class TagsController(Controller):
    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: TagPanel | None = None
        self._go_back: Callable[[], None] = reader.show_list
        self._latest = LatestRequest()

    def context(self) -> str | None:
        return "tags" if self.panel is not None and self.panel.has_focus else None

    def home(self) -> Widget | None:
        """The panel gets the focus back after a prompt."""
        return self.panel

    def action_open(self) -> None:
        from tui_reader.ui.features.tags.panel import TagPanel  # noqa: PLC0415 - only a few starts need it

        if self.panel is None:
            self.panel = TagPanel(
                choose=self._choose, add=self._type_tags, save=self._name_search, find=self._type_name, close=self.close
            )
            self._go_back = self.reader.list_for_now()
            self.reader.add_panel(self.panel)
        self.reader.show_list()
        self.panel.focus()
        self._fetch()

    def close(self) -> None:
        if self.panel is not None:
            self.panel.remove()
            self.panel = None
            self._go_back()

    # Counts

    def listed(self) -> None:
        self._fetch()

    def display_changed(self) -> None:
        self._fetch()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        self._fetch()

    def counts_changed(self) -> None:
        """Update the counts: a filter by read state may list other articles."""
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
        """Change the filter, or remove a tag from articles."""
        if tag.kind == "search":
            self._choose_search(act, tag)
        elif tag.kind == "source":
            self._filter_by_source(tag, wanted=act == "include")
        elif act == "remove":
            self._retag(remove=(tag.name,))
        elif act == "rename":
            self.reader.prompt(
                Purpose("rename tag to:", "a tag", lambda new: self._rename_tag(tag.name, new)), tag.name
            )
        elif act in {"delete", "hide"}:
            self._drop_everywhere(tag.name, keeps=act == "hide")
        else:
            self._filter_by(tag, wanted=act == "include")

    def _choose_search(self, act: str, search: Tag) -> None:
        """Apply, delete or rename a saved search."""
        session, name = self.reader.session, search.name
        if act == "include":
            self.reader.listing.ask_text("" if search.state == "asked" else search.query)
        elif act == "remove":
            self.reader.changes.do(lambda: session.library.searches.delete(name), ())
        else:
            purpose = Purpose("rename to:", "a name", lambda new: self._rename_search(name, new))
            self.reader.prompt(purpose, name)

    def _rename_tag(self, name: str, new: str) -> None:
        session = self.reader.session
        if new.strip():
            self.reader.changes.do(
                lambda: session.library.curation.rename_tags([name], new), (), everywhere=True, relist=True
            )

    def _drop_everywhere(self, name: str, *, keeps: bool) -> None:
        """Hide a tag, which articles keep, or delete it."""
        session = self.reader.session
        self.reader.changes.do(
            lambda: (session.library.curation.hide_tags if keeps else session.library.curation.delete_tags)([name]),
            (),
            everywhere=True,
            relist=True,
        )

    def _rename_search(self, name: str, new: str) -> None:
        session = self.reader.session
        self.reader.changes.do(lambda: session.library.searches.rename(name, new), ())

    def _name_search(self) -> None:
        """Prompt for a name and save the current query."""
        query, session = str(self.reader.listing.query), self.reader.session
        if not query:
            self.reader.say("No search to save: choose tags or type a query first")
            return
        submitted = lambda name: self.reader.changes.do(lambda: session.library.searches.save(name, query), ())  # noqa: E731 - handed on
        self.reader.prompt(Purpose("save as:", "a name", submitted))

    def _filter_by(self, tag: Tag, *, wanted: bool) -> None:
        """Toggle whether a tag is required, or excluded."""

        def key(name: str) -> str:
            return tag.key_of(_folded(name))

        listing = self.reader.listing
        query = listing.asked
        if key(tag.name) in map(key, query.tags if wanted else query.without):
            listing.ask(query.dropping_tag(tag.name, key))
        else:
            listing.ask(query.with_tag(tag.name, key) if wanted else query.without_tag(tag.name, key))

    def _filter_by_source(self, source: Tag, *, wanted: bool) -> None:
        """Toggle whether a source is required, or excluded."""
        listing = self.reader.listing
        query = listing.asked
        if _folded(source.name) in map(_folded, query.sources if wanted else query.without_sources):
            listing.ask(query.dropping_source(source.name, _folded))
        else:
            step = query.with_source if wanted else query.without_source
            listing.ask(step(source.name, _folded))

    def tag_clicked(self, tag: str) -> None:
        """Filter by a tag clicked in the article."""
        self.reader.listing.ask(self.reader.listing.asked.with_tag(tag, _folded))

    def _retag(
        self, article_ids: tuple[int, ...] = (), *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()
    ) -> None:
        if (article_ids := article_ids or self.reader.target_ids) and (add or remove):
            session = self.reader.session
            self.reader.changes.do(lambda: session.library.retag(article_ids, add, remove), article_ids)

    def action_tag(self) -> None:
        """Prompt for tags of the displayed article or of the selected ones; the focus returns to its pane."""
        if article_ids := self.reader.target_ids:
            pane = self.reader.pane if self.reader.pane.has_focus else None
            self._type_tags(article_ids, pane)

    def _type_tags(self, article_ids: tuple[int, ...] = (), home: Widget | None = None) -> None:
        """Prompt for tags. Without `article_ids`: for the articles that are then selected. `home`: gets the focus afterwards."""
        submitted = lambda text: self._retag(article_ids, add=typed(text))  # noqa: E731 - handed on
        self.reader.prompt(Purpose("add tags:", "separate several with commas", submitted, home=lambda: home))

    def _type_name(self, text: str) -> None:
        """Prompt for a part of a tag's name, starting with `text`."""
        purpose = Purpose(
            "find tag:", "part of its name, in either script", self._narrow, typed=self._narrow, live="paused"
        )
        self.reader.prompt(purpose, text)
        self._narrow(text)

    def _narrow(self, text: str) -> None:
        if self.panel is not None:
            self.panel.needle = _folded(text)


def _folded(text: str) -> str:
    """Folded name of a tag. The folding table loads on first use, in a few milliseconds."""
    from tui_reader.text.fold import fold  # noqa: PLC0415

    return fold(text)
