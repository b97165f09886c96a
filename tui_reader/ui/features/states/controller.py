"""Bookmarks and read states: set, if any of the articles has it not, else cleared."""

from __future__ import annotations

from tui_reader.ui.reader.controller import Controller


class StatesController(Controller):
    """Of the selected articles, or the current one."""

    def action_bookmark(self) -> None:
        """Toggle the bookmark."""
        if keys := self.reader.target_keys:
            session = self.reader.session
            self.reader.do(lambda: session.library.set_state(keys, bookmarked="toggle"), keys)

    def action_read(self) -> None:
        """Toggle the read state."""
        if keys := self.reader.target_keys:
            session = self.reader.session
            self.reader.do(lambda: session.library.set_state(keys, read="toggle"), keys)
