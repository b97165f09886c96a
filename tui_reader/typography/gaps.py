"""Removes the space after a full-width mark, which has its space within itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.typography.rules import CLOSERS

if TYPE_CHECKING:
    from tui_reader.typography.line import Line

SPACED = re.compile(f"(?<=[，。、；：？！{CLOSERS}])[ \xa0](?=[^\\s])")
"""A single space after a mark; longer runs are layout."""


def mend_gaps(line: Line) -> None:
    """Remove single spaces after full-width marks."""
    for found in SPACED.finditer(line.guide):
        line.put(*found.span(), "", tight=False)
