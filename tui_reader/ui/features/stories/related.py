"""Related articles: lines below an article's text, and the panel to open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _
from tui_reader.present.rows import fitted, title_of
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.rows import fetched_rows
from tui_reader.ui.widgets.panel import take_away

if TYPE_CHECKING:
    from tui_reader.model import Row
    from tui_reader.ui.features.stories.panel import RelatedPanel
    from tui_reader.ui.reader.context import Reader


class RelatedArticles:
    """Related articles of the displayed article."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.panel: RelatedPanel | None = None
        self.rows: tuple[Row, ...] = ()
        self._latest = LatestRequest()
        self._of: tuple[int, str, bool] | None = None
        self._going_to: int | None = None

    def follow(self) -> None:
        """Fetch again if another article, or another wording, is displayed."""
        page = self.reader.reading.page
        if page is None or (page.article_id, page.shown, page.repair) == self._of:
            return
        self.close()
        self._of, self.rows = (page.article_id, page.shown, page.repair), ()
        session, article_id, shown, repair = self.reader.session, page.article_id, page.shown, page.repair
        self.reader.workers.read(
            lambda: fetched_rows(session, session.library.stories.related(article_id), shown, repair=repair),
            self._latest.begin(self._take),
        )

    def forget(self) -> None:
        """Discard the result, because articles changed; the next page fetches again."""
        self._of = None

    def _take(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        reading = self.reader.reading
        if reading.page is not None and self._of is not None and reading.page.article_id == self._of[0]:
            reading.append(
                "related", lines_of(rows, self.reader.keys.first("reading.related") or "", reading.page.measure)
            )

    def open(self) -> None:
        from tui_reader.ui.features.stories.panel import RelatedPanel  # noqa: PLC0415 - only a few starts need it

        if not self.rows:
            self.reader.say("No related articles")
        elif self.panel is None:
            self.panel = RelatedPanel(self.rows, go=self.go_to, close=self.close)
            self.reader.add_panel(self.panel)
            self.panel.focus()

    def close(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            take_away(panel, self.reader.pane)

    def go_to(self, article_id: int) -> None:
        """Open an article; if it is not listed, clear the filter first."""
        self.close()
        if self.reader.articles.go_to(article_id):
            self.reader.open_article()
        else:
            self._going_to = article_id
            self.reader.listing.ask_text("")

    def listed(self) -> None:
        """Open the requested article once the list without filter contains it."""
        if self._going_to is not None and self.reader.articles.go_to(self._going_to):
            self.reader.open_article()
        self._going_to = None


def lines_of(rows: tuple[Row, ...], key: str, cells: int) -> tuple[str, ...]:
    """Heading with the key of the panel, and one line per article, at most `cells` wide."""
    if not rows:
        return ()
    heading = (_("——— Related articles ({key} opens)") if key else _("——— Related articles")).format(key=key)
    return ("", heading, *(fitted(_line(row), cells).rstrip() for row in rows))


def _line(row: Row) -> str:
    about = " · ".join(one_line(part) for part in (row.source or "", (row.date or "")[:10]) if part)
    return f"{title_of(row)}  {about}"
