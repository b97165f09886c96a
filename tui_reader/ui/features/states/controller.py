"""Toggles bookmarks and read states: set unless all target articles have the state, else cleared."""

from __future__ import annotations

from tui_reader.ui.reader.controller import Controller


class StatesController(Controller):
    """Of the selected articles, or the current one."""

    def action_bookmark(self) -> None:
        if article_ids := self.reader.target_ids:
            session = self.reader.session
            self.reader.changes.do(lambda: session.library.set_state(article_ids, bookmarked="toggle"), article_ids)

    def action_read(self) -> None:
        if article_ids := self.reader.target_ids:
            session = self.reader.session
            self.reader.changes.do(lambda: session.library.set_state(article_ids, read="toggle"), article_ids)
