"""How long the article still takes, at the pace of who reads it.

A page is timed when it came into view as a whole, by paging or by opening the article, and was left by paging on.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.pace import Pace, ReadingDistance, Watch, reading_distance
from tui_reader.ui.messages import KeepSetting
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.list_pane import ListPane
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from tui_reader.present.initial_state import InitialState
    from tui_reader.present.pieces import Piece
    from tui_reader.present.status import Status


class PacingScreen(ReadingScreen):
    """Times pages, and tells the minutes left."""

    clock: Callable[[], float] = staticmethod(monotonic)

    def __init__(self, opening: InitialState) -> None:
        super().__init__(opening)
        self.pace = Pace.from_setting(opening.pace)
        self._watch = Watch()
        self._way: tuple[tuple[Piece, ...], ReadingDistance] = (), reading_distance(())
        self._top_timed = 0
        self._key_timed: int | None = None

    def status(self) -> Status:
        """With the minutes left, where an article is on the screen."""
        status = super().status()
        return replace(status, minutes=self.pace.minutes(self._left())) if status.percent is not None else status

    @on(ReadingPane.Scrolled)
    def time_page(self, event: ReadingPane.Scrolled) -> None:
        """A whole page on is reading; any other move is looking for something."""
        before, self._top_timed = self._top_timed, self.reading.scroll_offset.y
        if not event.by_reader:
            return
        if self._top_timed - before != self.reading.size.height - 1:
            self._watch.stop()
        elif (speed := self._watch.turn(self.clock(), self._left())) is not None:
            self.pace = self.pace.after(speed)
            self.post_message(KeepSetting(self, "pace", str(self.pace)))

    @on(ReadingPane.Turned)
    def time_next(self) -> None:
        """Another article, come to while reading."""
        page = self.reading.page
        if page is not None and page.key != self._key_timed:
            self._key_timed = page.key
            self._watch.stop()
            if self.reading.has_focus:
                self._watch.begin(self.clock(), self._left())

    @on(ListPane.Opened)
    def time_opened(self) -> None:
        """From now on it is read."""
        self._watch.begin(self.clock(), self._left())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Elsewhere one does not read."""
        if event.widget is not self.reading:
            self._watch.stop()

    def _left(self) -> float:
        page = self.reading.page
        if page is None:
            return 0
        if self._way[0] is not page.written:
            self._way = page.written, reading_distance(page.written)
        return self._way[1].left(page.anchor_at(self.reading.scroll_offset.y))
