"""The only place where text becomes what Textual draws.

Text is sanitized once more, drawn as wide as it was measured, on one line, and never parsed as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui_reader.text.cells import drawn
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style


def segment(text: str, style: Style | None = None) -> Segment:
    """A run of text in one style; spaces are kept."""
    return Segment(drawn(sanitize(text)).replace("\n", " ").replace("\t", " "), style)


def strip(segments: Iterable[Segment], cells: int, style: Style | None = None) -> Strip:
    """A line of exactly `cells` cells, truncated or padded with `style`."""
    return Strip(segments).adjust_cell_length(cells, style)
