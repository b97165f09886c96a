"""The line at the bottom: place in the list, percent read, minutes left, wording, what is found, filter; hints where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.cells import width
from tui_reader.present.rows import fitted
from tui_reader.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 2
"""Cells kept free between what is told and the hints."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the line tells. `place` counts from 1, 0 for none; `percent` is of the article read, `minutes` what is left."""

    place: int = 0
    total: int = 0
    percent: int | None = None
    wording: str = ""
    selected: int = 0
    filtered: str = ""
    found: str = ""
    minutes: int = 0

    def told(self) -> str:
        """The left part."""
        parts = (
            f"{self.place}/{self.total}" if self.total else "no articles",
            f"{self.percent}%" if self.percent is not None else "",
            f"≈ {self.minutes} min left" if self.minutes else "",
            self.wording,
            self.found,
            f"✓ {self.selected} selected" if self.selected else "",
            f"filter: {one_line(self.filtered)}" if self.filtered else "",
        )
        return " │ ".join(filter(None, parts))

    def line(self, cells: int, hints: Sequence[str], saying: str = "") -> tuple[str, str]:
        """Left and right part, together exactly `cells` wide: as many hints as fit, or a passing sentence instead."""
        if saying:
            said = one_line(saying)
            told = self.told()
            if width(told) + width(said) + GAP <= cells:
                return fitted(told, cells - width(said)), said
            return "", fitted(said, cells)
        right = ""
        told = fitted(self.told(), min(cells, width(self.told())))
        for hint in hints:
            longer = f"{right}  {hint}" if right else hint
            if width(told) + GAP + width(longer) > cells:
                break
            right = longer
        return fitted(told, cells - width(right)), right
