"""An article typeset at a measure: numbered lines, each a few texts with a look.

A page is frozen. A piece that arrives in another wording makes a new page that shares all other blocks, so the passages
in view can turn first and the rest follow.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.cells import width
from tui_reader.config import MEASURES
from tui_reader.present.place import BEFORE, Anchor, mapped
from tui_reader.typeset import Line, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui_reader.model import Shown
    from tui_reader.present.pieces import Look, Piece

INDENT = 4
"""Cells before a paragraph's first line: two Han characters, as Chinese print has it."""

DEFAULT_MEASURE = 72
"""Cells: lines of 36 Han characters read best."""

NARROW = 32
"""Cells: in a column as narrow as this an indent would cost a quarter of the line."""


class Manner(NamedTuple):
    """How a look is set: what stands before its first and its other lines, its indent, empty lines above and below."""

    lead: str = ""
    rest: str = ""
    indent: int = 0
    gap: int = 1
    above: int = 0


MANNERS: dict[Look, Manner] = {
    "paragraph": Manner(indent=INDENT),
    "quote": Manner("▎ ", "▎ "),
    "list_item": Manner("• ", "  "),
    "title": Manner(gap=0, above=1),
    "meta": Manner(gap=0),
    "heading": Manner("■ ", "  "),
    "caption": Manner("▫ ", "  "),
    "rule": Manner("── "),
    "reader": Manner(gap=0),
    "comment": Manner("  ", "  "),
}
"""Looks not named are set plain, with an empty line after them."""

TOGETHER: frozenset[Look] = frozenset({"list_item", "caption"})
"""Looks that stand without empty lines among themselves."""


class Span(NamedTuple):
    """A text in one look; `tag` is the tag it names, as the library knows it; `lights` are laid over the look."""

    text: str
    look: str
    tag: str | None = None
    lights: tuple[str, ...] = ()


class PageLine(NamedTuple):
    """One line on the screen; `start` is the offset of its first character in the piece's text as shown.

    `line` is that of the piece's text which the last span shows; None where a line shows no text of its piece.
    """

    spans: tuple[Span, ...]
    start: int
    line: Line | None = None

    @property
    def text(self) -> str:
        """The line as a person sees it."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Page:
    """The whole article at one measure in one wording.

    `written` are the pieces as the source has them, `pieces` as shown, one for one. `whole` is False while some are
    still to be turned. `starts` are the numbers of the blocks' first lines, and at the end that of all lines.
    """

    key: int
    shown: Shown
    measure: int
    written: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    blocks: tuple[tuple[PageLine, ...], ...]
    starts: tuple[int, ...]
    whole: bool = True

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
        return Anchor(block, mapped(start, self.pieces[block].text, self.written[block].text))

    def line_of(self, anchor: Anchor) -> int:
        """The number of the line that shows a place."""
        if anchor.piece >= len(self.blocks):
            return max(self.height - 1, 0)
        offset = mapped(anchor.offset, self.written[anchor.piece].text, self.pieces[anchor.piece].text)
        return self.line_showing(anchor.piece, offset)

    def line_showing(self, piece: int, offset: int) -> int:
        """The number of the line that shows an offset into the text of one of the pieces as shown."""
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
        return page_of(self.key, self.written, measure, pieces=self.pieces, shown=self.shown, whole=self.whole)

    def turned(self, texts: Mapping[int, str], shown: Shown, *, whole: bool) -> Page:
        """With the texts of some blocks in another wording; the other blocks are shared."""
        pieces, blocks = list(self.pieces), list(self.blocks)
        for number, text in texts.items():
            if text == pieces[number].text:
                continue
            pieces[number] = replace(pieces[number], text=text)
            blocks[number] = _set(number, pieces, self.written, self.measure)
        return replace(
            self, shown=shown, pieces=tuple(pieces), blocks=tuple(blocks), starts=_starts(blocks), whole=whole
        )

    def plain(self) -> str:
        """The article's text as shown, a piece a paragraph, for the clipboard."""
        return "\n\n".join(
            piece.text.replace("\n", " ") if piece.look == "tags" else piece.text for piece in self.pieces
        )

    def place_at(self, number: int) -> tuple[int, int]:
        """The piece and the offset in its text as shown with which a line begins."""
        line = self.line(number)
        return (self.piece_at(number), line.start) if line is not None else (0, 0)

    def piece_at(self, number: int) -> int:
        """The number of the piece that a line, by its number from 0, belongs to."""
        return bisect_right(self.starts, number, hi=len(self.blocks)) - 1


def page_of(
    key: int,
    written: tuple[Piece, ...],
    measure: int,
    *,
    pieces: tuple[Piece, ...] | None = None,
    shown: Shown = "source",
    whole: bool = True,
) -> Page:
    """Pieces typeset at `measure` cells: about 2 µs a character."""
    pieces = written if pieces is None else pieces
    blocks = tuple(_set(number, pieces, written, measure) for number in range(len(pieces)))
    return Page(key, shown, measure, written, pieces, blocks, _starts(blocks), whole)


def chosen(kept: str | None) -> int:
    """The measure in a kept setting; the default when it says none that can be."""
    return int(kept) if kept and kept.isdecimal() and int(kept) in MEASURES else DEFAULT_MEASURE


def stepped(measure: int, steps: int) -> int:
    """Two cells longer or shorter a step, within what can be set."""
    return min(max(measure + MEASURES.step * steps, MEASURES.start), MEASURES[-1])


def fitting(measure: int, cells: int) -> int:
    """The measure that fits into so many cells: even, as Han characters are two wide."""
    return max(min(measure, cells) // 2 * 2, 2)


def _starts(blocks: list[tuple[PageLine, ...]] | tuple[tuple[PageLine, ...], ...]) -> tuple[int, ...]:
    return tuple(accumulate(map(len, blocks), initial=0))


def _set(number: int, pieces: Sequence[Piece], written: Sequence[Piece], measure: int) -> tuple[PageLine, ...]:
    """The lines of one piece, empty ones included: those above start before the text, those below at its end."""
    piece = pieces[number]
    manner = MANNERS.get(piece.look, Manner())
    goes_on = piece.look in TOGETHER and number + 1 < len(pieces) and pieces[number + 1].look == piece.look
    lines = _tag_lines(piece.text, written[number].text, measure) if piece.look == "tags" else set_lines(piece, measure)
    above, below = PageLine((), BEFORE), PageLine((), len(piece.text))
    return (*[above] * manner.above, *lines, *[below] * (0 if goes_on else manner.gap))


def set_lines(piece: Piece, measure: int) -> list[PageLine]:
    """The lines of one piece, without those that part it from others."""
    manner = MANNERS.get(piece.look, Manner())
    room = max(measure - width(manner.lead), 2)
    indent = manner.indent if measure > NARROW else 0
    return [
        _line(line, piece, manner.rest if number else manner.lead)
        for number, line in enumerate(typeset(piece.text, room, first_indent=indent))
    ]


def _line(line: Line, piece: Piece, lead: str) -> PageLine:
    spans = (Span(lead, "lead"), Span(line.text, piece.look)) if lead else (Span(line.text, piece.look),)
    return PageLine(spans, line.start, line)


def _tag_lines(shown: str, written: str, measure: int) -> list[PageLine]:
    """Tags side by side, as many a line as fit; each can be clicked."""
    lines: list[PageLine] = []
    spans: list[Span] = []
    used = start = offset = 0
    for text, tag in zip(shown.split("\n"), written.split("\n"), strict=True):
        label = f"#{text}"
        if spans and used + width(label) > measure:
            lines.append(PageLine(tuple(spans), start))
            spans, used, start = [], 0, offset
        spans += (Span(label, "tags", tag), Span("  ", "body"))
        used += width(label) + 2
        offset += len(text) + 1
    return [*lines, PageLine(tuple(spans), start)]
