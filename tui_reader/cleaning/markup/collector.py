"""Collects the text of the current piece of an HTML page, and closes it as a `Piece`."""

from tui_reader.cleaning.markup.elements import Region
from tui_reader.cleaning.markup.marks import Piece
from tui_reader.cleaning.markup.reading import Opened, Reading


class TooManyPiecesError(Exception):
    """The page exceeds the maximum number of pieces."""


class Collector:
    """Text of the current piece and the place it is in.

    `parts`: text of the piece, markers included; `data` appends to it. `tag`, `region`, `node`, `kept`: as in `Piece`.
    `preformatted`: nesting depth inside `pre`, 0 outside.
    """

    def __init__(self, reading: Reading, most: int) -> None:
        self.reading = reading
        self._most = most
        self.parts: list[str] = []
        self.data = self.parts.append
        self.tag, self.region, self.node, self.kept = "body", 0, 0, False
        self.preformatted = 0
        self._linked, self._link = 0, -1
        self._measured = 0, 0

    def start_link(self) -> None:
        self._link = len(self.parts)

    def end_link(self) -> None:
        self._count_link()
        self._link = -1

    def _count_link(self) -> None:
        if self._link >= 0:
            self._linked += sum(map(len, map(str.strip, self.parts[self._link :])))

    def measure(self) -> int:
        """Approximate characters of the piece so far; only those since the last call are counted."""
        parts, size = self._measured if self._measured[0] <= len(self.parts) else (0, 0)
        size += sum(len(part.strip()) for part in self.parts[parts:])
        self._measured = len(self.parts), size
        return size

    def take_from(self, mark: int) -> list[str]:
        """Remove and return the parts from `mark` on."""
        taken = self.parts[mark:]
        del self.parts[mark:]
        return taken

    def open_region(self, region: Region, *, by_tag: bool) -> int:
        """Number of a new region inside the current one. `by_tag`: not only by name."""
        self.reading.regions.append(Opened(region, self.region, by_tag))
        return len(self.reading.regions) - 1

    def flush(self) -> None:
        """Close the current piece. TooManyPiecesError."""
        if not self.parts:
            return
        text = "".join(self.parts)
        if self._link >= 0:
            self._count_link()
            self._link = 0
        self.parts.clear()
        self._measured = 0, 0
        if text.isspace():
            return
        linked, self._linked = self._linked, 0
        if len(self.reading.pieces) >= self._most:
            raise TooManyPiecesError
        self.reading.pieces.append(Piece(text, linked, self.tag, self.region, self.node, self.kept))
