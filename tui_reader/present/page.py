"""An article typeset at a measure: numbered lines of styled spans.

Pages are frozen. Converting some pieces makes a new page that shares all other blocks, so visible pieces are converted
first.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from tui_reader.present.lines import USUAL, Layout, PageLine, folded_rule, set_block
from tui_reader.present.place import BEFORE, Anchor
from tui_reader.present.posts import is_in_lines
from tui_reader.present.thread import COMMENT_STYLES
from tui_reader.present.worded import ShownText
from tui_reader.settings import DEFAULT_MEASURE, MEASURES
from tui_reader.text.cells import width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui_reader.model import Shown
    from tui_reader.present.pieces import Piece
    from tui_reader.present.ruby import Ruby


@dataclass(frozen=True, slots=True)
class Page:
    """A whole article at one measure in one wording, punctuation repaired or not.

    `written`: pieces as in the source; `pieces`: as shown; `worded`: how the texts were converted; all one for one.
    `whole`: False while some pieces are not converted yet. `starts`: line number of each block's first line, then the total.
    `folded`: the comments' blocks are empty.
    """

    article_id: int
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
        return self.starts[-1]

    def line(self, number: int) -> PageLine | None:
        """The line of that number, from 0; None outside the page."""
        if not 0 <= number < self.height:
            return None
        block = self.piece_at(number)
        return self.blocks[block][number - self.starts[block]]

    def anchor_at(self, number: int) -> Anchor:
        """The place, in source offsets, of the first character of a line."""
        if not self.blocks:
            return Anchor(0, 0)
        block = self.piece_at(min(max(number, 0), self.height - 1))
        start = self.blocks[block][min(max(number, 0), self.height - 1) - self.starts[block]].start
        return Anchor(block, self.written_at(block, start))

    def line_of(self, anchor: Anchor) -> int:
        """Number of the line that shows a place."""
        if anchor.piece >= len(self.blocks):
            return max(self.height - 1, 0)
        number = self.line_showing(anchor.piece, self.shown_at(*anchor))
        return number - 1 if self._is_ruby(number - 1) else number

    def _is_ruby(self, number: int) -> bool:
        """Whether a line shows the readings of the next one."""
        line = self.line(number) if self.layout.ruby is not None else None
        return line is not None and bool(line.spans) and line.spans[0].look == "ruby"

    def written_at(self, piece: int, offset: int) -> int:
        """Source offset of the shown `offset`."""
        return self.worded[piece].in_other(offset, ShownText(self.written[piece].text))

    def shown_at(self, piece: int, offset: int) -> int:
        """Shown offset of the source `offset`."""
        return ShownText(self.written[piece].text).in_other(offset, self.worded[piece])

    def line_showing(self, piece: int, offset: int) -> int:
        """Number of the line that shows an offset into a piece's text as shown.

        For a folded piece: the start of the nearest visible piece before it.
        """
        while piece and not self.blocks[piece]:
            piece, offset = piece - 1, BEFORE
        starts = [line.start for line in self.blocks[piece]]
        # For equal starts (an empty line after an empty text) take the first.
        return self.starts[piece] + max(min(bisect_right(starts, offset), len(starts)) - 1, 0)

    def place_of_cell(self, number: int, column: int) -> tuple[int, int] | None:
        """(piece, shown offset) at a cell of a line; None if there is no text."""
        line = self.line(number)
        if line is None or line.line is None:
            return None
        lead = sum(width(span.text) for span in line.spans[:-1])
        return self.piece_at(number), line.line.offset_at(column - lead)

    def percent_above(self, number: int) -> int | None:
        """Percent of the lines that are above a line; None for an empty page."""
        return min(100 * number // self.height, 100) if self.height else None

    def in_view(self, number: int, height: int) -> range:
        """Indices of the blocks visible in lines `number` … `number + height`."""
        if not self.blocks:
            return range(0)
        last = min(max(number + height, 1), self.height) - 1
        return range(self.piece_at(min(max(number, 0), self.height - 1)), self.piece_at(max(last, 0)) + 1)

    def measured(self, measure: int, *, dense: bool | None = None) -> Page:
        """Re-typeset at another measure, or with other spacing; None: the same."""
        layout = self._layout(dense)
        blocks = tuple(
            set_block(number, self.pieces, self.written, measure, layout) for number in range(len(self.pieces))
        )
        return replace(self, measure=measure, blocks=blocks, starts=_starts(blocks), layout=layout)

    def measured_in(self, view: range, measure: int, *, dense: bool | None = None) -> Page:
        """Re-typeset only the blocks in `view`; the others keep the old measure for now."""
        layout = self._layout(dense)
        blocks = list(self.blocks)
        for number in view:
            blocks[number] = set_block(number, self.pieces, self.written, measure, layout)
        return replace(self, measure=measure, blocks=tuple(blocks), starts=_starts(blocks), whole=False, layout=layout)

    def with_ruby(self, ruby: Ruby | None) -> Page:
        """The page that is typeset next with these readings: its blocks are unchanged yet."""
        return replace(self, layout=self.layout._replace(ruby=ruby))

    def _layout(self, dense: bool | None) -> Layout:
        return self.layout if dense is None else self.layout._replace(dense=dense)

    def turned(self, texts: Mapping[int, ShownText], shown: Shown, *, whole: bool, repair: bool = False) -> Page:
        """Replace the texts of some pieces; other blocks are shared."""
        worded, pieces, blocks = list(self.worded), list(self.pieces), list(self.blocks)
        for number, text in texts.items():
            worded[number] = text
            if text.shown != pieces[number].text:
                pieces[number] = replace(pieces[number], text=text.shown)
                blocks[number] = set_block(number, pieces, self.written, self.measure, self.layout)
        return Page(
            self.article_id, shown, self.measure, self.written, tuple(worded), tuple(pieces), tuple(blocks), _starts(blocks),
            repair, whole, layout=self.layout,
        )  # fmt: skip

    def folding(self) -> Page:
        """Fold the comments; the rule above them stays."""
        blocks = tuple(
            () if piece.look in COMMENT_STYLES else folded_rule(block) if piece.look == "rule" else block
            for piece, block in zip(self.pieces, self.blocks, strict=True)
        )
        return replace(self, blocks=blocks, starts=_starts(blocks), folded=True)

    def plain(self) -> str:
        """The text as shown for the clipboard: pieces as paragraphs."""
        return "\n\n".join(
            " ".join(f"#{tag}" for tag in piece.text.split("\n")) if piece.look == "tags" else piece.text
            for piece in self.pieces
        )

    def place_at(self, number: int) -> tuple[int, int]:
        """(piece, shown offset) at which a line begins; past the last line: (number of pieces, 0)."""
        line = self.line(number)
        return (self.piece_at(number), line.start) if line is not None else (len(self.pieces), 0)

    def piece_at(self, number: int) -> int:
        """Number of the piece that contains a line."""
        return bisect_right(self.starts, number, hi=len(self.blocks)) - 1


def page_of(
    article_id: int,
    written: tuple[Piece, ...],
    measure: int,
    *,
    worded: tuple[ShownText, ...] | None = None,
    shown: Shown = "source",
    repair: bool = False,
    layout: Layout = USUAL,
) -> Page:
    """Typeset pieces at `measure` cells; under 1 µs a character."""
    if worded is None:
        worded, pieces = tuple(ShownText(piece.text) for piece in written), written
    else:
        pieces = tuple(replace(piece, text=text.shown) for piece, text in zip(written, worded, strict=True))
    layout = layout._replace(in_lines=is_in_lines(written))
    blocks = tuple(set_block(number, pieces, written, measure, layout) for number in range(len(pieces)))
    return Page(article_id, shown, measure, written, worded, pieces, blocks, _starts(blocks), repair, layout=layout)


def parse_measure(kept: str | None) -> int:
    """Parse a stored measure; the default if missing or invalid."""
    return int(kept) if kept and kept.isdecimal() and int(kept) in MEASURES else DEFAULT_MEASURE


def step_measure(measure: int, steps: int) -> int:
    """The measure `steps` steps of two cells wider or narrower, within limits."""
    return min(max(measure + MEASURES.step * steps, MEASURES.start), MEASURES[-1])


def fitting(measure: int, cells: int) -> int:
    """The largest even measure that fits into `cells`: Han characters are two cells wide."""
    return max(min(measure, cells) // 2 * 2, 2)


def _starts(blocks: Sequence[tuple[PageLine, ...]]) -> tuple[int, ...]:
    return tuple(accumulate(map(len, blocks), initial=0))
