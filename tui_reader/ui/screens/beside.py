"""Two readings side by side (class `-beside`): the article as written and converted, or two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from tui_reader.present.beside import LEAST, other_side
from tui_reader.present.display import NAMES
from tui_reader.ui.answers import RowsFetched
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.list_pane import ListPane
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual import events

    from tui_reader.present.display import DisplayOptions
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.widgets.beside_pane import BesidePane

TOO_NARROW = f"two readings side by side need {LEAST} columns"


class BesideScreen(ReadingScreen):
    """Compare wordings, or articles."""

    def __init__(self, opening: InitialState) -> None:
        super().__init__(opening)
        self.beside: BesidePane | None = None
        self._marked_beside: int | None = None
        self._beside_stale = False

    def action_beside(self) -> None:
        """Open it, or close it. With another article marked in the list, that one; else the other wording."""
        if self.beside is not None:
            self.close_beside()
        elif self.size.width < LEAST:
            self.say(TOO_NARROW)
        elif self.reading.key is not None:
            from tui_reader.ui.widgets.beside_pane import BesidePane  # noqa: PLC0415 - only a few starts need it

            others = (key for key in self.articles.marked if key != self.reading.key)
            self._marked_beside = next(others, None)
            self.beside = BesidePane(self.reading.measure)
            self.query_one("#panes").mount(self.beside, after=self.reading)
            self.add_class("-beside")
            self.open()
            self._place_beside()

    def close_beside(self, sentence: str = "") -> None:
        """One reading again."""
        if self.beside is not None:
            self.beside.remove()
            self.beside = None
            self.reading.border_title = None
            self.remove_class("-beside")
        if sentence:
            self.say(sentence)

    def leaves_first(self) -> bool:
        """Escape closes the second reading first."""
        if self.beside is None:
            return super().leaves_first()
        self.close_beside()
        return True

    def _place_beside(self) -> None:
        """Tell the second reading what to show; each says over its text what it is."""
        row, key = self.row, self.articles.key  # the reading pane may not have followed yet
        if self.beside is None or key is None:
            return
        left = self.wording.shown
        if self._marked_beside is not None:
            self.beside.want(self._marked_beside, left, repair=self.wording.repair)
            heads = ("the article read", "the article marked")
        else:
            right = other_side(row.script if row is not None else "none", left, self.wording.traditional)
            base = None if self._beside_stale else self.reading.page
            self._beside_stale = False
            self.beside.want(key, right, base, repair=self.wording.repair)
            heads = (NAMES[left], NAMES[right])
        self.reading.border_title, self.beside.border_title = map(Content, heads)

    # Following

    def on_beside_pane_turned(self) -> None:
        """It has come, or is another one."""
        self.follow_beside()

    @on(ReadingPane.Turned)
    @on(ReadingPane.Scrolled)
    def follow_beside(self) -> None:
        """By paragraph."""
        page = self.reading.page
        if self.beside is not None and page is not None and page.key == self.reading.key:
            self.beside.follow(page.anchor_at(self.reading.scroll_offset.y), page)

    @on(RowsFetched)
    def place_with_row(self) -> None:
        """Which script an article is in, its row says; that may come later."""
        self._place_beside()

    def on_beside_pane_wheeled(self, event: BesidePane.Wheeled) -> None:
        """The wheel over the second reading."""
        self.reading.action_line(event.lines)

    @on(ListPane.Highlighted)
    def turn_beside(self, event: ListPane.Highlighted) -> None:
        """Another article is read: beside it stands what belongs to it."""
        if event.key is None or event.key == self._marked_beside:
            self.close_beside()
        self._place_beside()

    def word(self, wording: DisplayOptions, *, keep: bool = False) -> None:
        """Both turn."""
        super().word(wording, keep=keep)
        self._place_beside()

    def reload_article(self, keys: tuple[int, ...] | None = None) -> None:
        """Both may have changed."""
        super().reload_article(keys)
        if self.beside is not None:
            self.beside.page, self._beside_stale = None, True
            self._place_beside()

    def on_resize(self, event: events.Resize) -> None:
        """Where there is no room any more, one is enough."""
        if self.beside is not None and event.size.width < LEAST:
            self.close_beside(TOO_NARROW)
