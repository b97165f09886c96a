"""Status line: list position, percent read, minutes left, wording, search, filter; key hints where they fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.locale import _
from tui_reader.present.rows import ELLIPSIS, fitted
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

END = "end"
"""Shown in place of the percentage at the end of the article."""

GAP = 2
"""Minimum cells between status and hints."""


@dataclass(frozen=True, slots=True)
class Status:
    """Contents of the status line. `place` counts from 1 (0: none); `percent`, `minutes`, `is_at_end` refer to the displayed article.

    `where`: name of the pane or mode whose keys are in force.
    """

    place: int = 0
    total: int = 0
    percent: int | None = None
    wording: str = ""
    selected: int = 0
    filtered: str = ""
    found: str = ""
    minutes: int = 0
    where: str = ""
    is_at_end: bool = False

    def left_text(self) -> str:
        parts = (
            self.where,
            f"{self.place}/{self.total}" if self.total else _("no articles"),
            self._progress(),
            _("≈ {minutes} min").format(minutes=self.minutes) if self.minutes and not self.is_at_end else "",
            self.wording,
            self.found,
            _("✓ {count} selected").format(count=self.selected) if self.selected else "",
            _("filter: {filter}").format(filter=one_line(self.filtered)) if self.filtered else "",
        )
        return " │ ".join(filter(None, parts))

    def _progress(self) -> str:
        if self.percent is None:
            return ""
        return _(END) if self.is_at_end else f"{self.percent}%"

    def line(self, cells: int, hints: Sequence[str], saying: str = "") -> tuple[str, str]:
        """(left, right) parts, together exactly `cells` wide: as many hints as fit, or a temporary message instead."""
        if saying:
            said = one_line(saying)
            left = self.left_text()
            if width(left) + width(said) + GAP <= cells:
                return fitted(left, cells - width(said)), said
            return "", _shortened(said, cells)
        right = ""
        left = fitted(self.left_text(), min(cells, width(self.left_text())))
        for hint in hints:
            longer = f"{right}  {hint}" if right else hint
            if width(left) + GAP + width(longer) > cells:
                break
            right = longer
        return fitted(left, cells - width(right)), right


def _shortened(text: str, cells: int) -> str:
    """`text` in exactly `cells` cells; if it is too long, truncated at a space in its second half, if there is one."""
    if width(text) <= cells:
        return fitted(text, cells)
    whole, _space, cut = fitted(text, cells).rstrip().rpartition(" ")
    return fitted(f"{whole} {ELLIPSIS}" if len(whole) > len(cut) else text, cells)
