"""Help: every key from its one declaration, and the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.cells import width
from tui_reader.present.removed import SIGNS as SIGNS_OF_LINES
from tui_reader.present.rows import BOOKMARKED, MARKED, UNREAD
from tui_reader.ui.commands import CONTEXTS, Command, Context, commands
from tui_reader.ui.widgets.tag_panel import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

SIGNS = (
    (UNREAD, "not read yet"),
    (BOOKMARKED, "bookmarked"),
    (MARKED, "marked for what you do next; tag asked for"),
    ("−", "tag not wanted"),
    (OWN, "a tag of your own"),
    (SIGNS_OF_LINES["removed"], "a removed line"),
    (SIGNS_OF_LINES["back"], "a line you put back"),
)

HEADING = "bold $text-accent"

KEYS_WIDTH = 13
"""Cells for the keys: the longest, and air."""


TWO_COLUMNS = 110
"""Columns from which both halves fit side by side."""


class HelpScreen(ModalScreen[None]):
    """Keys and signs; any of Esc, ? and q leaves."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (TWO_COLUMNS, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "scroll(10)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One text, scrolled when it is too long."""
        left = Content("\n\n").join((_half("everywhere", "list"), _signs()))
        right = _half("reading", "removed", "tags", "empty")
        frame = VerticalScroll(Horizontal(Static(left), Static(right)), id="help")
        frame.border_title, frame.border_subtitle = "Keys", "Esc closes"
        yield frame

    def action_scroll(self, lines: int) -> None:
        """Some lines on."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def _half(*contexts: Context) -> Content:
    return Content("\n\n").join(_section(CONTEXTS[context], commands(context)) for context in contexts)


def _section(heading: str, rows: Iterable[Command]) -> Content:
    lines = (_row(command.shown_keys, command.title) for command in rows)
    return Content("\n").join((Content.styled(heading, HEADING), *lines))


def _signs() -> Content:
    return Content("\n").join((Content.styled("Signs", HEADING), *(_row(sign, what) for sign, what in SIGNS)))


def _row(keys: str, what: str) -> Content:
    return Content.assemble((f"  {keys}{' ' * (KEYS_WIDTH - width(keys))}", "bold"), what)
