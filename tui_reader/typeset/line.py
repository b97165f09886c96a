"""A line for the screen, and which character of the source is where on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui_reader.text.cells import places, width


@dataclass(frozen=True, slots=True)
class Line:
    """One line for the screen: `text[indent:]` shows the source's characters from `start`; the next line's start is `end`.

    `indent` counts the characters put before it, `gaps` are the indices in `text` of the spaces put between Han and
    Latin. Spaces and a line break at its end are in `start:end`, not in `text`.
    """

    text: str
    start: int
    end: int
    indent: int = 0
    gaps: tuple[int, ...] = ()

    def column(self, offset: int) -> int:
        """The index in `text` of the source's character at `offset`; an offset on another line gives the nearer end."""
        index = self.indent + max(offset - self.start, 0)
        for gap in self.gaps:
            if gap <= index:
                index += 1
        return min(index, len(self.text))

    def offset_at(self, cell: int) -> int:
        """The source's offset of the character shown at that cell, counted from the line's first.

        Indent and gaps count to the character after them, either half of a wide one and all that is joined to it to
        the first of them; right of the line is the offset after its last.
        """
        columns = places(self.text)
        index = bisect_right(columns, cell) - 1
        if index < self.indent:
            index = self.indent
        elif cell >= max(width(self.text), 1):
            index = len(self.text)
        else:
            index = max(bisect_left(columns, columns[index]), self.indent)
        return self.start + index - self.indent - bisect_left(self.gaps, index)

    def cell_of(self, offset: int) -> int:
        """The first cell of the source's character at `offset`, or of what it is joined to; the line's edge if outside."""
        index = self.column(offset)
        return places(self.text)[index] if index < len(self.text) else width(self.text)
