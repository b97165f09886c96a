"""Which tables hold data and not the page's layout."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile, zip_longest
from typing import NamedTuple

from tui_reader.cleaning.markup.marks import NODE, Piece

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
"""A table of one row or one column is layout, or a box."""
WIDEST_CELL = 60
"""Characters of a cell; what is longer is a paragraph set in a table."""
PIECES_IN_CELL = 3
"""Lines that a cell may have."""
EVEN = 0.6
"""Share of rows that have as many cells as most have; cells that span rows or columns disturb the rest."""
MOST_SPANNED = 50
"""Rows or columns that a cell goes over at most; pages write thousands to mean all."""
MOST_COLUMNS = 60
"""Columns of a table of data; one with more was made to hurt, or lays out the page."""
LINKED = 0.5
"""Share of text in links from which a table is a menu."""


_NO_CELL = frozenset({"h1", "pre", "code"})
_LABEL = re.compile(r"[^\d\s:：]{1,8}\s?[:：]")
"""A cell with a label (作者：…) tells of the article."""


class Cell(NamedTuple):
    """The pieces of a cell, from `start` to before `end`, and how many rows and columns it goes over."""

    start: int
    end: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Table:
    """A table while it passes: its first piece, and for every row the pieces of its cells, first and behind the last.
    One that holds another is layout.
    """

    first: int
    rows: list[list[Cell]] = field(default_factory=list)
    holds_table: bool = False

    def open(self, tag: str, at: int, attributes: Mapping[str, str]) -> None:
        """A row or a cell begins with the piece `at`."""
        if tag == "tr" or not self.rows:
            self.rows.append([])
        if tag != "tr":
            self.rows[-1].append(Cell(at, at, _span(attributes, "rowspan"), _span(attributes, "colspan")))

    def shut(self, at: int) -> None:
        """The last cell ended before the piece `at`."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = self.rows[-1][-1]._replace(end=at)

    def settle(self, pieces: list[Piece], region: int, node: int) -> None:
        """The table is over: if it holds data, its pieces become one."""
        if self.holds_table or not self._fits(pieces):
            return
        rows = list(takewhile(lambda row: len(row) <= MOST_COLUMNS, _grid(pieces, self.rows)))
        if len(rows) < len(self.rows):
            return
        rows = [row for row in rows if any(row)]
        if _is_data(rows):
            pieces[self.first :] = [Piece("\n".join(map("\t".join, rows)), 0, "table", region, node)]

    def _fits(self, pieces: list[Piece]) -> bool:
        """Is it small cells all through, without a headline or a menu in them? All text is in cells."""
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
    """The text of every column of every row: a cell over several rows comes again in each, so that columns stay."""
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
    return " ".join(" ".join(piece.text.replace(NODE, "").split()) for piece in pieces)


def _is_data(rows: list[list[str]]) -> bool:
    """Rows enough, of even length, and no labels with values: those tell of the article, each by itself."""
    if len(rows) < FEWEST_ROWS:
        return False
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > WIDEST_CELL or _LABEL.match(cell) for cell in cells):
        return False
    filled = max(sum(map(bool, column)) for column in zip_longest(*map(reversed, rows)))
    most = max((len(list(group)), length) for length, group in groupby(sorted(map(len, rows))))
    return most[1] >= FEWEST_COLUMNS and most[0] >= EVEN * len(rows) and filled < sum(map(bool, cells))
