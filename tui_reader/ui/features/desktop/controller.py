"""Copies the article, or titles and URLs, and opens URLs in a browser."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.ui.reader.clipboard import copy
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui_reader.app.session import Session


def titles(session: Session, article_ids: tuple[int, ...], shown: Mapping[int, str]) -> str:
    """Titles and URLs, one per line; `shown`: titles in the wording shown, where they are known. For a worker."""
    lines: list[str | None] = []
    for article_id in article_ids:
        article = session.library.stored(article_id).article
        lines += (shown.get(article_id, article.title), article.url)
    return "\n".join(filter(None, lines))


def opened_in_browser(session: Session, article_id: int) -> str:
    """Open an article's URL; returns a message for the user. For a worker."""
    from tui_reader.ui.features.desktop.browser import browse  # noqa: PLC0415 - it looks for programs

    return browse(session.library.stored(article_id).article.url)


class DesktopController(Controller):
    def action_copy(self) -> None:
        """While reading, copy the article as shown; in the list, titles and URLs."""
        page = self.reader.reading.page if self.reader.pane.has_focus else None
        if page is not None:
            copy(self.reader, page.plain)
        else:
            self.action_copy_title()

    def action_copy_title(self) -> None:
        article_ids, rows = self.reader.target_ids, self.reader.articles.data.rows
        shown = {each: row.title for each in article_ids if (row := rows.get(each)) is not None}
        copy(self.reader, partial(titles, self.reader.session, article_ids, shown))

    def action_browse(self) -> None:
        if self.reader.row is not None:
            job = partial(opened_in_browser, self.reader.session, self.reader.row.article_id)
            self.reader.workers.complete(job, self.reader.say)
