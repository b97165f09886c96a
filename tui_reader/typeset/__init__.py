"""Typesetting: text and a measure → display lines, by the rules of Chinese line breaking (W3C CLREQ, basic and strict).

    rules    characters not allowed at line edges, unbreakable sequences
    breaks   start offsets of lines
    gaps     optional space between Han and Latin
    line     a display line, with offset mapping to the source

A text consists of unbreakable units and of runs of Han characters that break anywhere:

    a run: plain Han (kana, Hangul), two cells each, without attached marks
    a unit: opening marks, then a word, a number with its unit, a row of dashes or one character, then closing marks

A closing mark never starts a line and an opening mark never ends one: the unit moves to the next line; no hanging
punctuation. Lines are filled greedily. A unit wider than a line is split (URLs at slashes, then by character), so only a
single character can exceed the measure. Where a long word would leave a hole, a compound breaks at a hyphen, or the line
before gives up part of its end. A single Han character on the last line gets its neighbour.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui_reader.text.cells import width
from tui_reader.typeset.breaks import cuts
from tui_reader.typeset.line import Line
from tui_reader.typeset.rules import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Line", "typeset"]

_UNSEEN = SPACE + "\n"
"""Characters not shown at the end of a line."""


def typeset(
    text: str,
    measure: int,
    *,
    first_indent: int = 0,
    hang: int = 0,
    gap: bool = False,
    room_after: Mapping[int, int] | None = None,
) -> tuple[Line, ...]:
    """Typeset `text` in lines of at most `measure` cells. The lines cover the text without gaps; none for empty text.

    `first_indent` cells (as U+3000, two cells each) precede the first line, `hang` cells of spaces the others. `gap`
    inserts a space between adjacent Han and Latin. `room_after`: by offset, cells of space after a character, which are
    kept free but not shown at the end of a line; then there are no gaps.

    Line breaks of the text are kept. Only a character wider than the measure exceeds it.
    """
    room = max(0, measure - 2)
    first = "\u3000" * (min(first_indent, room) // 2) + " " * (min(first_indent, room) % 2)
    other = " " * min(hang, room)
    lines: list[Line] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        lead = other if lines else first
        if room_after:
            lines.extend(_spread_lines(text[start:end], start, measure, lead, other, room_after))
        else:
            lines.extend((_gapped_lines if gap else _lines)(text[start:end], start, measure, lead, other))
        start = end
    return tuple(lines)


def _lines(text: str, offset: int, measure: int, lead: str, other: str) -> Iterator[Line]:
    """Lines of a text that ends with a line break; `offset` is its offset in the source."""
    start, text = 0, text.replace("\t", " ")
    for end in (*cuts(text.removesuffix("\n"), measure - width(lead), measure - len(other)), len(text)):
        yield Line(lead + text[start:end].rstrip(_UNSEEN), offset + start, offset + end, len(lead))
        start, lead = end, other


def _gapped_lines(text: str, offset: int, measure: int, lead: str, other: str) -> Iterator[Line]:
    from tui_reader.typeset.gaps import gapped  # noqa: PLC0415 - most starts show none

    spaced, gaps = gapped(text)
    for line in _lines(spaced, 0, measure, lead, other):
        before, after = bisect_left(gaps, line.start), bisect_left(gaps, line.end)
        within = tuple(gap - line.start + line.indent for gap in gaps[before:after])
        if within and within[-1] >= len(line.text):  # at the end of the line
            within = within[:-1]
        yield Line(line.text, offset + line.start - before, offset + line.end - after, line.indent, within)


def _spread_lines(
    text: str, offset: int, measure: int, lead: str, other: str, room_after: Mapping[int, int]
) -> Iterator[Line]:
    start, text = 0, text.replace("\t", " ")
    room = [room_after.get(offset + number, 0) for number in range(len(text.removesuffix("\n")))]
    for end in (*cuts(text.removesuffix("\n"), measure - width(lead), measure - len(other), room), len(text)):
        shown = text[start:end].rstrip(_UNSEEN)
        inside = [*room[start : start + len(shown)][:-1], 0]
        spread, gaps = _spread(shown, inside, len(lead))
        yield Line(lead + spread, offset + start, offset + end, len(lead), gaps)
        start, lead = end, other


def _spread(text: str, room: list[int], index: int) -> tuple[str, tuple[int, ...]]:
    """(`text` with spaces after its characters, indices of these in a line in which it begins at `index`)."""
    gaps: list[int] = []
    for cells in room:
        index += 1
        gaps += range(index, index + cells)
        index += cells
    return "".join(character + " " * cells for character, cells in zip(text, room, strict=False)), tuple(gaps)
