"""HTML → blocks, by the events of BeautifulSoup's parser.

A block is what a block-level element holds by itself; inline elements belong to the block around them. What stands in
the page's navigation, its footer, beside the story or hidden is set apart before anything is judged, unless the story
itself stands there: pages hide their body until a script runs. What class and id only call so is evidence for the
classifier. What a page declares in its head is kept beside the blocks.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import MOST_BLOCKS, Apart, Block, Noted, Page, check_size
from tui_reader.cleaning.markup.elements import APART, KINDS, REGION_REASONS, Region
from tui_reader.cleaning.markup.events import Opened, read
from tui_reader.cleaning.markup.harmless import harmless_line, harmless_lines
from tui_reader.cleaning.markup.notes import Note
from tui_reader.cleaning.markup.pieces import Line, Piece, lines_of
from tui_reader.cleaning.metadata.declared import declared
from tui_reader.model import Kind

STORY_SHARE: dict[Region, float] = {"hidden": 0.2, "comments": 0.7}
OTHER_SHARE = 0.4
"""Share of the page's sentences from which a region is (part of) the story, whatever it is called. Half of a story may
be hidden until someone asks for more; readers may write more than the author did."""

_KINDS: dict[str, Kind] = {**KINDS, "code": "code", "table": "table"}


def from_markup(text: str, where: str = "input") -> Page:
    """The page of an HTML document. Raises SourceTooLarge, naming `where`."""
    reading = read(text.replace("\x00", ""), MOST_BLOCKS)
    lines, starts = _lines(reading.pieces)
    check_size(MOST_BLOCKS + 1 if reading.cut_off else len(lines), where)
    regions = _regions(reading.regions, lines)
    blocks: list[Block] = []
    apart: list[Apart] = []
    places: list[int] = []
    for line, (text_, folded) in zip(lines, harmless_lines([line.text for line in lines]), strict=True):
        places.append(len(blocks))
        hint = regions[line.region]
        if hint is not None and hint.apart:
            apart.append(Apart(len(blocks), text_, REGION_REASONS[hint.region]))
        elif folded:
            region = hint.region if hint else ""
            blocks.append(Block(text_, folded, _KINDS.get(line.tag), line.links, line.tag, region, line.node))
    known = declared(reading.meta, reading.linked_data, reading.address)
    notes = tuple(_noted(reading.notes, starts, [*places, len(blocks)]))
    title, scripts = harmless_line(reading.title), tuple(reading.scripts)
    return Page(blocks, known, title, tuple(apart), scripts, reading.tree, notes)


def _lines(pieces: Sequence[Piece]) -> tuple[list[Line], list[int]]:
    """The lines of all pieces, and the number of the first line of each."""
    lines: list[Line] = []
    starts: list[int] = []
    for piece in pieces:
        starts.append(len(lines))
        lines += lines_of(piece)
        if len(lines) > MOST_BLOCKS:
            break
    return lines, starts


def _noted(notes: Sequence[Note], starts: Sequence[int], places: Sequence[int]) -> Iterator[Noted]:
    """The notes with the block that each stands in; `places`: the block at each line, or the one behind it."""
    for note in notes:
        text = harmless_line(note.text)
        if text:
            line = starts[note.piece] if note.piece < len(starts) else len(places) - 1
            yield Noted(places[line], note.role, text)


class _Hint(NamedTuple):
    """What region a text stands in. `apart`: it is certain."""

    region: Region
    apart: bool


def _regions(opened: Sequence[Opened | None], lines: Sequence[Line]) -> list[_Hint | None]:
    """For each region what it tells of the text in it: nothing, where the story stands there."""
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
    hints: list[_Hint | None] = [None]
    for index, region in enumerate(opened[1:], 1):
        assert region is not None  # noqa: S101 - only the page itself is none
        share = STORY_SHARE.get(region.region, OTHER_SHARE)
        told = prose[index] > share * prose[0] or heads[index]
        own = None if told else _Hint(region.region, region.by_tag and region.region in APART)
        outer = hints[region.within]
        hints.append(outer if own is None or (outer is not None and outer.apart) else own)
    return hints
