"""How wide this terminal draws what Unicode leaves open, and telling it to all who count cells.

“ ” … — · ● → │ and their like (East Asian Ambiguous) take one cell in most terminals, two in some that were set up for
Chinese. Rich has no switch for it, so `compat` changes its tables. If a
version of Rich or Textual keeps them otherwise, all stays at one cell, and that is said.

Lines that Textual itself draws (borders, the ends of scroll bars) are ambiguous too; it counts them as one cell without
measuring. Where they would take two they are drawn in ASCII.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import rich.cells

from tui_reader.text import cells
from tui_reader.ui.core.compat import restore_widths, widen_ambiguous

if TYPE_CHECKING:
    from tui_reader.ui.core.probe import Answer

CANNOT = (
    "This version of Rich does not let ambiguous characters be two cells wide: “ … — may shift what is right of them."
)


class Settled(NamedTuple):
    """What the terminal is taken to do; `typed` are the keys that came while it was asked; a `complaint` for a person."""

    cells: int
    typed: bytes = b""
    complaint: str = ""


PLAIN = Settled(1)
"""Most terminals, and those nobody asked."""


def settle(setting: str | None, answer: Answer) -> Settled:
    """Apply the setting ("1", "2", or "auto": as the terminal answered), before Textual has the terminal."""
    wanted = {"1": 1, "2": 2}.get(setting or "auto") or answer.cells or 1
    if count_ambiguous(wanted):
        return Settled(wanted, answer.typed)
    return Settled(1, answer.typed, CANNOT)


def count_ambiguous(wanted: int) -> bool:
    """Let ambiguous characters be one or two cells for the reader, Rich and Textual; False, and one, if that cannot be."""
    restore_widths()
    if wanted == 1:
        return True
    try:
        widen_ambiguous()
    except (AttributeError, TypeError, ValueError):  # kept otherwise than in the versions known
        restore_widths()
        return False
    cells.set_ambiguous(2)
    if _agrees():
        return True
    restore_widths()
    return False


def _agrees() -> bool:
    return all(rich.cells.cell_len(text) == cells.width(text) for text in ("“…—”", "·×α│", "☎\ufe0f", "中a“"))
