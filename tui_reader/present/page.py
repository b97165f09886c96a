"""An article typeset at a measure: numbered lines, each a few texts with a look.

A page is frozen. A piece that arrives in another wording makes a new page that shares all other blocks, so the passages
in view can turn first and the rest follow.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from tui_reader.config import MEASURES
from tui_reader.present.lines import USUAL, Layout, PageLine, folded_rule, set_block
from tui_reader.present.place import BEFORE, Anchor
from tui_reader.present.thread import COMMENT_STYLES
from tui_reader.present.worded import ShownText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui_reader.model import Shown
    from tui_reader.present.pieces import Piece

DEFAULT_MEASURE = 72
"""Cells: lines of 36 Han characters read best."""


@dataclass(frozen=True, slots=True)
class Page:
    """The whole article at one measure in one wording, its marks repaired or not.

    `written` are the pieces as the source has them, `pieces` as shown, `worded` how their texts came to be so, one for
    one. `whole` is False while some are still to be turned. `starts` are the numbers of the blocks' first lines, and at
    the end that of all lines. Of a `folded` page the comments' blocks are empty.
    """

    key: int
    shown: Shown
    measure: int
    written: tuple[Piece, ...]
    worded: tuple[ShownText, ...]
    pieces: tuple[Piece, ...]
    blocks: tuple[tuple[PageLine, ...], ...]
    starts: tuple[int, ...]
    repair: bool = False
    whole: bool = True
    folded: bool = False
    layout: Layout = USUAL

    @property
    def height(self) -> int:
        """Lines in all."""
        return self.starts[-1]

    def line(self, number: int) -> PageLine | None:
        """A line by its number from 0; None outside the page."""
        if not 0 <= number < self.height:
            return None
        block = self.piece_at(number)
        return self.blocks[block][number - self.starts[block]]

    def anchor_at(self, number: int) -> Anchor:
        """The place, in the source's text, of the first character on a line."""
        if not self.blocks:
            return Anchor(0, 0)
        block = self.piece_at(min(max(number, 0), self.height - 1))
        start = self.blocks[block][min(max(number, 0), self.height - 1) - self.starts[block]].start
        return Anchor(block, self.written_at(block, start))

    def line_of(self, anchor: Anchor) -> int:
        """The number of the line that shows a place."""
        if anchor.piece >= len(self.blocks):
            return max(self.height - 1, 0)
        return self.line_showing(anchor.piece, self.shown_at(*anchor))

    def written_at(self, piece: int, offset: int) -> int:
        """The offset in a piece's text as written of what is shown at `offset`."""
        return self.worded[piece].in_other(offset, ShownText(self.written[piece].text))

    def shown_at(self, piece: int, offset: int) -> int:
        """The offset in a piece's text as shown of what is written at `offset`."""
        return ShownText(self.written[piece].text).in_other(offset, self.worded[piece])

    def line_showing(self, piece: int, offset: int) -> int:
        """The number of the line that shows an offset into the text of one of the pieces as shown.

        A piece that is folded away is where the nearest one before it begins.
        """
        while piece and not self.blocks[piece]:
            piece, offset = piece - 1, BEFORE
        starts = [line.start for line in self.blocks[piece]]
        # Equal starts (an empty line after an empty text) count from the first.
        return self.starts[piece] + max(min(bisect_right(starts, offset), len(starts)) - 1, 0)

    def in_view(self, number: int, height: int) -> range:
        """The blocks that lines `number` … `number + height` show."""
        if not self.blocks:
            return range(0)
        last = min(max(number + height, 1), self.height) - 1
        return range(self.piece_at(min(max(number, 0), self.height - 1)), self.piece_at(max(last, 0)) + 1)

    def measured(self, measure: int) -> Page:
        """The same at another measure."""
        blocks = tuple(
            set_block(number, self.pieces, self.written, measure, self.layout) for number in range(len(self.pieces))
        )
        return replace(self, measure=measure, blocks=blocks, starts=_starts(blocks))

    def measured_in(self, view: range, measure: int) -> Page:
        """The same with the blocks in `view` at another measure and the others, not in view, as they are for now."""
        blocks = list(self.blocks)
        for number in view:
            blocks[number] = set_block(number, self.pieces, self.written, measure, self.layout)
        return replace(self, measure=measure, blocks=tuple(blocks), starts=_starts(blocks), whole=False)

    def turned(self, texts: Mapping[int, ShownText], shown: Shown, *, whole: bool, repair: bool = False) -> Page:
        """With the texts of some blocks worded otherwise; the other blocks are shared."""
        worded, pieces, blocks = list(self.worded), list(self.pieces), list(self.blocks)
        for number, text in texts.items():
            worded[number] = text
            if text.shown != pieces[number].text:
                pieces[number] = replace(pieces[number], text=text.shown)
                blocks[number] = set_block(number, pieces, self.written, self.measure, self.layout)
        return Page(
            self.key, shown, self.measure, self.written, tuple(worded), tuple(pieces), tuple(blocks), _starts(blocks),
            repair, whole, layout=self.layout,
        )  # fmt: skip

    def folding(self) -> Page:
        """The same with the comments folded away, but for the rule over them."""
        blocks = tuple(
            () if piece.look in COMMENT_STYLES else folded_rule(block) if piece.look == "rule" else block
            for piece, block in zip(self.pieces, self.blocks, strict=True)
        )
        return replace(self, blocks=blocks, starts=_starts(blocks), folded=True)

    def plain(self) -> str:
        """The article's text as shown, a piece a paragraph, for the clipboard."""
        return "\n\n".join(
            piece.text.replace("\n", " ") if piece.look == "tags" else piece.text for piece in self.pieces
        )

    def place_at(self, number: int) -> tuple[int, int]:
        """The piece and the offset in its text as shown with which a line begins; beyond all of them past the end."""
        line = self.line(number)
        return (self.piece_at(number), line.start) if line is not None else (len(self.pieces), 0)

    def piece_at(self, number: int) -> int:
        """The number of the piece that a line, by its number from 0, belongs to."""
        return bisect_right(self.starts, number, hi=len(self.blocks)) - 1


def page_of(
    key: int,
    written: tuple[Piece, ...],
    measure: int,
    *,
    worded: tuple[ShownText, ...] | None = None,
    shown: Shown = "source",
    repair: bool = False,
    layout: Layout = USUAL,
) -> Page:
    """Pieces typeset at `measure` cells: under 1 µs a character."""
    if worded is None:
        worded, pieces = tuple(ShownText(piece.text) for piece in written), written
    else:
        pieces = tuple(replace(piece, text=text.shown) for piece, text in zip(written, worded, strict=True))
    blocks = tuple(set_block(number, pieces, written, measure, layout) for number in range(len(pieces)))
    return Page(key, shown, measure, written, worded, pieces, blocks, _starts(blocks), repair, layout=layout)


def parse_measure(kept: str | None) -> int:
    """The measure in a kept setting; the default when it says none that can be."""
    return int(kept) if kept and kept.isdecimal() and int(kept) in MEASURES else DEFAULT_MEASURE


def step_measure(measure: int, steps: int) -> int:
    """Two cells longer or shorter a step, within what can be set."""
    return min(max(measure + MEASURES.step * steps, MEASURES.start), MEASURES[-1])


def fitting(measure: int, cells: int) -> int:
    """The measure that fits into so many cells: even, as Han characters are two wide."""
    return max(min(measure, cells) // 2 * 2, 2)


def _starts(blocks: Sequence[tuple[PageLine, ...]]) -> tuple[int, ...]:
    return tuple(accumulate(map(len, blocks), initial=0))
