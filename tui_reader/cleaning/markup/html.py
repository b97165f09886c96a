"""HTML → blocks, from the events of lxml's parser.

A block is the own content of a block-level element, inline elements included. Navigation, footers, sidebars and hidden text
are set apart first, unless the story is there: some pages hide it until a script runs. Class and id names alone are only
evidence for the classifier. Head declarations are stored with the blocks.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.cleaning.decode.escapes import without_escapes
from tui_reader.cleaning.markup.blocks import MOST_BLOCKS, Apart, Block, Noted, Page, Placed, check_size, with_address
from tui_reader.cleaning.markup.copies import Copies
from tui_reader.cleaning.markup.declared import declared
from tui_reader.cleaning.markup.elements import APART, KINDS, REGION_REASONS, Region
from tui_reader.cleaning.markup.events import read
from tui_reader.cleaning.markup.harmless import harmless_line, harmless_lines
from tui_reader.cleaning.markup.pieces import Line, lines_of
from tui_reader.cleaning.markup.reading import Aside, Reading
from tui_reader.model import Kind
from tui_reader.text.sanitize import one_line

FAINT_SHARE = 0.2
"""Share of white text from which the page is dark."""
MOST_COMPARED = 10
"""Maximum hidden regions compared with the visible text; bounds the work on hostile pages."""
STORY_SHARE: dict[Region, float] = {"hidden": 0.2, "comments": 0.7}
OTHER_SHARE = 0.4
"""Share of the page's sentences from which a region is (part of) the story, whatever its name. Half a story may be hidden
behind a button; comments may be longer than the article.
"""

_KINDS: dict[str, Kind] = {**KINDS, "code": "code", "table": "table"}


def from_markup(text: str, where: str = "input") -> Page:
    """Page of an HTML document. SourceTooLarge, naming `where`."""
    reading = _read(text.replace("\x00", ""))
    rows = [list(lines_of(piece)) for piece in reading.pieces]
    firsts = [0, *accumulate(map(len, rows))]
    lines = [line for row in rows for line in row]
    check_size(MOST_BLOCKS + 1 if reading.cut_off else len(lines), where)
    regions = _regions(reading, lines)
    blocks: list[Block] = []
    apart: list[Apart] = []
    places: list[int] = []
    waiting = [(firsts[aside.piece], aside) for aside in reading.asides]
    waiting.reverse()
    for index, (line, (text_, folded)) in enumerate(
        zip(lines, harmless_lines([_readable(line) for line in lines]), strict=True)
    ):
        while waiting and waiting[-1][0] <= index:
            apart.append(_apart(len(blocks), waiting.pop()[1]))
        places.append(len(blocks))
        hint = regions[line.region]
        if hint is not None and hint.apart:
            apart.append(Apart(len(blocks), text_, REGION_REASONS[hint.region]))
        elif folded:
            region = hint.region if hint else ""
            blocks.append(Block(text_, folded, _KINDS.get(line.tag), line.links, line.tag, region, line.node))
    places.append(len(blocks))
    apart += [_apart(len(blocks), aside) for _, aside in reversed(waiting)]
    page = Page(
        blocks,
        declared(reading.meta, reading.linked_data, reading.address),
        harmless_line(reading.title),
        tuple(line for line in apart if line.text),
        tuple(reading.scripts),
        reading.tree,
        tuple(_placed(reading, regions, rows, firsts, places)),
        harmless_line(reading.base),
        tuple(_noted(reading, firsts, places)),
    )
    return with_address(page, reading.saved_from)


def _readable(line: Line) -> str:
    """Text of a line with stray escapes decoded; code is unchanged."""
    return line.text if line.tag == "code" else without_escapes(line.text)


def _read(text: str) -> Reading:
    """The reading of a page; white text counts if there is much of it (dark page)."""
    reading = read(text, MOST_BLOCKS)
    if reading.faint > FAINT_SHARE * sum(len(piece.text) for piece in reading.pieces):
        return read(text, MOST_BLOCKS, faint=False)
    return reading


def _apart(before: int, aside: Aside) -> Apart:
    return Apart(before, one_line(aside.text), aside.reason)


def _noted(reading: Reading, firsts: Sequence[int], places: Sequence[int]) -> Iterator[Noted]:
    """Notes from attributes with their blocks."""
    for note in reading.notes:
        if text := harmless_line(note.text):
            yield Noted(places[firsts[min(note.piece, len(firsts) - 1)]], note.role, text)


def _placed(
    reading: Reading,
    regions: Sequence["_Hint | None"],
    rows: Sequence[Sequence[Line]],
    firsts: Sequence[int],
    places: Sequence[int],
) -> Iterator[Placed]:
    """Images outside furniture, each with the following block."""
    for picture in reading.pictures:
        if regions[picture.region] is None:
            row = rows[picture.piece] if picture.piece < len(rows) else ()
            ends = accumulate(len(line.text) for line in row)
            line = firsts[picture.piece] + sum(end <= picture.offset for end in ends)
            yield Placed(places[line], picture.address, picture.node)


class _Hint(NamedTuple):
    """Region of a text. `apart`: certain."""

    region: Region
    apart: bool


def _regions(reading: Reading, lines: Sequence[Line]) -> list[_Hint | None]:
    """Hints per region; none if the story is in it. A reply's own header and footer are part of it."""
    opened = reading.regions
    prose = [0] * len(opened)
    heads = [False] * len(opened)
    for line in lines:
        prose[line.region] += len(line.text) if "。" in line.text else 0
        heads[line.region] |= line.tag == "h1"
    for index in range(len(opened) - 1, 0, -1):  # a region stands behind the one that it is in
        region = opened[index]
        if region is not None:
            prose[region.within] += prose[index]
            heads[region.within] |= heads[index]
    copies, compared = Copies(lines), 0
    hints: list[_Hint | None] = [None]
    for index, region in enumerate(opened[1:], 1):
        assert region is not None  # noqa: S101 - only the page itself is none
        share = STORY_SHARE.get(region.region, OTHER_SHARE)
        told = prose[index] > share * prose[0] or heads[index]
        if told and region.region == "hidden" and compared < MOST_COMPARED:
            compared += 1
            told = not copies.is_copy(index, opened)
        outer = hints[region.within]
        inner = region.region in APART - {"hidden"} and outer is not None and outer.region == "comments"
        own = None if told or inner else _Hint(region.region, region.by_tag and region.region in APART)
        hints.append(outer if own is None or (outer is not None and outer.apart) else own)
    return hints
