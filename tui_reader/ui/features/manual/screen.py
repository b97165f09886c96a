"""Help screen: the keys needed first, then all keys by place, and the signs; searchable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.locale import _
from tui_reader.text.cells import width
from tui_reader.ui.features.manual.commands import COMMANDS as OWN_COMMANDS
from tui_reader.ui.features.manual.sections import all_sections, in_columns, matching
from tui_reader.ui.reader.commands import COMMANDS
from tui_reader.ui.widgets.cursor import put_cursor
from tui_reader.ui.widgets.prompt_bar import PromptBar
from tui_reader.ui.widgets.prompt_line import PromptLine, Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui_reader.ui.core.commands import Keys
    from tui_reader.ui.features.manual.sections import Section

HEADING = "bold $text-accent"

KEYS_WIDTH = 13
"""Cells for the keys: the longest ones and a margin."""

TWO_COLUMNS = 110
"""Columns from which both halves fit side by side."""

KEYS_HERE = {
    "everywhere.help": "screen.dismiss", "everywhere.quit": "screen.dismiss",
    "reading.down": "scroll(1)", "reading.up": "scroll(-1)", "reading.page-down": "page(1)",
    "reading.half-down": "half(1)", "reading.half-up": "half(-1)",
    "reading.page-up": "page(-1)", "reading.top": "edge(0)", "reading.bottom": "edge(1)",
}  # fmt: skip
"""Commands whose keys have a similar meaning here."""

NOTHING = "No key or sign matches. Esc shows all"


class HelpText(VerticalScroll, inherit_bindings=False):
    """The text, scrolled by the keys of the article. `search` is called with the text typed so far."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.leave", show=False),
        Binding("slash", "search", show=False),
        Binding("space", "page(1)", show=False),
        *(
            replace(command.binding(), action=KEYS_HERE[command.id])
            for command in (*COMMANDS, *OWN_COMMANDS)
            if command.id in KEYS_HERE
        ),
    ]

    def __init__(self, *children: Horizontal, search: Callable[[str], None]) -> None:
        super().__init__(*children, id="help")
        self._search = search

    def action_search(self) -> None:
        self._search("")

    def on_key(self, event: events.Key) -> None:
        """Begin a search with a typed character that has no other meaning here."""
        if event.character and event.is_printable and event.key not in self.screen.active_bindings:
            event.stop()
            event.prevent_default()
            self._search(event.character)

    def action_scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll pages, with one line of overlap."""
        self.action_scroll(pages * max(self.scrollable_content_region.height - 1, 1))

    def action_half(self, halves: int) -> None:
        self.action_scroll(halves * max(self.scrollable_content_region.height // 2, 1))

    def action_edge(self, end: int) -> None:
        self.scroll_to(y=end * self.virtual_size.height, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the terminal's cursor on the first line, for screen readers and braille."""
        super().watch_scroll_y(old_value, new_value)
        if self.has_focus:
            put_cursor(self, 0, 0)

    def on_focus(self) -> None:
        self.call_after_refresh(put_cursor, self, 0, 0)

    def on_resize(self) -> None:
        if self.has_focus:
            self.call_after_refresh(put_cursor, self, 0, 0)


class HelpScreen(ModalScreen[None]):
    """Keys and signs; closed by Esc and the keys of help and quit."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    #help {
        width: 118;
        max-width: 100%;
        height: auto;
        max-height: 1fr;
        padding: 0 1;
        background: $surface;
        border: round $accent;
        scrollbar-size: 0 1;
        border-title-color: $text-accent;
    }
    #help Horizontal { height: auto; }
    #help Static { width: 1fr; height: auto; }
    .-narrow #help Horizontal { layout: vertical; }
    .-narrow #help Static { width: 100%; margin-bottom: 1; }
    HelpScreen PromptBar { dock: bottom; }
    """
    SCOPED_CSS = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (TWO_COLUMNS, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual

    def __init__(self, keys: Keys, here: str) -> None:
        """`here`: the context in which help was opened; its keys come before those of other places."""
        super().__init__()
        self._sections = all_sections(keys, here)
        self._needle = ""
        self._columns = Static(), Static()
        self._frame = HelpText(Horizontal(*self._columns), search=self._search)
        self._prompts = PromptBar()

    def compose(self) -> ComposeResult:
        self._frame.border_title, self._frame.border_subtitle = _("Keys"), _("/ searches · Esc closes")
        self._filter("")
        yield self._frame
        yield self._prompts

    def action_leave(self) -> None:
        """Show all keys again, or close."""
        if self._needle:
            self._filter("")
        else:
            self.dismiss()

    # Searching

    def _search(self, text: str) -> None:
        purpose = Purpose(
            _("find:"), _("a key, or words of what it does"), self._filter, typed=self._filter, live="at once"
        )
        self._filter(text)
        self._prompts.open(purpose, text)

    def _filter(self, needle: str) -> None:
        """Show the sections with matching rows."""
        self._needle = needle
        found = matching(self._sections[1:], needle) if needle.strip() else self._sections
        left, right = in_columns(found)
        for column, sections in zip(self._columns, (left, right), strict=True):
            column.update(_text(sections))
            column.display = bool(sections)
        if not found:
            self._columns[0].update(Content(_(NOTHING)))
            self._columns[0].display = True
        self._frame.scroll_to(y=0, animate=False)

    @on(PromptLine.Submitted)
    def keep_found(self, event: PromptLine.Submitted) -> None:
        """Leave what was found on the screen, for scrolling."""
        event.stop()
        self._close_prompt()

    @on(PromptLine.Dismissed)
    def show_all(self, event: PromptLine.Dismissed) -> None:
        event.stop()
        self._filter("")
        self._close_prompt()

    def _close_prompt(self) -> None:
        self._prompts.close()
        self._frame.focus()


def _text(sections: Sequence[Section]) -> Content:
    return Content("\n\n").join(map(_section, sections))


def _section(section: Section) -> Content:
    lines = (_row(row.keys, row.what) for row in section.rows)
    return Content("\n").join((Content.styled(section.heading, HEADING), *lines))


def _row(keys: str, what: str) -> Content:
    return Content.assemble((f"  {keys}{' ' * max(KEYS_WIDTH - width(keys), 1)}", "bold"), what)
