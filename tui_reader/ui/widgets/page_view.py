"""A page in a column: drawing and scrolling, independent of the page's content.

Decorations are drawn over it in layers, one for each feature; they do not rebuild the page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.scroll_view import ScrollView

from tui_reader.present.decorations import lit, merged
from tui_reader.present.page import fitting
from tui_reader.ui.widgets.cursor import put_cursor
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.segment import Segment
    from textual.geometry import Region
    from textual.strip import Strip

    from tui_reader.present.decorations import Decorations
    from tui_reader.present.lines import PageLine, Span
    from tui_reader.present.page import Page
    from tui_reader.present.place import Anchor

MARGIN = 2
"""Minimum cells on either side of the column."""

TALL = 30
"""Lines from which paragraphs are separated by empty lines: below, these would take a third of what is in view."""

ABOVE = 2
"""Lines visible above the target of a jump."""

LOOKS = (
    "title", "meta", "tags", "deck", "heading", "caption", "rule", "reader", "code", "lead", "ruby",
)  # fmt: skip
"""Styles with a component class of their own (`reading--…`); others are plain text."""

LIT = ("marked", "marked-green", "marked-blue", "marked-red", "reworded", "hit", "current", "chosen")
"""Decoration styles (`lit--…`): highlights by colour, reworded word, match, current match, selection. Later ones are drawn above."""


DOUBLE = {"marked-blue": Style(underline2=True)}
"""Double underlines, which style sheets do not know."""


def _style_of(span: Span, component: Callable[[str], Style]) -> Style:
    look = span.look
    style = component(f"reading--{look}") if look in LOOKS else Style()
    for light in sorted(span.lights, key=LIT.index):
        style += component(f"lit--{light}") + DOUBLE.get(light, Style())
    return style + Style(meta={"tag": span.tag}) if span.tag is not None else style


class PageView(ScrollView, can_focus=True):
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reading--{look}" for look in LOOKS} | {f"lit--{look}" for look in LIT}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self.trailer: tuple[str, ...] = ()
        """Lines below the page, which are not part of its text."""
        self.picture_row: Callable[[int, int], Sequence[Segment]] = lambda _picture, _row: ()
        self._layers: dict[str, Decorations] = {}
        self.lights: Decorations = {}
        self._plain = Style()
        self._left = segment("")

    # Decorations

    def light(self, layer: str, lights: Decorations) -> None:
        """Replace the decorations of one layer; empty ones remove it."""
        if lights == self._layers.get(layer, {}):
            return
        self._layers[layer] = lights
        self.lights = merged(self._layers)
        self.refresh()

    def drop_lights(self) -> None:
        """Remove all decorations: their page is not displayed any more."""
        self._layers, self.lights = {}, {}

    # Moving

    def action_line(self, lines: int) -> None:
        self._read_on(self.scroll_offset.y + lines)

    def action_page(self, pages: int) -> None:
        """Scroll pages, with one line of overlap."""
        self._read_on(self.scroll_offset.y + pages * max(self.size.height - 1, 1))

    def action_half(self, halves: int) -> None:
        """Scroll by half pages; negative scrolls up."""
        self._read_on(self.scroll_offset.y + halves * max(self.size.height // 2, 1))

    def action_top(self) -> None:
        self._read_on(0)

    def action_bottom(self) -> None:
        self._read_on(self.virtual_size.height)

    def go_to(self, anchor: Anchor) -> None:
        """Scroll to a place in the source text, unless it is visible."""
        if self.page is not None:
            self._bring(self.page.line_of(anchor))

    def go_to_shown(self, piece: int, offset: int) -> None:
        """The same for an offset into a piece's text as shown."""
        if self.page is not None:
            self._bring(self.page.line_showing(piece, offset))

    def return_to(self, anchor: Anchor) -> None:
        """Put the line that shows a place back on top."""
        if self.page is not None:
            self._read_on(self.page.line_of(anchor))

    @property
    def reads_at(self) -> int:
        """Line number that a jump would put its target on; the last line if the page cannot scroll that far."""
        height, top = self.page.height if self.page is not None else 0, self.scroll_offset.y
        return max(height - 1 if 0 < self.max_scroll_y <= top else min(top + ABOVE, height - 1), 0)

    def put_on_top(self, piece: int) -> None:
        """Scroll to the start of a piece, as far as possible."""
        if self.page is not None:
            self._read_on(self._top_for(self.page, piece))

    def reaches(self, piece: int) -> bool:
        """Whether the view is at or after the place `put_on_top` scrolls to."""
        return self.page is not None and self.scroll_offset.y >= min(self._top_for(self.page, piece), self.max_scroll_y)

    def in_view(self, piece: int, offset: int) -> bool:
        """Whether the line with this shown offset of a piece is visible."""
        if self.page is None:
            return False
        return 0 <= self.page.line_showing(piece, offset) - self.scroll_offset.y < self.size.height

    def _top_for(self, page: Page, piece: int) -> int:
        return max(page.line_showing(piece, 0) - ABOVE, 0)

    def _bring(self, line: int) -> None:
        if not 0 <= line - self.scroll_offset.y < self.size.height:
            self._read_on(line - ABOVE)

    def _read_on(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Compute what all lines share once: it walks up the widget tree and would take a quarter of the time."""
        self._plain = self.rich_style
        self._left = segment(" " * self.left_of(self.page) if self.page is not None else "")
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        if self.page is None:
            return strip((), self.size.width, self._plain)
        number = y + self.scroll_offset.y
        line = self.page.line(number)
        if line is None:
            return self._trailing(number - self.page.height)
        segments = self.picture_row(*line.picture) if line.picture is not None else self._segments(line, number)
        return strip((self._left, *segments), self.size.width, self._plain).apply_style(self._plain)

    def _segments(self, line: PageLine, number: int) -> Iterable[Segment]:
        lights = self.lights.get(self.page.piece_at(number), ()) if self.page is not None else ()
        style = partial(self.get_component_rich_style, partial=True)
        return (segment(span.text, _style_of(span, style)) for span in (lit(line, lights) if lights else line.spans))

    def _trailing(self, number: int) -> Strip:
        text = self.trailer[number] if 0 <= number < len(self.trailer) else ""
        look = self.get_component_rich_style("reading--meta", partial=True)
        return strip((self._left, segment(text, look)), self.size.width, self._plain).apply_style(self._plain)

    def lines_in_view(self) -> tuple[PageLine, ...]:
        numbers = range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)
        return tuple(line for line in map(self.page.line, numbers) if line) if self.page is not None else ()

    def place_at(self, column: int, row: int) -> tuple[int, int] | None:
        """(piece, shown offset) at a cell of the content region; None if there is no text."""
        if self.page is None:
            return None
        return self.page.place_of_cell(row + self.scroll_offset.y, column - self.left_of(self.page))

    def fitting(self, measure: int) -> int:
        """The measure, or the widest that fits."""
        return fitting(measure, self.scrollable_content_region.width - 2 * MARGIN)

    @property
    def is_dense(self) -> bool:
        """Whether there are too few lines for empty ones between paragraphs."""
        return self.size.height < TALL

    def left_of(self, page: Page) -> int:
        """Left margin that centres the column."""
        return max((self.scrollable_content_region.width - page.measure) // 2, 0)

    def on_focus(self) -> None:
        """Move the terminal's cursor here, for screen readers and braille."""
        self.call_later(self.place_terminal_cursor)

    def place_terminal_cursor(self) -> None:
        if self.has_focus and self.page is not None:
            put_cursor(self, self.left_of(self.page), 0)
