"""How wide this terminal draws what Unicode leaves open, and telling it to all who count cells.

“ ” … — · ● → │ and their like (East Asian Ambiguous) take one cell in most terminals, two in some that were set up for
Chinese. Rich has no switch for it, so its tables are changed: this is the one place that knows how they are kept. If a
version of Rich or Textual keeps them otherwise, all stays at one cell, and that is said.

Lines that Textual itself draws (borders, the ends of scroll bars) are ambiguous too; it counts them as one cell without
measuring. Where they would take two they are drawn in ASCII.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import rich.cells
import rich.segment
from textual import _border
from textual.scrollbar import ScrollBar, ScrollBarRender

from tui_reader.text import cells
from tui_reader.ui.core.probe import ask_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


CANNOT = (
    "This version of Rich does not let ambiguous characters be two cells wide: “ … — may shift what is right of them."
)

_SCANNED = (range(0xA1, 0x3400), range(0xFFFD, 0xFFFE), range(0x1F100, 0x1F1AD))
"""Where there are ambiguous characters among others."""

_PRIVATE = ((0xE000, 0xF8FF, 2), (0xF0000, 0xFFFFD, 2), (0x100000, 0x10FFFD, 2))
"""First, last, cells of the areas for private use: ambiguous throughout, too large to be looked through."""


class Settled(NamedTuple):
    """What the terminal is taken to do; `typed` are the keys that came while it was asked; a `complaint` for a person."""

    cells: int
    typed: bytes = b""
    complaint: str = ""


PLAIN = Settled(1)
"""Most terminals, and those nobody asked."""


def settle(setting: str | None, stdin: TextIO, stdout: TextIO) -> Settled:
    """By the setting ("1", "2", or "auto", which asks), before Textual has the terminal."""
    typed = b""
    wanted = {"1": 1, "2": 2}.get(setting or "auto")
    if wanted is None and stdin.isatty() and stdout.isatty():
        wanted, typed = ask_terminal(stdin.fileno(), stdout.fileno())
    wanted = wanted or 1
    if count_ambiguous(wanted):
        return Settled(wanted, typed)
    return Settled(1, typed, CANNOT)


def count_ambiguous(wanted: int) -> bool:
    """Let ambiguous characters be one or two cells for the reader, Rich and Textual; False, and one, if that cannot be."""
    _restore()
    if wanted == 1:
        return True
    try:
        _change()
    except (AttributeError, TypeError, ValueError):  # kept otherwise than in the versions known
        _restore()
        return False
    cells.set_ambiguous(2)
    if _agrees():
        return True
    _restore()
    return False


def _agrees() -> bool:
    return all(rich.cells.cell_len(text) == cells.width(text) for text in ("“…—”", "·×α│", "☎\ufe0f", "中a“"))


class _AsciiBars(ScrollBarRender):
    """Ends of scroll bars in whole cells."""

    VERTICAL_BARS = HORIZONTAL_BARS = [" "] * 8


_KEPT: list[tuple[Any, str, Any]] = []
"""What was changed: an object, the name in it, what was there."""


def _put(where: Any, name: str, value: Any) -> None:
    _KEPT.append((where, name, getattr(where, name)))
    setattr(where, name, value)


def _restore() -> None:
    while _KEPT:
        setattr(*_KEPT.pop())
    cells.set_ambiguous(1)
    _forget_measured()


def _change() -> None:
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
    """What Rich and Textual have measured or drawn before."""
    for remembered in (
        rich.cells.get_character_cell_size,
        rich.cells.cached_cell_len,
        getattr(rich.segment.Segment, "_split_cells", None),
        _border.get_box,
    ):
        if clear := getattr(remembered, "cache_clear", None):
            clear()


def _with_wide(widths: Any) -> list[tuple[int, int, int]]:
    """Rich's table (first, last, cells; rising) with the ambiguous ones, which it leaves out or has as one, as two."""
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
