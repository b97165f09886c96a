"""Cell widths of East Asian Ambiguous characters (“ ” … — · ● → │), set for everything that measures text.

They take one cell in most terminals, two in some that are configured for Chinese. Rich has no option for it, so
`compat` changes its tables. If a version of Rich or Textual keeps its widths elsewhere, all stays at one cell, with a
message.

Lines that Textual draws itself (borders, ends of scroll bars) are ambiguous too, and counted as one cell without
measuring. Where they would take two cells they are drawn in ASCII.
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

NOT_UTF8 = (
    "This terminal does not show UTF-8: Chinese will not be readable. Set its encoding to UTF-8, and LANG to C.UTF-8."
)


class Settled(NamedTuple):
    """Result: widths in use; `typed`: keys that arrived while the terminal was asked; `complaint`: a message for the
    user.
    """

    cells: int
    typed: bytes = b""
    complaint: str = ""


PLAIN = Settled(1)
"""Default: one cell."""


def settle(setting: str | None, answer: Answer) -> Settled:
    """Apply the setting ("1", "2", or "auto": as the terminal answered), before Textual starts."""
    wanted = {"1": 1, "2": 2}.get(setting or "auto") or answer.cells or 1
    if not answer.is_utf8:
        return Settled(1, answer.typed, NOT_UTF8)
    if count_ambiguous(wanted):
        return Settled(wanted, answer.typed)
    return Settled(1, answer.typed, CANNOT)


def count_ambiguous(wanted: int) -> bool:
    """Count ambiguous characters as one or two cells here, in Rich and in Textual. False, with one cell, if
    impossible.
    """
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
