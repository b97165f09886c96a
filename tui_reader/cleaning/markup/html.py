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
from tui_reader.cleaning.markup.reading import Aside, Opened, Reading
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
    content = _content(lines, regions, [(firsts[aside.piece], aside) for aside in reading.asides])
    page = Page(
        content.blocks,
        declared(reading.meta, reading.linked_data, reading.address),
        harmless_line(reading.title),
        tuple(line for line in content.apart if line.text),
        tuple(reading.scripts),
        reading.tree,
        tuple(_placed(reading, regions, rows, firsts, content.block_at)),
        harmless_line(reading.base),
        tuple(_noted(reading, firsts, content.block_at)),
    )
    return with_address(page, reading.saved_from)


class _Content(NamedTuple):
    """Blocks and lines set apart. `block_at`: for each line, and for the page's end, the number of blocks before it."""

    blocks: list[Block]
    apart: list[Apart]
    block_at: list[int]


def _content(lines: Sequence[Line], regions: Sequence["_Hint | None"], asides: Sequence[tuple[int, Aside]]) -> _Content:
    """The lines as blocks or set apart. `asides`: words removed while reading, each with the number of its line."""
    blocks, apart, block_at = _Content([], [], [])
    waiting = [*reversed(asides)]
    texts = harmless_lines([_readable(line) for line in lines])
    for index, (line, (text, folded)) in enumerate(zip(lines, texts, strict=True)):
        while waiting and waiting[-1][0] <= index:
            apart.append(_apart(len(blocks), waiting.pop()[1]))
        block_at.append(len(blocks))
        hint = regions[line.region]
        if hint is not None and hint.apart:
            apart.append(Apart(len(blocks), text, REGION_REASONS[hint.region]))
        elif folded:
            region = hint.region if hint else ""
            blocks.append(Block(text, folded, _KINDS.get(line.tag), line.links, line.tag, region, line.node))
    block_at.append(len(blocks))
    apart += [_apart(len(blocks), aside) for _, aside in reversed(waiting)]
    return _Content(blocks, apart, block_at)


def _readable(line: Line) -> str:
    """Text of a line with stray escapes decoded; code is unchanged."""
    return line.text if line.tag == "code" else without_escapes(line.text)


def _read(text: str) -> Reading:
    """The page's pieces and declarations; white text counts if there is much of it (dark page)."""
    reading = read(text, MOST_BLOCKS)
    if reading.faint > FAINT_SHARE * sum(len(piece.text) for piece in reading.pieces):
        return read(text, MOST_BLOCKS, faint=False)
    return reading


def _apart(before: int, aside: Aside) -> Apart:
    return Apart(before, one_line(aside.text), aside.reason)


def _noted(reading: Reading, firsts: Sequence[int], block_at: Sequence[int]) -> Iterator[Noted]:
    """Notes from attributes with their blocks."""
    for note in reading.notes:
        if text := harmless_line(note.text):
            yield Noted(block_at[firsts[min(note.piece, len(firsts) - 1)]], note.role, text)


def _placed(
    reading: Reading,
    regions: Sequence["_Hint | None"],
    rows: Sequence[Sequence[Line]],
    firsts: Sequence[int],
    block_at: Sequence[int],
) -> Iterator[Placed]:
    """Images outside furniture, each with the following block."""
    for picture in reading.pictures:
        if regions[picture.region] is None:
            row = rows[picture.piece] if picture.piece < len(rows) else ()
            ends = accumulate(len(line.text) for line in row)
            line = firsts[picture.piece] + sum(end <= picture.offset for end in ends)
            yield Placed(block_at[line], picture.address, picture.node)


class _Hint(NamedTuple):
    """Region of a text. `apart`: markup names it with certainty, so the text is set apart."""

    region: Region
    apart: bool


def _regions(reading: Reading, lines: Sequence[Line]) -> list[_Hint | None]:
    """Hints per region; none if the story is in it."""
    opened = reading.regions
    prose, has_heading = _prose(opened, lines)
    copies, compared = Copies(lines), 0
    hints: list[_Hint | None] = [None]
    for index, region in enumerate(opened[1:], 1):
        assert region is not None  # noqa: S101 - only the page itself is none
        share = STORY_SHARE.get(region.region, OTHER_SHARE)
        has_story = prose[index] > share * prose[0] or has_heading[index]
        if has_story and region.region == "hidden" and compared < MOST_COMPARED:
            compared += 1
            has_story = not copies.is_copy(index, opened)
        hints.append(_hint(region, hints[region.within], has_story=has_story))
    return hints


def _prose(opened: Sequence[Opened | None], lines: Sequence[Line]) -> tuple[list[int], list[bool]]:
    """For each region with those inside it: characters of lines with a full stop, and whether it has a main heading."""
    prose, has_heading = [0] * len(opened), [False] * len(opened)
    for line in lines:
        prose[line.region] += len(line.text) if "。" in line.text else 0
        has_heading[line.region] |= line.tag == "h1"
    for index in range(len(opened) - 1, 0, -1):  # a region has a greater number than the one that it is in
        region = opened[index]
        if region is not None:
            prose[region.within] += prose[index]
            has_heading[region.within] |= has_heading[index]
    return prose, has_heading


def _hint(region: Opened, outer: _Hint | None, *, has_story: bool) -> _Hint | None:
    """The hint of a region inside another with hint `outer`. A reply's own header and footer are part of it."""
    in_reply = region.region in APART - {"hidden"} and outer is not None and outer.region == "comments"
    if has_story or in_reply or (outer is not None and outer.apart):
        return outer
    return _Hint(region.region, region.by_tag and region.region in APART)
