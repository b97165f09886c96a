"""Percentage read of the article, and minutes left at the reader's own speed.

A page is timed if it came into view as a whole, by paging or opening the article, and was left by paging on.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from tui_reader.present.pace import Pace, ReadingDistance, Watch, reading_distance
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece
    from tui_reader.present.status import Status
    from tui_reader.ui.reader.context import Reader


class PacingController(Controller):
    """Times pages, and adds the minutes left to the status line."""

    clock: Callable[[], float] = staticmethod(monotonic)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.pace = Pace.from_setting(reader.initial.pace)
        self._watch = Watch()
        self._way: tuple[tuple[Piece, ...], ReadingDistance] = (), reading_distance(())
        self._top_timed = 0
        self._timed_id: int | None = None

    def status(self, status: Status) -> Status:
        """Add the percentage read and the minutes left if an article is on the screen."""
        if status.percent is None:
            return status
        left = self._left()
        percent = self._way[1].percent(left)
        return replace(status, minutes=self.pace.minutes(left), percent=status.percent if percent is None else percent)

    def scrolled(self, *, by_reader: bool) -> None:
        """Paging by a whole screen is reading; any other movement is searching."""
        reading = self.reader.reading
        before, self._top_timed = self._top_timed, reading.scroll_offset.y
        if not by_reader:
            return
        self._note_progress()
        if self._top_timed - before != reading.size.height - 1:
            self._watch.stop()
        elif (speed := self._watch.turn(self.clock(), self._left())) is not None:
            self.pace = self.pace.after(speed)
            self.reader.keep_setting("pace", str(self.pace))

    def _note_progress(self) -> None:
        """The list shows how far an article was read that is not finished."""
        page, reading = self.reader.reading.page, self.reader.reading
        if page is not None:
            percent = 0 if reading.is_at_end else self._way[1].percent(self._left())
            self.reader.articles.data.progress.note(page.article_id, percent or 0)

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """Start timing another article that was opened while reading."""
        page = self.reader.reading.page
        if page is not None and page.article_id != self._timed_id:
            self._timed_id = page.article_id
            self._watch.stop()
            if self.reader.reading.has_focus:
                self._watch.begin(self.clock(), self._left())

    def opened(self) -> None:
        self._watch.begin(self.clock(), self._left())

    def focus_moved(self, widget: Widget) -> None:
        """Stop timing outside the article."""
        if widget is not self.reader.reading:
            self._watch.stop()

    def _left(self) -> float:
        """Characters to the end of the article."""
        page = self.reader.reading.page
        if page is None:
            return 0
        if self._way[0] is not page.written:
            self._way = page.written, reading_distance(page.written)
        return self._way[1].left(page.anchor_at(self.reader.reading.scroll_offset.y))
