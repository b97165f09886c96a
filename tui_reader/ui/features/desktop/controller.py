"""Copies the article, or titles and URLs, and opens URLs in a browser."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.ui.reader.clipboard import copy
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.model import Row


def titles(session: Session, rows: tuple[Row, ...]) -> str:
    """Titles and URLs, one per line. For a worker."""
    addresses = (session.library.stored(row.article_id).article.url for row in rows)
    return "\n".join("\n".join(filter(None, (row.title, url))) for row, url in zip(rows, addresses, strict=True))


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
        copy(self.reader, partial(titles, self.reader.session, self.reader.targets))

    def action_browse(self) -> None:
        if self.reader.row is not None:
            job = partial(opened_in_browser, self.reader.session, self.reader.row.article_id)
            self.reader.workers.read(job, self.reader.say)
