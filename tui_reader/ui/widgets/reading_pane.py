"""The reading pane: a frozen page, scrolled line by line.

The pane says which article in which wording at which measure it wants; a page that is not at hand is asked for, and
what is on the screen stays until it comes. The place is an anchor in the source's text, so whatever page comes next
begins with the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui_reader.present.page import DEFAULT_MEASURE, stepped
from tui_reader.present.place import position_of
from tui_reader.ui.answers import PageFetched, PlaceKept
from tui_reader.ui.asking import Awaited, Failed
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.messages import FetchPage, KeepPlace, KeepSetting
from tui_reader.ui.widgets.choosing import ChoosingView
from tui_reader.ui.widgets.folds import Folds
from tui_reader.ui.widgets.pages import Pages, Wanted, name_of
from tui_reader.ui.widgets.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.timer import Timer

    from tui_reader.model import Position, Shown
    from tui_reader.present.opening import Opening
    from tui_reader.present.page import Page

IDLE = 0.5
"""Seconds of rest after which the place is kept: a crash then loses nothing that was read before."""


class ReadingPane(ChoosingView):
    """An article to read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice"), *bindings("reading")]

    key: reactive[int | None] = reactive(None, repaint=False, init=False)
    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    repair: reactive[bool] = reactive(False, repaint=False, init=False)
    measure: reactive[int] = reactive(DEFAULT_MEASURE, repaint=False, init=False)

    class Back(Message):
        """Enough read: back to the list."""

    class Scrolled(Message):
        """Another part is in view; `by_reader`: somebody read on, it was not a new page or size."""

        def __init__(self, *, by_reader: bool) -> None:
            super().__init__()
            self.by_reader = by_reader

    class Turned(Message):
        """Another page is shown: of another article, wording or measure, more of it turned, or (un)folded. It has no lights."""

    class TagChosen(Message):
        """A tag was clicked."""

        def __init__(self, tag: str) -> None:
            super().__init__()
            self.tag = tag

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.set_reactive(ReadingPane.key, opening.key)
        self.set_reactive(ReadingPane.measure, opening.measure)
        self._opening: Opening | None = opening
        self._pages = Pages()
        self._places = Places()
        self._folds = Folds()
        self._unfolded: Page | None = None
        self._wanted: Wanted | None = None
        self._page_asked = Awaited()
        self._key_asked: int | None = None
        self._settling = False
        self._size_shown = Size(0, 0)
        self._idle: Timer | None = None

    # What comes down

    def watch_key(self, before: int | None, _now: int | None) -> None:
        """Another article: the place in this one is kept."""
        self._keep_place(before)
        self._want()

    def watch_shown(self) -> None:
        """The same in another wording."""
        self._want()

    def watch_repair(self) -> None:
        """The same with its marks repaired, or as they are stored."""
        self._want()

    def watch_measure(self) -> None:
        """The same in longer or shorter lines."""
        self._want()

    def on_resize(self) -> None:
        """The same in another pane."""
        self._want()

    def reload(self, keys: Iterable[int] | None = None) -> None:
        """These articles or their tags have changed (None: any may have): what there is of them is out of date."""
        changed = self._pages.keys() | {self._key_asked, self.key} if keys is None else set(keys)
        for key in changed:
            self._places.lift(key, self._pages.base(key, "source"))
            self._pages.forget(key)
        if self._key_asked in changed:  # a page that is on its way was made before
            self._page_asked.over()
        if self.key in changed:
            self._opening = None
        self._want()

    @property
    def cells(self) -> int:
        """The measure in force: what was chosen, if there is room."""
        return self.fitting(self.measure)

    @property
    def percent(self) -> int | None:
        """How much has been read, to the last line in view."""
        if self.page is None or not self.page.height:
            return None
        return min(100 * (self.scroll_offset.y + self.size.height) // self.page.height, 100)

    @on(PageFetched)
    def take_page(self, event: PageFetched) -> None:
        """Keep it, unless the article has changed since; show it if it is still what is wanted."""
        event.stop()
        if not self._page_asked.is_met_by(event):
            return
        page = event.page
        self._places.meet(page.key, page.written, event.position)
        if page.whole:
            self._pages.keep(page)
            self._page_asked.over()
        if name_of(page) == self._wanted:
            self._show(page)
        elif page.whole:
            self._want()

    @on(Failed)
    def give_up(self, event: Failed) -> None:
        """What was asked for will not come: another article must not stand there for it. The next wish may be asked."""
        if isinstance(event.request, KeepPlace):
            self._places.failed(event.request.key, event.ticket)
        if not self._page_asked.is_met_by(event):
            return
        self._page_asked.over()
        if self.page is not None and self.page.key != self.key:
            self._clear()

    @on(PlaceKept)
    def take_kept(self, event: PlaceKept) -> None:
        """The library has it."""
        event.stop()
        self._places.kept(event.key, event.ticket)

    # Moving

    def action_back(self) -> None:
        """Back to the list."""
        self.post_message(self.Back())

    def action_measure(self, steps: int) -> None:
        """Longer or shorter lines, counted from what is seen."""
        self.measure = stepped(min(self.measure, self.cells) if steps < 0 else self.measure, steps)
        self.post_message(KeepSetting(self, "measure", str(self.measure)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """By key, wheel or scroll bar: the new first line is where the reader is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        by_reader = not self._settling and self.size == self._size_shown  # else it was cut to fit another pane
        if by_reader and self.page is not None and self.key == self.page.key:
            self._places[self.page.key] = self.page.anchor_at(self.scroll_offset.y)
            self._rest()
        self.place_terminal_cursor()
        self.post_message(self.Scrolled(by_reader=by_reader))

    def on_click(self, event: events.Click) -> None:
        """A tag filters."""
        tag = event.style.meta.get("tag")
        if tag is not None:
            self.post_message(self.TagChosen(str(tag)))

    # Its own house

    def _want(self) -> None:
        """Show the page that is wanted now, or ask for it."""
        if self.key is None:
            self._clear()
        elif self.cells > 2:  # else it is not laid out yet, or hidden
            self._wanted = Wanted(self.key, self.shown, self.cells, self.repair)
            page = self._pages.get(self._wanted) or self._first_page()
            if page is not None:
                self._show(page)
            if page is None or name_of(page) != self._wanted:
                self._ask(self._wanted)

    def _ask(self, wanted: Wanted) -> None:
        if self._page_asked:  # one at a time: running down the list must not queue up every article passed
            return
        self._key_asked = wanted.key
        base = self._pages.base(wanted.key, wanted.shown, repair=wanted.repair)
        view = base.in_view(base.line_of(self._places[wanted.key]), self.size.height) if base else range(0)
        self.post_message(self._page_asked.asked(FetchPage(self, *wanted, base, view)))

    def _first_page(self) -> Page | None:
        """The first frame's article, typeset on the spot: no worker can be quicker. Once."""
        opening, self._opening = self._opening, None
        if opening is None or not opening.pieces or self.key is None or self.key != opening.key:
            return None
        self._places.meet(self.key, opening.pieces, opening.position)
        page = opening.first_page(self.key, self.cells)
        self._pages.keep(page)
        return page

    def _clear(self) -> None:
        self.page, self._unfolded, self._wanted = None, None, None
        self.virtual_size = Size(self.size.width, 0)
        self.refresh()

    def go_to_shown(self, piece: int, offset: int) -> None:
        """What is folded away opens first."""
        if self.page is not None and self.page.folded and not self.page.blocks[piece]:
            self.fold(folded=False)
        super().go_to_shown(piece, offset)

    def fold(self, *, folded: bool) -> None:
        """The comments of the article away, or there again."""
        if self._unfolded is not None:
            self._folds.choose(self._unfolded.key, folded=folded)
            self._show(self._unfolded)

    def _show(self, unfolded: Page) -> None:
        """Draw it with the same words on top."""
        self._unfolded = unfolded
        page = self._folds.laid(unfolded, self._places[unfolded.key])
        before, self.page = self.page, page
        if page is not before:  # lights are of the page they were made for
            self._layers, self.lights = {}, {}
            self.carry(before)
        self._settling, self._size_shown = True, self.size
        self.virtual_size = Size(self.size.width, page.height)
        self.scroll_to(y=page.line_of(self._places[page.key]), animate=False, force=True)
        self._settling = False
        self.refresh()
        self.call_after_refresh(self.place_terminal_cursor)
        self.post_message(self.Scrolled(by_reader=False))
        if page is not before:
            self.post_message(self.Turned())

    def _rest(self) -> None:
        if self._idle is None:
            self._idle = self.set_timer(IDLE, lambda: self._keep_place(self.key))
        else:
            self._idle.reset()

    def _keep_place(self, key: int | None) -> None:
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        for of, position in self._places.waiting(key, self._pages.base(key, "source")).items():
            self.post_message(self._places.keeping(KeepPlace(self, of, position)))

    def places_to_keep(self) -> dict[int, Position]:
        """Where the reader is in articles, as far as that is not known to be kept."""
        return self._places.unkept(self.key, self._pages.base(self.key, "source"))

    @property
    def passage(self) -> int:
        """The number of the passage on top, or of the next that has one."""
        if self.page is None or self.page.key != self.key:
            return 0
        return position_of(self.page.written, self.page.anchor_at(self.scroll_offset.y)).passage
