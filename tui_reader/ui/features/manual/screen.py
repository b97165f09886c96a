"""Help screen: all keys from their declarations, and the signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.locale import _
from tui_reader.present.passages import NOTE
from tui_reader.present.removed import SIGNS as SIGNS_OF_LINES
from tui_reader.present.rows import BOOKMARKED, MARKED, PASSAGES, UNCERTAIN, UNREAD
from tui_reader.present.tags import OWN
from tui_reader.text.cells import width
from tui_reader.ui.features.manual.commands import COMMANDS as OWN_COMMANDS
from tui_reader.ui.reader.commands import COMMANDS
from tui_reader.ui.widgets.cursor import put_cursor

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui_reader.ui.core.commands import Keys

SIGNS = (
    (UNREAD, "not read yet"),
    (BOOKMARKED, "bookmarked"),
    (MARKED, "selected; a tag required"),
    (PASSAGES, "number of highlights in it"),
    (UNCERTAIN, "before a title: may not be an article"),
    (NOTE, "your note on a highlight"),
    ("−", "tag excluded"),
    (OWN, "a tag of your own"),
    (SIGNS_OF_LINES["removed"], "a removed line"),
    (SIGNS_OF_LINES["back"], "a line you restored"),
)

HEADING = "bold $text-accent"

KEYS_WIDTH = 13
"""Cells for the keys: the longest ones and a margin."""


TWO_COLUMNS = 110
"""Columns from which both halves fit side by side."""


KEYS_HERE = {
    "everywhere.help": "screen.dismiss", "everywhere.quit": "screen.dismiss",
    "reading.down": "scroll(1)", "reading.up": "scroll(-1)", "reading.page-down": "page(1)",
    "reading.half-down": "half(1)", "reading.half-up": "half(-1)", "reading.on": "page(1)",    "reading.page-up": "page(-1)", "reading.top": "edge(0)", "reading.bottom": "edge(1)",
}  # fmt: skip
"""Commands whose keys have a similar meaning here."""


class HelpText(VerticalScroll, inherit_bindings=False):
    """The text, scrolled by the keys of the article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.dismiss", show=False),
        *(
            replace(command.binding(), action=KEYS_HERE[command.id])
            for command in (*COMMANDS, *OWN_COMMANDS)
            if command.id in KEYS_HERE
        ),
    ]

    def action_scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll pages, with one line of overlap."""
        self.action_scroll(pages * max(self.scrollable_content_region.height - 1, 1))

    def action_edge(self, end: int) -> None:
        self.scroll_to(y=end * self.virtual_size.height, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the terminal's cursor on the first line, for screen readers and braille."""
        super().watch_scroll_y(old_value, new_value)
        put_cursor(self, 0, 0)

    def on_resize(self) -> None:
        self.call_after_refresh(put_cursor, self, 0, 0)


class HelpScreen(ModalScreen[None]):
    """Keys and signs; closed by Esc and the keys of help and quit."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    #help {
        width: 118;
        max-width: 100%;
        height: auto;
        max-height: 100%;
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
    """
    SCOPED_CSS = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (TWO_COLUMNS, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual

    def __init__(self, keys: Keys, here: str) -> None:
        """`here`: the context in which help was opened; its keys come first."""
        super().__init__()
        self._keys_in_force = keys
        self._here = here

    def compose(self) -> ComposeResult:
        left = Content("\n\n").join((self._half(self._here, "everywhere"), _signs()))
        contexts = (context.name for context in self._keys_in_force.contexts)
        right = self._half(*(context for context in contexts if context not in {self._here, "everywhere"}))
        frame = HelpText(Horizontal(Static(left), Static(right)), id="help")
        frame.border_title, frame.border_subtitle = _("Keys"), _("Esc closes")
        yield frame

    def _half(self, *contexts: str) -> Content:
        return Content("\n\n").join(self._section(context) for context in contexts)

    def _section(self, context: str) -> Content:
        keys = self._keys_in_force
        lines = (_row(keys.shown(command), _(command.title)) for command in keys.within(context))
        return Content("\n").join((Content.styled(keys.heading(context), HEADING), *lines))


def _signs() -> Content:
    return Content("\n").join((Content.styled(_("Signs"), HEADING), *(_row(sign, _(what)) for sign, what in SIGNS)))


def _row(keys: str, what: str) -> Content:
    return Content.assemble((f"  {keys}{' ' * max(KEYS_WIDTH - width(keys), 1)}", "bold"), what)
