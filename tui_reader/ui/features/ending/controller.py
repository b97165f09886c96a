"""Names the next article below the end of the one shown, and goes on to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.ending import end_lines
from tui_reader.present.rows import title_of
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from tui_reader.present.page import Page

LAST = "This is the last article of the list"


class EndingController(Controller):
    """One key pages through an article and on to the next one of the list."""

    @property
    def _next_id(self) -> int | None:
        articles = self.reader.articles
        return next(iter(articles.article_ids[articles.cursor + 1 : articles.cursor + 2]), None)

    def action_read_on(self) -> None:
        """A page down; at the end of the article, the next article."""
        reading = self.reader.reading
        if not reading.is_at_end:
            reading.action_page(1)
        elif self._next_id is not None:
            self.reader.articles.action_move(1)
        else:
            self.reader.say(LAST)

    def _show(self) -> None:
        """Draw the lines for the article shown, once the list's cursor is on it."""
        reading, articles = self.reader.reading, self.reader.articles
        page = reading.page
        if page is None or page.article_id != articles.article_id:
            return
        row = articles.data.rows.get(self._next_id) if self._next_id is not None else None
        title = title_of(row) if row is not None else None
        reading.append("end", end_lines(title, self.reader.keys.first("reading.on"), page.measure))

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        self._show()

    def rows_arrived(self) -> None:
        self._show()

    def listed(self) -> None:
        self._show()
