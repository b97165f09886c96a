"""Pane: an article with its removed lines in place; lines are restored and dropped here.

It replaces the reading pane. It shows a frozen view that is fetched again after each change; the cursor stays on its
line and the line on its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.reactive import reactive

from tui_reader.present.page import fitting
from tui_reader.present.removed import MANY, OUT, SIGNS, Entry, RemovedView
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.removed.commands import COMMANDS
from tui_reader.ui.widgets.cursor_list import CursorList
from tui_reader.ui.widgets.page_view import LOOKS, MARGIN
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from rich.style import Style
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui_reader.model import Shown

GUTTER = 4
"""Cells for the cursor and the sign before the text; even, because the measure is."""


class Asks(Protocol):
    """What the pane needs from its controller."""

    def fetch(self, article_id: int, shown: Shown, measure: int, opened: frozenset[int]) -> None:
        """Fetch the view of an article with these entries unfolded; the result is passed to `RemovedPane.take`."""

    def amend(self, article_id: int, lines: tuple[str, ...], *, kept: bool) -> None:
        """Restore or drop lines of an article, given by their texts."""

    def say(self, sentence: str) -> None: ...

    def close(self) -> None: ...


class RemovedPane(CursorList):
    """Kept and removed lines of an article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "removed")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reading--{look}" for look in LOOKS} | {
        "removed--removed", "removed--fold", "removed--reason", "removed--sign",
    }  # fmt: skip
    SCOPED_CSS = False
    DEFAULT_CSS = """
    .removed--removed, .removed--fold { text-style: dim; }
    .removed--reason { color: $text-secondary; }
    .removed--sign { color: $accent; }
    """

    article_id: reactive[int | None] = reactive(None, repaint=False, init=False)
    shown: reactive[Shown] = reactive("source", repaint=False, init=False)

    def __init__(
        self,
        article_id: int,
        shown: Shown,
        measure: int,
        passage: int,
        asks: Asks,
    ) -> None:  # fmt: skip
        super().__init__(classes="article")
        self.set_reactive(RemovedPane.article_id, article_id)
        self.set_reactive(RemovedPane.shown, shown)
        self.view: RemovedView | None = None
        self._asks = asks
        self._measure = measure
        self._passage: int | None = passage
        self._opened: frozenset[int] = frozenset()

    @property
    def entry(self) -> Entry | None:
        """Entry under the cursor; None until the view is fetched."""
        return self.view.entries[self.cursor] if self.view is not None else None

    @property
    def count(self) -> int:
        return len(self.view.entries) if self.view is not None else 0

    def top_of(self, place: int) -> int:
        return self.view.starts[place] if self.view is not None else 0

    def entry_on(self, row: int) -> int:
        return self.view.entry_on(row) if self.view is not None else 0

    @property
    def cursor_column(self) -> int:
        return self._left()

    # What comes down

    def watch_article_id(self) -> None:
        self.view, self._passage, self._opened = None, 0, frozenset()
        self.reload()

    def reload(self) -> None:
        cells = fitting(self._measure, self.scrollable_content_region.width - 2 * MARGIN) - GUTTER
        if self.article_id is not None and cells > 0:
            self._asks.fetch(self.article_id, self.shown, cells, self._opened)

    watch_shown = on_resize = reload

    def take(self, view: RemovedView) -> None:
        """Show a view; the line under the cursor stays on its row."""
        before, self.view = self.view, view
        row = 0
        if before is None:
            place = view.entry_at(self._passage or 0)
        else:
            row = before.starts[self.cursor] - self.scroll_offset.y
            place = view.entry_like(before.entries[self.cursor])
        self.lay_out()
        self.scroll_to(y=view.starts[place] - row, animate=False, force=True)
        self.set_reactive(RemovedPane.cursor, place)
        self.into_view()

    # Moving

    def action_move(self, steps: int) -> None:
        """Move by lines; entries taller than the pane are scrolled first."""
        if self.view is None:
            return
        top, end = self.top_of(self.cursor), self.top_of(self.cursor + 1)
        if steps > 0 and end > self.scroll_offset.y + self.size.height:
            self.scroll_relative(y=self.size.height - 1, animate=False, force=True)
        elif steps < 0 and top < self.scroll_offset.y:
            self.scroll_relative(y=1 - self.size.height, animate=False, force=True)
        else:
            self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Scroll pages, with one line of overlap."""
        if self.view is not None:
            row = self.view.starts[self.cursor] + pages * max(self.size.height - 1, 1)
            self.scroll_relative(y=pages * max(self.size.height - 1, 1), animate=False, force=True)
            self.cursor = self.view.entry_on(max(row, 0))

    def action_jump(self, steps: int) -> None:
        """Move the cursor to the next removed line."""
        place = self.view.next_removed(self.cursor, steps) if self.view is not None else None
        if place is None:
            self._asks.say("No more removed lines there")
        else:
            self.cursor = place

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        """Unfold the clicked entry if its lines are folded."""
        self.action_fold()

    # Doing

    def action_fold(self) -> None:
        """Unfold folded lines, or fold them again."""
        if self.entry is not None and self.entry.state in MANY:
            numbers = frozenset(self.entry.numbers)
            self._opened = self._opened - numbers if self.entry.state == "opened" else self._opened | numbers
            self.reload()

    def action_put_back(self) -> None:
        self._amend(kept=True)

    def action_drop(self) -> None:
        self._amend(kept=False)

    def action_close(self) -> None:
        self._asks.close()

    def _amend(self, *, kept: bool) -> None:
        if self.entry is None or not self.entry.texts or self.article_id is None:
            return
        if (self.entry.state in OUT) == kept:
            self._asks.amend(self.article_id, self.entry.texts, kept=kept)
        else:
            self._asks.say("Already in the text" if kept else "Already removed")

    # Drawing

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        line = self.view.line(row) if self.view is not None else None
        if line is None or self.view is None:
            return strip((), self.size.width, self.rich_style)
        place = self.entry_on(row)
        style, at_cursor = self.rich_style, place == self.cursor and bool(line.spans)
        if at_cursor:
            style += self.get_component_rich_style("list--cursor", partial=True)
        first = SIGNS[self.view.entries[place].state] if row == self.view.starts[place] else " "
        gutter = segment(fitted(sign(CURSOR, given=at_cursor) + first, GUTTER), self._style("sign"))
        segments = (segment(span.text, self._style(span.look)) for span in line.spans)
        left = segment(" " * self._left())
        return strip((left, gutter, *segments), self.size.width, style).apply_style(style)

    def _style(self, look: str) -> Style | None:
        known = (name for name in (f"removed--{look}", f"reading--{look}") if name in self.COMPONENT_CLASSES)
        name = next(known, None)
        return self.get_component_rich_style(name, partial=True) if name is not None else None

    def _left(self) -> int:
        """Left margin: the column stands where the article's does."""
        width = self.scrollable_content_region.width
        return max((width - fitting(self._measure, width - 2 * MARGIN)) // 2, 0)
