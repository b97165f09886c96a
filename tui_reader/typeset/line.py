"""A display line and its mapping to source offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui_reader.text.cells import places, width


@dataclass(frozen=True, slots=True)
class Line:
    """A display line: `text[indent:]` shows the source from `start`; the next line starts at `end`.

    `indent`: number of prefixed characters; `gaps`: indices in `text` of inserted spaces. Trailing spaces and the line break
    are in `start:end`, not in `text`.
    """

    text: str
    start: int
    end: int
    indent: int = 0
    gaps: tuple[int, ...] = ()

    def column(self, offset: int) -> int:
        """Index in `text` of a source offset; offsets on other lines give the nearer end."""
        index = self.indent + max(offset - self.start, 0)
        for gap in self.gaps:
            if gap <= index:
                index += 1
        return min(index, len(self.text))

    def offset_at(self, cell: int) -> int:
        """Source offset of the character at a cell, counted from the start of the line.

        Indent and gaps belong to the following character; both halves of a wide character, and combining marks, to its first
        code point. Right of the line: the offset after its last character.
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
        """First cell of the character at a source offset, or of the cluster it belongs to; the line's edge if outside."""
        index = self.column(offset)
        return places(self.text)[index] if index < len(self.text) else width(self.text)
