"""Lines of a page: how each kind of piece is set.

A line is a few texts with a look; what leads it and its indent are no text of the piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.pieces import KEEPS_LINES
from tui_reader.present.place import BEFORE
from tui_reader.text.cells import width
from tui_reader.typeset import Line, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.config import Config
    from tui_reader.present.pieces import BlockStyle, Piece

INDENT = 4
"""Cells before a paragraph's first line: two Han characters, as Chinese print has it."""

FOLDED = "▸ "
"""What stands before a rule whose comments are folded away."""

NARROW = 32
"""Cells: in a column as narrow as this an indent would cost a quarter of the line."""


class BlockLayout(NamedTuple):
    """How a look is set: what stands before its first and its other lines, its indent, empty lines above and below."""

    lead: str = ""
    rest: str = ""
    indent: int = 0
    gap: int = 1
    above: int = 0


BLOCK_LAYOUTS: dict[BlockStyle, BlockLayout] = {
    "paragraph": BlockLayout(indent=INDENT),
    "quote": BlockLayout("▎ ", "▎ "),
    "list_item": BlockLayout("• ", "  "),
    "title": BlockLayout(gap=0, above=1),
    "meta": BlockLayout(gap=0),
    "heading": BlockLayout("■ ", "  "),
    "caption": BlockLayout("▫ ", "  "),
    "rule": BlockLayout("── "),
    "reader": BlockLayout(gap=0),
    "comment": BlockLayout("  ", "  "),
}
"""Looks not named are set plain, with an empty line after them."""

TOGETHER: frozenset[BlockStyle] = frozenset({"list_item", "caption"})
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


class Layout(NamedTuple):
    """How a person likes paragraphs: `indent` their first lines, leave a `gap` between Han and Latin (never copied)."""

    indent: bool = True
    gap: bool = False


USUAL = Layout()
"""As Chinese print has it."""


def layout_of(config: Config) -> Layout:
    """What the config file says of paragraphs."""
    return Layout(config.first_line_indent is not False, bool(config.latin_gap))


def set_block(
    number: int, pieces: Sequence[Piece], written: Sequence[Piece], measure: int, layout: Layout
) -> tuple[PageLine, ...]:
    """The lines of one piece, empty ones included: those above start before the text, those below at its end."""
    piece = pieces[number]
    manner = BLOCK_LAYOUTS.get(piece.look, BlockLayout())
    goes_on = piece.look in TOGETHER and number + 1 < len(pieces) and pieces[number + 1].look == piece.look
    if piece.look == "tags":
        lines = _tag_lines(piece.text, written[number].text, measure)
    else:
        lines = set_lines(piece, measure, layout)
    above, below = PageLine((), BEFORE), PageLine((), len(piece.text))
    return (*[above] * manner.above, *lines, *[below] * (0 if goes_on else manner.gap))


def folded_rule(block: tuple[PageLine, ...]) -> tuple[PageLine, ...]:
    """The rule over comments that are folded away."""
    first = block[0]
    return (first._replace(spans=(Span(FOLDED, "lead"), *first.spans[1:])), *block[1:])


def set_lines(piece: Piece, measure: int, layout: Layout = USUAL) -> list[PageLine]:
    """The lines of one piece, without those that part it from others."""
    manner = BLOCK_LAYOUTS.get(piece.look, BlockLayout())
    room = max(measure - width(manner.lead), 2)
    indent = manner.indent if measure > NARROW and layout.indent else 0
    gap = layout.gap and piece.look not in KEEPS_LINES
    return [
        _line(line, piece, manner.rest if number else manner.lead)
        for number, line in enumerate(typeset(piece.text, room, first_indent=indent, gap=gap))
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
