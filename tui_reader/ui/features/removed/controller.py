"""Shows the article with its removed lines, in place of the reading pane (screen class `-removed`)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.place import position_of
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.removed import RemovedView
    from tui_reader.ui.features.removed.pane import RemovedPane
    from tui_reader.ui.reader.context import Reader
    from tui_reader.ui.reader.reading_pane import ReadingPane


def fetched_view(
    session: Session, article_id: int, shown: Shown, measure: int, opened: frozenset[int], *, repair: bool
) -> RemovedView:
    """The article with removed lines in place, folded except the `opened` ones. For a worker."""
    from tui_reader.present.display import quotes_of, text_converter  # noqa: PLC0415
    from tui_reader.present.removed import view_of  # noqa: PLC0415 - few starts need it

    article, amendments = session.library.stored(article_id).article, session.library.amendments(article_id)
    turn, quotes = text_converter(article, shown, session.converter), quotes_of(article.script, shown)
    return view_of(article_id, article, amendments, turn, measure, opened, quotes if repair else None)


def _passage_read(reading: ReadingPane) -> int:
    """Number of the passage on the top line, or of the next numbered one."""
    page = reading.page
    if page is None or page.article_id != reading.article_id:
        return 0
    return position_of(page.written, page.anchor_at(reading.scroll_offset.y)).passage


class RemovedController(Controller):
    """Opens the pane, and restores and drops lines."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.removed: RemovedPane | None = None
        self._latest = LatestRequest()

    def pane(self) -> Widget | None:
        return self.removed

    def context(self) -> str | None:
        return "removed" if self.removed is not None and self.removed.has_focus else None

    def action_open(self) -> None:
        """Open the pane at the reading position."""
        from tui_reader.ui.features.removed.pane import RemovedPane  # noqa: PLC0415 - only a few starts need it

        reader, article_id = self.reader, self.reader.reading.article_id
        if self.removed is None and article_id is not None:
            self.removed = RemovedPane(
                article_id, reader.display.shown, reader.reading.measure, _passage_read(reader.reading), self
            )
            reader.add_panel(self.removed, after=reader.reading)
            self.removed.focus()
            reader.screen.add_class("-removed", "-reading")

    def close(self) -> None:
        if self.removed is not None:
            pane, self.removed = self.removed, None
            self._latest.end()
            self.reader.screen.remove_class("-removed")
            take_away(pane, self.reader.reading)

    def fetch(self, article_id: int, shown: Shown, measure: int, opened: frozenset[int]) -> None:
        if self.removed is not None:
            repair = self.reader.display.repair
            job = partial(fetched_view, self.reader.session, article_id, shown, measure, opened, repair=repair)
            self.reader.workers.read(job, self._latest.begin(self.removed.take))

    def amend(self, article_id: int, lines: tuple[str, ...], *, kept: bool) -> None:
        session = self.reader.session
        self.reader.changes.do(lambda: session.amend(article_id, lines, kept=kept), (article_id,))

    def say(self, sentence: str) -> None:
        self.reader.say(sentence)

    def highlighted(self, article_id: int | None) -> None:
        """Show the removed lines of another article."""
        if self.removed is not None and article_id is None:
            self.close()
        elif self.removed is not None:
            self.removed.article_id = article_id

    def focus_moved(self, widget: Widget) -> None:
        """Moving the focus elsewhere closes the pane."""
        if widget is not self.removed:
            self.close()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:
        if self.removed is not None and (article_ids is None or self.removed.article_id in article_ids):
            self.removed.reload()

    def display_changed(self) -> None:
        if self.removed is not None:
            self.removed.shown = self.reader.display.shown
