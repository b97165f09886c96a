"""Folds and unfolds stories in the list; groups the articles of a library of an earlier version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.features.stories.related import RelatedArticles
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.reader.listing import GROUPING

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.present.page import Page
    from tui_reader.ui.reader.context import Reader


class StoriesController(Controller):
    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._grouping = True
        self.related = RelatedArticles(reader)

    def context(self) -> str | None:
        panel = self.related.panel
        return "related" if panel is not None and panel.has_focus else None

    def ready(self) -> None:
        """Read the setting; group the articles of an earlier version's library in batches."""
        session = self.reader.session
        self.reader.workers.read(lambda: session.setting(GROUPING) != str(False), self._take_grouping)
        if not self.reader.initial.read_only:
            self.reader.workers.read(self._is_behind, self._start_catching_up)

    def _is_behind(self) -> bool:
        return self.reader.session.library.stories.is_behind()

    def _catch_up(self) -> bool:
        return self.reader.session.library.stories.catch_up()

    def _take_grouping(self, grouping: bool) -> None:
        self._grouping = grouping

    def _start_catching_up(self, behind: bool) -> None:
        if behind:
            self.reader.workers.write(self._catch_up, self._continue_catching_up)

    def _continue_catching_up(self, behind: bool) -> None:
        """One batch per write job, so that other writes run in between."""
        if behind:
            self.reader.workers.write(self._catch_up, self._continue_catching_up)
        else:
            self.reader.listing.ask_again()

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        self.related.follow()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        self.related.forget()

    def listed(self) -> None:
        self.related.listed()

    def focus_moved(self, widget: Widget) -> None:
        """Close the panel when it loses focus, for example by a click elsewhere."""
        if widget is not self.related.panel:
            self.related.close()

    def action_related(self) -> None:
        self.related.open()

    def action_unfold(self) -> None:
        """List all versions of the story; read the article if there are no others to list."""
        articles = self.reader.articles
        article_id = articles.article_id
        if article_id is not None and articles.found.signs(article_id, articles.unfolded)[1]:
            articles.unfold(article_id)
        else:
            articles.action_open()

    def action_fold(self) -> None:
        self.reader.articles.unfold(self.reader.articles.article_id, fold=True)

    def action_toggle(self) -> None:
        """Toggle between one entry per story and one per version."""
        self._grouping = not self._grouping
        session, grouping = self.reader.session, str(self._grouping)
        self.reader.workers.write(
            lambda: session.library.set_setting(GROUPING, grouping), lambda _: self.reader.listing.ask_again()
        )
        self.reader.say("One entry for each story" if self._grouping else "Every version is listed")
