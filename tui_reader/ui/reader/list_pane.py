"""The article list: two lines an article, drawn from a window of rows.

It holds the ids of all listed articles and the rows of recently visible ones, so 100,000 articles take as much memory
as a screenful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.reactive import reactive

from tui_reader.present.groups import GroupedList
from tui_reader.present.rows import BOOKMARKED, CURSOR, MARKED, UNREAD, details_of, fitted, sign, title_of
from tui_reader.text.cells import width
from tui_reader.ui.reader.events import ArticleHighlighted, ArticleOpened, ListLeft, RowsArrived, SelectionChanged
from tui_reader.ui.reader.excerpts import Excerpts
from tui_reader.ui.reader.rows import Rows, rows_at_first
from tui_reader.ui.widgets.cursor_list import CursorList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from rich.segment import Segment

    from tui_reader.app.session import Session
    from tui_reader.model import Row, Shown
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.workers import Workers

EXCERPTS_FROM = 12
"""Rows of the list from which articles have a third line, with an excerpt, while words are searched for."""

AHEAD = 20
"""Articles fetched beyond the visible ones, so that scrolling shows them immediately."""


class SelectedRange(NamedTuple):
    """A range that is being selected: where it begins, and what was selected before."""

    article_id: int
    before: dict[int, None]


class ListPane(CursorList):
    """The list; the cursor starts on the article last read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--title", "list--details", "list--bookmark", "list--bar", "lit--hit"}
    ENTRY_LINES = 2

    shown: reactive[Shown] = reactive("source", repaint=False, init=False)
    repair: reactive[bool] = reactive(False, repaint=False, init=False)
    notice: reactive[tuple[str, ...]] = reactive(())

    def __init__(self, initial: InitialState, session: Session, workers: Workers) -> None:
        super().__init__()
        self.found = initial.groups or GroupedList(initial.article_ids)
        self.article_ids = initial.article_ids
        self.unfolded: frozenset[int] = frozenset(self.found.shown.keys() & {initial.article_id})
        self.set_reactive(ListPane.cursor, initial.last or 0)
        self.set_reactive(ListPane.shown, initial.wording.shown)
        self.selected: dict[int, None] = {}
        self._selected_elsewhere: dict[int, None] = {}
        self._range: SelectedRange | None = None
        self.rows = Rows(rows_at_first(initial), session, workers, self._rows_arrived)
        self.excerpts = Excerpts(session, workers, self._excerpts_arrived)
        self._moved = initial.last is not None
        self._announced = self.article_id

    def on_mount(self) -> None:
        self.lay_out()

    @property
    def count(self) -> int:
        return len(self.article_ids)

    @property
    def entry_lines(self) -> int:
        """Two lines, and an excerpt while words are searched for."""
        return self.ENTRY_LINES + (bool(self.excerpts.words) and self.size.height >= EXCERPTS_FROM)

    @property
    def article_id(self) -> int | None:
        """Article under the cursor."""
        return self.article_ids[self.cursor] if self.cursor < len(self.article_ids) else None

    @property
    def row(self) -> Row | None:
        """Its row, once fetched."""
        return self.rows.get(self.article_id) if self.article_id is not None else None

    @property
    def target_ids(self) -> tuple[int, ...]:
        """Articles a command applies to: the selected ones, else the one under the cursor."""
        return tuple(self.selected or ([self.article_id] if self.article_id is not None else []))

    # What comes down

    def list_articles(self, found: GroupedList, *, stays: bool = False, words: tuple[str, ...] | None = None) -> None:
        """Show another result; the cursor stays on its article, else on the one shown for its story, else on its index.

        If the cursor was never moved it goes to the top, unless it `stays`: the same query lists other articles. `words`:
        those of the query, for excerpts; None: the same as before.
        """
        self.found, article_ids, current = found, found.entries(self.unfolded), self.article_id
        self.article_ids, listed = article_ids, set(article_ids)
        current = current if current in listed else found.shown.get(current or 0)
        if words is not None:
            self.excerpts.seek(words, self.shown)
        selected = self._selected_elsewhere | self.selected  # those that are not listed wait until they are again
        self.selected = {article_id: None for article_id in selected if article_id in listed}
        self._selected_elsewhere = {article_id: None for article_id in selected if article_id not in listed}
        place = article_ids.index(current) if current in listed and current is not None else self.cursor
        self.lay_out()
        self.set_reactive(
            ListPane.cursor,
            min(place if self._moved or (stays and current is not None) else 0, max(len(article_ids) - 1, 0)),
        )
        self._announce()
        self._fetch()

    def go_to(self, article_id: int) -> bool:
        """Move the cursor to an article, unfolding its story; False if it is not listed."""
        if article_id not in self.article_ids:
            self.unfold(article_id)
        if article_id in self.article_ids:
            self.cursor = self.article_ids.index(article_id)
        return article_id in self.article_ids

    def unfold(self, article_id: int | None, *, fold: bool = False) -> None:
        """List all articles of its story, or one for it."""
        story = self.found.story(article_id)
        unfolded = self.unfolded.difference(story) if fold else self.unfolded.union(story)
        if unfolded != self.unfolded:
            self.unfolded = unfolded
            self.list_articles(self.found, stays=True)

    def forget(self, article_ids: Collection[int]) -> None:
        """Fetch changed rows again; the old ones are shown until then."""
        self.rows.forget(article_ids)
        self.excerpts.forget()
        self._fetch()

    def watch_shown(self) -> None:
        """Convert all rows again, visible ones first."""
        self.rows.forget()
        self.excerpts.seek(self.excerpts.words, self.shown)
        self._fetch()

    watch_repair = watch_shown

    def _rows_arrived(self) -> None:
        self.rows.drop_all_but(lambda: {*self._window(), *self.selected, self.article_id})
        self.refresh()
        self.post_message(RowsArrived())

    def _excerpts_arrived(self) -> None:
        self.refresh()

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        self._moved = True
        super().watch_cursor(before, now)
        self._extend_range()
        self._announce()

    def action_open(self) -> None:
        if self.article_id is not None:
            self._moved = True
            self.post_message(ArticleOpened())

    def action_select(self) -> None:
        """Select or unselect, and move to the next article."""
        if self.article_id is not None:
            if self.article_id in self.selected:
                del self.selected[self.article_id]
            else:
                self.selected[self.article_id] = None
            self.refresh_lines(self.top_of(self.cursor), self.entry_lines)
            self.post_message(SelectionChanged())
            self.action_move(1)

    def action_select_range(self) -> None:
        """Begin a range at the cursor, which every move extends; or end it."""
        if self._range is not None:
            self._range = None
        elif self.article_id is not None:
            self._range = SelectedRange(self.article_id, dict(self.selected))
            self._extend_range()

    def action_select_all(self) -> None:
        """Select all listed articles."""
        self._range = None
        self._select(dict.fromkeys(self.article_ids))

    def _extend_range(self) -> None:
        """Select what was selected before the range, and all from its beginning to the cursor."""
        if self._range is None or self._range.article_id not in self.article_ids:
            self._range = None
            return
        first, last = sorted((self.article_ids.index(self._range.article_id), self.cursor))
        self._select(self._range.before | dict.fromkeys(self.article_ids[first : last + 1]))

    def _select(self, selected: dict[int, None]) -> None:
        self.selected = selected
        self.refresh()
        self.post_message(SelectionChanged())

    def action_leave(self) -> None:
        """Clear the selection; without one, `ListLeft` clears the filter."""
        self._range = None
        if not self.selected:
            self.post_message(ListLeft())
        else:
            self._selected_elsewhere.clear()
        self.selected.clear()
        self.refresh()
        self.post_message(SelectionChanged())

    def clicked(self, times: int) -> None:
        """One click moves the cursor, two open the article."""
        if times > 1:
            self.action_open()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._fetch()

    def on_resize(self) -> None:
        self._fetch()
        self.call_after_refresh(self._announce)

    # Drawing

    def empty_line(self, y: int) -> str:
        return f"  {self.notice[y - 1] if not self.article_ids and 0 < y <= len(self.notice) else ''}"

    def segments_of(self, place: int, line: int, cells: int) -> Iterable[Segment]:
        component, article_id = self.get_component_rich_style, self.article_ids[place]
        row = self.rows.get(article_id)
        yield segment(sign(CURSOR, given=place == self.cursor), component("list--bar", partial=True))
        if row is None:
            yield segment("  …" if line == 0 else "")
        elif line == 0:
            style = None if row.read else component("list--title", partial=True)
            yield segment(sign(UNREAD, given=not row.read), component("list--bar", partial=True))
            yield segment(sign(MARKED, given=article_id in self.selected), component("list--bookmark", partial=True))
            lead, end = self.found.signs(article_id, self.unfolded)
            room = cells - width(CURSOR + UNREAD + MARKED + end) - 1
            yield segment(fitted(lead + title_of(row), room) + end, style)
        elif line == self.ENTRY_LINES:
            yield from self._excerpt(article_id, cells)
        else:
            yield segment(sign(BOOKMARKED, given=row.bookmarked), component("list--bookmark", partial=True))
            yield segment(
                " " + fitted(details_of(row), cells - width(CURSOR + BOOKMARKED) - 2),
                component("list--details", partial=True),
            )

    def _excerpt(self, article_id: int, cells: int) -> Iterator[Segment]:
        """The third line: text around the words of the query."""
        from tui_reader.present.excerpts import fitted_excerpt  # noqa: PLC0415 - a start searches nothing

        found = self.excerpts.get(article_id)
        if found is not None:
            before, hit, after = fitted_excerpt(found, max(cells - width(CURSOR + BOOKMARKED) - 2, 0))
            yield segment(f" {sign(BOOKMARKED, given=False)}{before}")
            yield segment(hit, self.get_component_rich_style("lit--hit", partial=True))
            yield segment(after)

    # What is in view

    def _announce(self) -> None:
        self.into_view()
        if self.article_id != self._announced:
            self._announced = self.article_id
            self.post_message(ArticleHighlighted(self.article_id))

    def _window(self) -> tuple[int, ...]:
        first = max(self.scroll_offset.y // self.entry_lines - AHEAD, 0)
        return self.article_ids[first : first + self.size.height // self.entry_lines + 2 * AHEAD + 1]

    def _fetch(self) -> None:
        self.rows.fetch(self._window(), self.shown, repair=self.repair)
        self.excerpts.fetch(self._window())
