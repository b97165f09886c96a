"""The private APIs of Textual and Rich that the reader uses, each with its reason. Seen in Textual 8.2.8, Rich 15.0.0."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import rich.cells
import rich.segment
from textual import _border
from textual.app import App
from textual.binding import BindingsMap
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widgets import Input

from tui_reader.text import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from textual import events
    from textual.binding import Binding
    from textual.dom import DOMNode

SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"


def key_of(character: str) -> str:
    """Textual's name for the key of one character: `question_mark` for `?`.

    Reason: Textual names keys by this function and exports no other way to the names.
    """
    return "space" if character == " " else _character_to_key(character)


def bind_keys(widget: DOMNode, bindings: Iterable[Binding]) -> None:
    """Add key bindings to one widget, in place of those that its class has for the same keys.

    Reason: Textual takes bindings per class (`BINDINGS`) or on the app only; which features add keys to a pane is not
    known where its class is defined.
    """
    added: dict[str, list[Binding]] = {}
    for binding in BindingsMap(bindings):
        added.setdefault(binding[0], []).append(binding[1])
    widget._bindings.key_to_bindings.update(added)  # noqa: SLF001


def set_first_theme(app: App[None], theme: str) -> None:
    """Set the theme before the app starts, without parsing all styles again.

    Reason: assigning `theme` runs its watcher, which parses the styles (40 ms); the filter for ANSI themes, which the
    watcher would set, can only be set by a private method.
    """
    app.set_reactive(App.theme, theme)
    app.stylesheet.set_variables(app.get_css_variables())
    app._refresh_truecolor_filter(app.ansi_theme)  # noqa: SLF001


def show_terminal_cursor(app: App[Any], *, shown: bool = True) -> None:
    """Show the terminal's own cursor, which Textual hides, or hide it again.

    Reason: the driver, which owns the terminal, has no public name.
    """
    if app._driver is not None:  # noqa: SLF001
        app._driver.write(SHOW_CURSOR if shown else HIDE_CURSOR)  # noqa: SLF001
        app._driver.flush()  # noqa: SLF001


def type_keys(app: App[None], typed: bytes) -> None:
    """Post keys that were read before the app had the terminal.

    Reason: only Textual's parser knows the key codes of terminals.
    """
    from textual._xterm_parser import XTermParser  # noqa: PLC0415 - few starts need it

    for event in XTermParser().feed(typed.decode(errors="ignore")):
        app.post_message(event)


class KeyFilteringInput(Input):
    """An input that can pass keys on to other widgets, with the terminal's cursor on its caret.

    Reason: `Input` inserts characters in its private key handler, which runs before any public handler could stop it. At
    the end of the text it puts the terminal's cursor one cell to the right of its caret, where input methods then show
    what is being composed.
    """

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the caret."""
        x, y, _, _ = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def place_caret(self) -> None:
        """Put the terminal's cursor there; Textual does so only when the caret moves."""
        self.app.cursor_position = self.cursor_screen_offset
        self.refresh()

    def takes(self, event: events.Key) -> bool:  # noqa: ARG002 - for those that override it
        """Whether the input handles the key itself."""
        return True

    async def _on_key(self, event: events.Key) -> None:
        if self.takes(event):
            await super()._on_key(event)
        else:
            event.stop()
            event.prevent_default()


_SCANNED = (range(0xA1, 0x3400), range(0xFFFD, 0xFFFE), range(0x1F100, 0x1F1AD))
"""Unicode ranges with some ambiguous characters."""

_PRIVATE = ((0xE000, 0xF8FF, 2), (0xF0000, 0xFFFFD, 2), (0x100000, 0x10FFFD, 2))
"""First, last, cells of the private-use areas: entirely ambiguous, too large to scan."""


class _AsciiBars(ScrollBarRender):
    """Scroll bars without fractional cells at their ends."""

    VERTICAL_BARS = HORIZONTAL_BARS = [" "] * 8


_KEPT: list[tuple[Any, str, Any]] = []
"""Undo log of changes: object, attribute name, old value."""


def _put(where: Any, name: str, value: Any) -> None:
    _KEPT.append((where, name, getattr(where, name)))
    setattr(where, name, value)


def restore_widths() -> None:
    """Undo `widen_ambiguous`: ambiguous characters take one cell again."""
    while _KEPT:
        setattr(*_KEPT.pop())
    cells.set_ambiguous(1)
    _forget_measured()


def widen_ambiguous() -> None:
    """Make Rich and Textual count ambiguous characters as two cells. Raises AttributeError, TypeError, ValueError.

    Reason: Rich 15.0 has no option for it and keeps widths in private tables and caches; Textual counts border lines and
    scroll bar ends as one cell without measuring them, so they are drawn in ASCII.
    """
    load: Callable[..., Any] = getattr(rich.cells, "load_cell_table")  # noqa: B009 - it is not public

    @cache
    def load_wide(unicode_version: str = "auto") -> Any:
        table = load(unicode_version)
        narrow = frozenset(sign for sign in table.narrow_to_wide if not cells.is_ambiguous(sign))
        return table._replace(widths=_with_wide(table.widths), narrow_to_wide=narrow)

    single = frozenset(sign for sign in getattr(rich.cells, "_SINGLE_CELLS") if not cells.is_ambiguous(sign))  # noqa: B009
    _put(rich.cells, "load_cell_table", load_wide)
    for module in (rich.cells, rich.segment):
        _put(module, "_is_single_cell_widths", single.issuperset)
    _put(ScrollBar, "renderer", _AsciiBars)
    _put(_border, "BORDER_CHARS", _ascii_borders(_border))
    _forget_measured()


def _forget_measured() -> None:
    """Clear the caches of Rich and Textual with measured or drawn text."""
    for remembered in (
        rich.cells.get_character_cell_size,
        rich.cells.cached_cell_len,
        getattr(rich.segment.Segment, "_split_cells", None),
        _border.get_box,
    ):
        if clear := getattr(remembered, "cache_clear", None):
            clear()


def _with_wide(widths: Any) -> list[tuple[int, int, int]]:
    """Rich's table (first, last, cells; ascending) with two cells for ambiguous characters, which it omits or has as
    one.
    """
    wide = list(_PRIVATE)
    for scanned in _SCANNED:
        # Neighbours have the same difference between their code and their number among those found.
        found = enumerate(code for code in scanned if cells.is_ambiguous(chr(code)))
        for _, row in groupby(found, key=lambda numbered: numbered[1] - numbered[0]):
            codes = [code for _, code in row]
            wide.append((codes[0], codes[-1], 2))
    return sorted([*(entry for entry in widths if entry[2] != 1), *wide])


def _ascii_borders(border: ModuleType) -> dict[str, Any]:
    return {name: tuple(tuple(map(_ascii, row)) for row in rows) for name, rows in border.BORDER_CHARS.items()}


def _ascii(glyph: str) -> str:
    if not cells.is_ambiguous(glyph):
        return glyph
    if glyph in "│║┃╏":
        return "|"
    if glyph in "─═━╍":
        return "-"
    return "+" if "\u2500" <= glyph <= "\u257f" else " "
