"""Distinguishes data tables from layout tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile, zip_longest
from typing import NamedTuple

from tui_reader.cleaning.markup.marks import NODE, PARTED, Piece

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
"""Minimum rows and columns of a data table."""
WIDEST_CELL = 60
"""Maximum characters of a cell; longer text is a paragraph."""
PIECES_IN_CELL = 3
"""Maximum lines of a cell."""
EVEN = 0.6
"""Minimum share of rows with the most frequent number of cells; spanning cells disturb the rest."""
MOST_SPANNED = 50
"""Maximum row or column span."""
MOST_COLUMNS = 60
"""Maximum columns of a data table."""
LINKED = 0.5
"""Share of linked text from which a table is a menu."""


_NO_CELL = frozenset({"h1", "pre", "code"})
_LABEL = re.compile(r"[^\d\s:：]{1,8}\s?[:：]")
"""A cell with a label (作者：…): metadata of the article."""


class Cell(NamedTuple):
    """Pieces `start` to `end` (exclusive) of a cell, and its row and column spans."""

    start: int
    end: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Table:
    """A table being read: its first piece, and the piece ranges of the cells of every row. Tables with nested tables are layout."""

    first: int
    rows: list[list[Cell]] = field(default_factory=list)
    holds_table: bool = False

    def open(self, tag: str, at: int, attributes: Mapping[str, str]) -> None:
        """A row or cell begins at piece `at`."""
        if tag == "tr" or not self.rows:
            self.rows.append([])
        if tag != "tr":
            self.rows[-1].append(Cell(at, at, _span(attributes, "rowspan"), _span(attributes, "colspan")))

    def shut(self, at: int) -> None:
        """The last cell ended before piece `at`."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = self.rows[-1][-1]._replace(end=at)

    def settle(self, pieces: list[Piece], region: int, node: int) -> None:
        """End of the table: if it contains data, its pieces become one."""
        if self.holds_table or not self._fits(pieces):
            return
        rows = list(takewhile(lambda row: len(row) <= MOST_COLUMNS, _grid(pieces, self.rows)))
        if len(rows) < len(self.rows):
            return
        rows = [row for row in rows if any(row)]
        if _is_data(rows):
            pieces[self.first :] = [Piece("\n".join(map("\t".join, rows)), 0, "table", region, node)]

    def _fits(self, pieces: list[Piece]) -> bool:
        """Whether all cells are small, without headline or menu, and contain all text."""
        inside = pieces[self.first :]
        cells = [cell for row in self.rows for cell in row]
        if not inside or sum(cell.end - cell.start for cell in cells) != len(inside):
            return False
        size = sum(len(piece.text) for piece in inside)
        return (
            all(cell.end - cell.start <= PIECES_IN_CELL for cell in cells)
            and all(len(piece.text) <= 2 * WIDEST_CELL and piece.tag not in _NO_CELL for piece in inside)
            and sum(piece.linked for piece in inside) < LINKED * size
        )


def _span(attributes: Mapping[str, str], name: str) -> int:
    stated = attributes.get(name, "1")
    return min(int(stated), MOST_SPANNED) if stated.isascii() and stated.isdecimal() and stated != "0" else 1


def _grid(pieces: list[Piece], rows: Sequence[Sequence[Cell]]) -> Iterator[list[str]]:
    """Text by row and column; a cell that spans rows is repeated, so that columns align."""
    above: dict[int, tuple[int, str]] = {}
    for row in rows:
        texts: list[str] = []
        below: dict[int, tuple[int, str]] = {}
        for cell in [*row, None]:
            while len(texts) in above:
                left, text = above[len(texts)]
                below |= {len(texts): (left - 1, text)} if left > 1 else {}
                texts.append(text)
            if cell is not None:
                written = [_cell(pieces[cell.start : cell.end]), *[""] * (cell.columns - 1)]
                if cell.rows > 1:
                    below |= {len(texts) + step: (cell.rows - 1, text) for step, text in enumerate(written)}
                texts += written
        above = below
        yield texts


def _cell(pieces: list[Piece]) -> str:
    return " ".join(" ".join(piece.text.replace(NODE, "").replace(PARTED, "").split()) for piece in pieces)


def _is_data(rows: list[list[str]]) -> bool:
    """Whether there are enough rows of equal length, without label-value pairs, which are metadata."""
    if len(rows) < FEWEST_ROWS:
        return False
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > WIDEST_CELL or _LABEL.match(cell) for cell in cells):
        return False
    filled = max(sum(map(bool, column)) for column in zip_longest(*map(reversed, rows)))
    most = max((len(list(group)), length) for length, group in groupby(sorted(map(len, rows))))
    return most[1] >= FEWEST_COLUMNS and most[0] >= EVEN * len(rows) and filled < sum(map(bool, cells))
