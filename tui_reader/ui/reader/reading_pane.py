"""The reading pane: a frozen page, scrolled line by line.

The pane names the page it wants (article, wording, measure); if that is not cached it is requested, and the current
page stays until then. The position is an anchor in the source text, so the next page starts with the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from textual.geometry import Size
from textual.reactive import reactive

from tui_reader.present.page import step_measure
from tui_reader.present.pages import PageName
from tui_reader.settings import DEFAULT_MEASURE
from tui_reader.ui.reader.events import ArticleLeft, MeasureChosen, PageShown, Pointer, Scrolled, TagClicked
from tui_reader.ui.reader.page_supply import PageSupply
from tui_reader.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.timer import Timer
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Position, Shown
    from tui_reader.present.initial_state import InitialState
    from tui_reader.present.page import Page
    from tui_reader.ui.core.workers import Workers

Part = Literal["end", "related"]
PARTS: tuple[Part, ...] = get_args(Part)
"""Parts of the lines below a page, in order."""

IDLE = 0.5
"""Seconds without scrolling after which the position is stored, so that a crash loses nothing read before."""


class IdleTimer:
    """Calls `action` once, `IDLE` seconds after the last `restart`."""

    def __init__(self, widget: Widget, action: Callable[[], None]) -> None:
        self._widget, self._action = widget, action
        self._timer: Timer | None = None

    def restart(self) -> None:
        if self._timer is None:
            self._timer = self._widget.set_timer(IDLE, self._action)
        else:
            self._timer.reset()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


class ReadingPane(PageView):
    article_id: reactive[int | None] = reactive(None, repaint=False, init=False)
    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    repair: reactive[bool] = reactive(False, repaint=False, init=False)
    measure: reactive[int] = reactive(DEFAULT_MEASURE, repaint=False, init=False)
    ruby: reactive[str] = reactive("", repaint=False, init=False)

    def __init__(self, initial: InitialState, session: Session, workers: Workers) -> None:
        super().__init__()
        self.set_reactive(ReadingPane.article_id, initial.article_id)
        self.set_reactive(ReadingPane.measure, initial.measure)
        self.set_reactive(ReadingPane.shown, initial.wording.shown)
        self.supply = PageSupply(initial, session, workers, self)
        self._parts: dict[Part, tuple[str, ...]] = {}
        self._pressed = False
        self._settling = False
        self._size_shown = Size(0, 0)
        self._idle = IdleTimer(self, lambda: self._keep_place(self.article_id))

    # What comes down

    def watch_article_id(self, before: int | None, _now: int | None) -> None:
        """Store the position in the previous article."""
        self._keep_place(before)
        self._want()

    def watch_shown(self) -> None:
        self._want()

    watch_repair = watch_measure = watch_ruby = on_resize = watch_shown

    def reload(self, article_ids: Iterable[int] | None = None) -> None:
        """Pages of these articles (None: all) are out of date."""
        self.supply.forget(article_ids, self.article_id)
        self._want()

    @property
    def cells(self) -> int:
        """Measure in use: the chosen one, if there is room."""
        return self.fitting(self.measure)

    @property
    def percent(self) -> int | None:
        """Percent of the lines that are above the first visible one."""
        return self.page.percent_above(self.scroll_offset.y) if self.page is not None else None

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is visible."""
        return self.page is not None and self.scroll_offset.y >= self.max_scroll_y

    def _want(self) -> None:
        if self.article_id is None:
            self.clear()
        elif self.cells > 2:  # else it is not laid out yet, or hidden
            self.supply.want(PageName(self.article_id, self.shown, self.cells, self.repair, self.is_dense, self.ruby))

    # What the supply of pages calls

    def show(self, page: Page) -> None:
        """Show a page with the same words on top."""
        before, self.page = self.page, page
        if page is not before:  # lights are of the page they were made for
            self.drop_lights()
        self._settling, self._size_shown = True, self.size
        if before is None or before.article_id != page.article_id:
            self._parts, self.trailer = {}, ()
        self.virtual_size = Size(self.size.width, page.height + len(self.trailer))
        self.scroll_to(y=page.line_of(self.supply.places[page.article_id]), animate=False, force=True)
        self._settling = False
        self.refresh()
        self.call_after_refresh(self.place_terminal_cursor)
        self.post_message(Scrolled(by_reader=False))
        if page is not before:
            self.post_message(PageShown(before))

    def append(self, part: Part, lines: tuple[str, ...]) -> None:
        """Show lines as one part of those below the page, until another article is shown."""
        if self.page is not None and lines != self._parts.get(part, ()):
            self._parts[part] = lines
            self.trailer = tuple(line for name in PARTS for line in self._parts.get(name, ()))
            self.virtual_size = Size(self.size.width, self.page.height + len(self.trailer))
            self.refresh()
            self.post_message(Scrolled(by_reader=False))

    def clear(self) -> None:
        self.page = None
        self.supply.clear()
        self.virtual_size = Size(self.size.width, 0)
        self.refresh()

    # Moving

    def action_back(self) -> None:
        self.post_message(ArticleLeft())

    def action_measure(self, steps: int) -> None:
        """Change the measure, starting from the one in use."""
        self.measure = step_measure(min(self.measure, self.cells) if steps < 0 else self.measure, steps)
        self.post_message(MeasureChosen())

    def go_to_shown(self, piece: int, offset: int) -> None:
        """Folded comments unfold first."""
        if self.page is not None and self.page.folded and not self.page.blocks[piece]:
            self.supply.fold(folded=False)
        super().go_to_shown(piece, offset)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled by key, wheel or scroll bar: the first visible line is the reading position."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        by_reader = not self._settling and self.size == self._size_shown  # else it was cut to fit another pane
        if by_reader and self.page is not None and self.article_id == self.page.article_id:
            self.supply.places[self.page.article_id] = self.page.anchor_at(self.scroll_offset.y)
            self._idle.restart()
        self.place_terminal_cursor()
        self.post_message(Scrolled(by_reader=by_reader))

    def on_click(self, event: events.Click) -> None:
        """Clicking a tag filters by it."""
        tag = event.style.meta.get("tag")
        if tag is not None:
            self.post_message(TagClicked(str(tag)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = event.button == 1
        self.post_message(Pointer("pressed", event))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed:
            self.post_message(Pointer("moved", event))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._pressed = False
        self.post_message(Pointer("released", event))

    def _keep_place(self, article_id: int | None) -> None:
        self._idle.stop()
        self.supply.keep_place(article_id)

    def places_to_keep(self) -> dict[int, Position]:
        """Positions in articles that are not confirmed as stored."""
        return self.supply.unkept(self.article_id)
