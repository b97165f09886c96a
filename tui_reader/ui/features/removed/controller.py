"""What was removed from the article being read, in the article's place (class `-removed`)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.place import position_of
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.removed import RemovedView
    from tui_reader.ui.features.removed.pane import RemovedPane
    from tui_reader.ui.reader.context import Reader
    from tui_reader.ui.reader.reading_pane import ReadingPane


def fetched_view(session: Session, article_id: int, shown: Shown, measure: int, opened: frozenset[int]) -> RemovedView:
    """An article with what was removed from it in place, lines folded but the `opened`. For a worker."""
    from tui_reader.present.display import text_converter  # noqa: PLC0415
    from tui_reader.present.removed import view_of  # noqa: PLC0415 - few starts need it

    article, amendments = session.library.stored(article_id).article, session.library.amendments(article_id)
    return view_of(article_id, article, amendments, text_converter(article, shown, session.converter), measure, opened)


def _passage_read(reading: ReadingPane) -> int:
    """The number of the passage on top, or of the next that has one."""
    page = reading.page
    if page is None or page.article_id != reading.article_id:
        return 0
    return position_of(page.written, page.anchor_at(reading.scroll_offset.y)).passage


class RemovedController(Controller):
    """Look at what was removed, restore lines, drop others."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.removed: RemovedPane | None = None
        self._latest = LatestRequest()

    def pane(self) -> Widget | None:
        """What was removed stands in the article's place."""
        return self.removed

    def context(self) -> str | None:
        """It has keys of its own."""
        return "removed" if self.removed is not None and self.removed.has_focus else None

    def action_open(self) -> None:
        """From where the article is read."""
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
        """The article again."""
        if self.removed is not None:
            pane, self.removed = self.removed, None
            self._latest.end()
            self.reader.screen.remove_class("-removed")
            if pane.has_focus:
                self.reader.reading.focus()
            pane.remove()

    def fetch(self, article_id: int, shown: Shown, measure: int, opened: frozenset[int]) -> None:
        """Get the view for the pane."""
        if self.removed is not None:
            job = partial(fetched_view, self.reader.session, article_id, shown, measure, opened)
            self.reader.workers.read(job, self._latest.begin(self.removed.take))

    def amend(self, article_id: int, lines: tuple[str, ...], *, kept: bool) -> None:
        """Restore lines, or drop them."""
        session = self.reader.session
        self.reader.do(lambda: session.amend(article_id, lines, kept=kept), (article_id,))

    def say(self, sentence: str) -> None:
        """Why a key did nothing."""
        self.reader.say(sentence)

    def highlighted(self, article_id: int | None) -> None:
        """Another article's, if there is one."""
        if self.removed is not None and article_id is None:
            self.close()
        elif self.removed is not None:
            self.removed.article_id = article_id

    def focus_moved(self, widget: Widget) -> None:
        """Going elsewhere closes it."""
        if widget is not self.removed:
            self.close()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:
        """Show the article as it is now."""
        if self.removed is not None and (article_ids is None or self.removed.article_id in article_ids):
            self.removed.reload()

    def display_changed(self) -> None:
        """Show it in another wording."""
        if self.removed is not None:
            self.removed.shown = self.reader.display.shown
