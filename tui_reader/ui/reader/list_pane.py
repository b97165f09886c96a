"""The article list: two lines an article, three where there is room for long titles, drawn from a window of rows.

It holds the ids of all listed articles and the rows of recently visible ones, so 100,000 articles take as much memory
as a screenful.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive

from tui_reader.present.groups import GroupedList, place_of
from tui_reader.present.list_header import list_header
from tui_reader.present.rows import CURSOR, sign
from tui_reader.ui.reader.events import ArticleHighlighted, ArticleOpened, ListLeft, RowsArrived, SelectionChanged
from tui_reader.ui.reader.list_data import ListData
from tui_reader.ui.reader.list_entries import Entry, entry_segments, tops_of
from tui_reader.ui.reader.list_selection import ListSelection
from tui_reader.ui.widgets.cursor_list import CursorList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.initial_state import InitialState
    from tui_reader.query import SortKey
    from tui_reader.ui.core.workers import Workers

EXCERPTS_FROM = 12
"""Rows of the list from which articles have a third line, with an excerpt, while words are searched for."""

HEADER_MARGIN = 3
"""Cells of the line above the list that its text leaves free."""

AHEAD = 20
"""Articles fetched beyond the visible ones, so that scrolling shows them immediately."""


class ListPane(CursorList):
    """The list; the cursor starts on the article last read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--title", "list--details", "list--bookmark", "list--bar", "lit--hit"}
    ENTRY_LINES = 2

    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    repair: reactive[bool] = reactive(False, repaint=False, init=False)
    notice: reactive[tuple[str, ...]] = reactive(())
    described: reactive[tuple[str, SortKey | None]] = reactive(
        ("", None), repaint=False, init=False, always_update=True
    )
    """Filter and order, for the line above the list."""

    def __init__(self, initial: InitialState, session: Session, workers: Workers) -> None:
        super().__init__()
        self.found = initial.groups or GroupedList(initial.article_ids)
        self.article_ids = initial.article_ids
        self.unfolded = frozenset(self.found.shown.keys() & {initial.article_id})
        self.set_reactive(ListPane.cursor, initial.last or 0)
        self.set_reactive(ListPane.shown, initial.wording.shown)
        self.selection = ListSelection()
        self.data = ListData(initial, session, workers, self, arrived=self._rows_arrived, changed=self.refresh)
        self._tops: tuple[int, ...] = ()
        """First line of each entry, then the total, where entries have different heights."""
        self._moved = initial.last is not None
        self._announced = self.article_id

    @property
    def count(self) -> int:
        return len(self.article_ids)

    @property
    def entry_lines(self) -> int:
        """Two lines, and an excerpt while words are searched for."""
        return self.ENTRY_LINES + (bool(self.data.excerpts.words) and self.size.height >= EXCERPTS_FROM)

    @property
    def title_lines(self) -> int:
        """Maximum lines of a title: two if all articles are in view then."""
        return 2 if self.count * (self.entry_lines + 1) <= self.size.height else 1

    def top_of(self, place: int) -> int:
        return self._tops[place] if self._tops else super().top_of(place)

    def entry_on(self, row: int) -> int:
        return bisect_right(self._tops, row) - 1 if self._tops else super().entry_on(row)

    def lay_out(self) -> None:
        """A second line for the titles that need it, if there is room."""
        self._tops = ()
        if self.count and self.title_lines > 1:
            entries = map(self._entry, range(self.count))
            self._tops = tops_of(entries, self.entry_lines, self.scrollable_content_region.width, self.title_lines)
        super().lay_out()

    @property
    def article_id(self) -> int | None:
        """Id of the article under the cursor; None in an empty list."""
        return self.article_ids[self.cursor] if self.cursor < len(self.article_ids) else None

    # What comes down

    def list_articles(self, found: GroupedList, *, stays: bool = False, words: tuple[str, ...] | None = None) -> None:
        """Show another result; the cursor stays on its article, else on the one shown for its story, else on its index.

        A cursor never moved goes to the top, unless it `stays`: the query is the same. `words`: of the query; None: as before.
        """
        current = self.article_id
        self.found, self.article_ids = found, found.entries(self.unfolded)
        if words is not None:
            self.data.excerpts.seek(words, self.shown)
        self.selection.list_articles(self.article_ids)
        place = place_of(current, self.article_ids, found)
        kept = (self.cursor if place is None else place) if self._moved or (stays and place is not None) else 0
        self.lay_out()
        self.set_reactive(ListPane.cursor, min(kept, max(self.count - 1, 0)))
        self._announce()
        self.data.fetch()

    def watch_described(self) -> None:
        count = len(self.found.article_ids)
        text = list_header(count, *self.described, max(self.size.width - HEADER_MARGIN, 0)) if count else ""
        self.border_title = Content(text)

    def go_to(self, article_id: int) -> bool:
        """Move the cursor to an article, unfolding its story; False if it is not listed."""
        if article_id not in self.article_ids:
            self.unfold(article_id)
        listed = article_id in self.article_ids
        self.cursor = self.article_ids.index(article_id) if listed else self.cursor
        return listed

    def unfold(self, article_id: int | None, *, fold: bool = False) -> None:
        """List all articles of its story, or one for it."""
        story = self.found.story(article_id)
        self.unfolded = self.unfolded.difference(story) if fold else self.unfolded.union(story)
        self.list_articles(self.found, stays=True)

    def watch_shown(self) -> None:
        self.data.reword()

    watch_repair = watch_shown

    def _rows_arrived(self) -> None:
        self.data.drop_distant([*self.selection.selected, self.article_id])
        self.lay_out()
        self.post_message(RowsArrived())

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        self._moved = True
        super().watch_cursor(before, now)
        if self.selection.extend_range(self.article_ids, now):
            self.selection_changed()
        self._announce()

    def action_open(self) -> None:
        if self.article_id is not None:
            self._moved = True
            self.post_message(ArticleOpened())

    def selection_changed(self) -> None:
        self.refresh()
        self.post_message(SelectionChanged())

    def action_leave(self) -> None:
        """Clear the selection; without one, `ListLeft` clears the filter."""
        if not self.selection.clear():
            self.post_message(ListLeft())
        self.selection_changed()

    def clicked(self, times: int) -> None:
        if times > 1:
            self.action_open()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.data.fetch()

    def on_resize(self) -> None:
        self.lay_out()
        self.watch_described()
        self.data.fetch()
        self.call_after_refresh(self._announce)

    # Drawing

    def empty_line(self, y: int) -> str:
        return f"  {self.notice[y - 1] if not self.article_ids and 0 < y <= len(self.notice) else ''}"

    def segments_of(self, place: int, line: int, cells: int) -> Iterable[Segment]:
        entry = self._entry(place)
        style = partial(self.get_component_rich_style, partial=True)
        yield segment(sign(CURSOR, given=place == self.cursor), style("list--bar"))
        if entry is None:
            yield segment("  …" if line == 0 else "")
        else:
            yield from entry_segments(entry, line, cells, self.title_lines, style)

    def _entry(self, place: int) -> Entry | None:
        """The entry, if its row was fetched."""
        article_id = self.article_ids[place]
        signs = self.found.signs(article_id, self.unfolded)
        return self.data.entry(article_id, signs, selected=article_id in self.selection.selected)

    # What is in view

    def _announce(self) -> None:
        self.into_view()
        if self.article_id != self._announced:
            self._announced = self.article_id
            self.post_message(ArticleHighlighted(self.article_id))

    @property
    def window(self) -> tuple[int, ...]:
        first = max(self.scroll_offset.y // self.entry_lines - AHEAD, 0)
        return self.article_ids[first : first + self.size.height // self.entry_lines + 2 * AHEAD + 1]
