"""Layout of each kind of piece.

A line consists of styled spans; prefixes and indents are not part of the piece's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.pieces import KEEPS_LINES
from tui_reader.present.place import BEFORE
from tui_reader.present.ruby import WITHOUT, room_after, ruby_text
from tui_reader.text.cells import width
from tui_reader.typeset import Line, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.config import Config
    from tui_reader.present.pieces import BlockStyle, Piece
    from tui_reader.present.ruby import Ruby
    from tui_reader.script.readings import Reading

INDENT = 4
"""First-line indent in cells: two Han characters, the Chinese convention."""

FOLDED = "▸ "
"""Prefix of the rule above folded comments."""

NARROW = 32
"""Maximum column width in cells without first-line indent, which would take a quarter of the line."""


class BlockLayout(NamedTuple):
    """Layout of a style: prefix of the first and of other lines, indent, empty lines below and above."""

    lead: str = ""
    rest: str = ""
    indent: int = 0
    gap: int = 1
    above: int = 0


BLOCK_LAYOUTS: dict[BlockStyle, BlockLayout] = {
    "paragraph": BlockLayout(indent=INDENT),
    "quote": BlockLayout("▎ ", "▎ "),
    "deck": BlockLayout("▎ ", "▎ "),
    "list_item": BlockLayout("• ", "  "),
    "title": BlockLayout(gap=0, above=1),
    "meta": BlockLayout(gap=0),
    "heading": BlockLayout("■ ", "  "),
    "caption": BlockLayout("▫ ", "  "),
    "rule": BlockLayout("── "),
    "reader": BlockLayout(gap=0),
    "comment": BlockLayout("  ", "  "),
}
"""Styles not listed have the default layout."""

TOGETHER: frozenset[BlockStyle] = frozenset({"list_item", "caption"})
"""Styles without empty lines between adjacent pieces."""


class Span(NamedTuple):
    """A styled text. `tag`: name of the tag it shows; `lights`: decorations on it."""

    text: str
    look: str
    tag: str | None = None
    lights: tuple[str, ...] = ()


class PageLine(NamedTuple):
    """A screen line. `start`: offset of its first character in the piece's text as shown.

    `line`: the typeset line that the last span shows; None for lines without text of the piece.
    `picture`: number of a picture on the page, and the row of it that is shown here.
    """

    spans: tuple[Span, ...]
    start: int
    line: Line | None = None
    picture: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Layout(NamedTuple):
    """How paragraphs are told apart: by a first-line indent or by an empty line, never both; by neither if `in_lines`.

    `indent`: what the user asked for; None: an indent if `dense`, because there are few lines, else an empty line.
    `gap`: between Han and Latin (never copied). `in_lines`: the text is written line by line, as posts in forums are.
    `ruby`: readings above the text.
    """

    indent: bool | None = None
    gap: bool = False
    dense: bool = False
    in_lines: bool = False
    ruby: Ruby | None = None

    def indents(self, measure: int) -> bool:
        """Whether the first line of a paragraph is indented."""
        asked = self.dense if self.indent is None else self.indent
        return asked and not self.in_lines and measure > NARROW

    def spaces(self, measure: int) -> bool:
        """Whether there is an empty line between paragraphs."""
        return not self.in_lines and not self.indents(measure)


USUAL = Layout()
"""Default layout."""


def layout_of(config: Config) -> Layout:
    """The layout that the configuration asks for."""
    indent = config.first_line_indent
    return Layout(indent if isinstance(indent, bool) else None, bool(config.latin_gap))


def set_block(
    number: int, pieces: Sequence[Piece], written: Sequence[Piece], measure: int, layout: Layout
) -> tuple[PageLine, ...]:
    """All lines of one piece: empty lines above have the offset before its text, empty lines below that of its end."""
    piece = pieces[number]
    manner = BLOCK_LAYOUTS.get(piece.look, BlockLayout())
    is_close = piece.look in TOGETHER or (piece.look == "paragraph" and not layout.spaces(measure))
    goes_on = is_close and number + 1 < len(pieces) and pieces[number + 1].look == piece.look
    if piece.look == "tags":
        lines = _tag_lines(piece.text, written[number].text, measure)
    else:
        lines = set_lines(piece, measure, layout)
    above, below = PageLine((), BEFORE), PageLine((), len(piece.text))
    return (*[above] * manner.above, *lines, *[below] * (0 if goes_on else manner.gap))


def folded_rule(block: tuple[PageLine, ...]) -> tuple[PageLine, ...]:
    """The comments' rule with the marker for folded comments."""
    first = block[0]
    return (first._replace(spans=(Span(FOLDED, "lead"), *first.spans[1:])), *block[1:])


def set_lines(piece: Piece, measure: int, layout: Layout = USUAL) -> list[PageLine]:
    """The lines of one piece without surrounding empty lines."""
    manner = BLOCK_LAYOUTS.get(piece.look, BlockLayout())
    room = max(measure - width(manner.lead), 2)
    indent = manner.indent if layout.indents(measure) else 0
    gap = layout.gap and piece.look not in KEEPS_LINES
    if layout.ruby is not None and piece.look not in WITHOUT:
        return list(_ruby_lines(piece, layout.ruby.readings(piece.text), manner, room, indent))
    return [
        _line(line, piece, manner.rest if number else manner.lead)
        for number, line in enumerate(typeset(piece.text, room, first_indent=indent, gap=gap))
    ]


def _ruby_lines(
    piece: Piece, readings: Sequence[Reading], manner: BlockLayout, room: int, indent: int
) -> Iterator[PageLine]:
    """Two lines for each line of the text: readings, which are no text of the piece, and the text."""
    reading_at = {reading.start: reading.text for reading in readings}.get
    room_for = room_after(piece.text, readings)
    for number, line in enumerate(typeset(piece.text, room, first_indent=indent, room_after=room_for)):
        lead = manner.rest if number else manner.lead
        yield PageLine((Span(" " * width(lead) + ruby_text(line, reading_at), "ruby"),), line.start)
        yield _line(line, piece, lead)


def _line(line: Line, piece: Piece, lead: str) -> PageLine:
    spans = (Span(lead, "lead"), Span(line.text, piece.look)) if lead else (Span(line.text, piece.look),)
    return PageLine(spans, line.start, line)


def _tag_lines(shown: str, written: str, measure: int) -> list[PageLine]:
    """Tags side by side, wrapped; each span can be clicked."""
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
