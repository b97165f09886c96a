"""Text and a measure in, display lines out, by the rules of Chinese line breaking (W3C CLREQ, basic and strict).

    rules    what may not stand at a line's edge, what may not be broken
    breaks   where lines begin
    gaps     the thin space between Han and Latin, if asked for
    line     a line for the screen, and which character of the source is where on it

A text is made of units that may not be broken, and runs of Han characters that may be broken anywhere:

    run     plain Han (kana, Hangul), two cells each, that nothing sticks to
    unit    opening marks, then a word, a number with its unit, a row of dashes or one character, then closing marks

So a closing mark never starts a line and an opening one never ends it: what it clings to is pushed out to the next line
with it; nothing hangs over. Lines are filled greedily. A unit that no line can hold is cut finer (an address at its
slashes, then character by character), so nothing is ever wider than the measure but a single character can be. Where a long
word would leave a hole, a compound is parted at a hyphen, or the line before gives some of its end. At the end, a Han character that would stand
alone on the last line gets its neighbour.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui_reader.text.cells import width
from tui_reader.typeset.breaks import cuts
from tui_reader.typeset.line import Line
from tui_reader.typeset.rules import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Line", "typeset"]

_UNSEEN = SPACE + "\n"
"""At a line's end."""


def typeset(text: str, measure: int, *, first_indent: int = 0, hang: int = 0, gap: bool = False) -> tuple[Line, ...]:
    """`text` in lines of at most `measure` cells, which cover it without a gap; none for an empty text.

    `first_indent` cells stand before the first line (as U+3000, two cells each), `hang` cells of spaces before the
    others. Line breaks of the text are kept. Only a character that is itself wider than the measure sticks out.
    `gap` puts a space between Han and Latin that touch.
    """
    room = max(0, measure - 2)
    first = "\u3000" * (min(first_indent, room) // 2) + " " * (min(first_indent, room) % 2)
    other = " " * min(hang, room)
    lines: list[Line] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        lead = other if lines else first
        lines.extend((_gapped_lines if gap else _lines)(text[start:end], start, measure, lead, other))
        start = end
    return tuple(lines)


def _lines(text: str, offset: int, measure: int, lead: str, other: str) -> Iterator[Line]:
    """The lines of a text that ends with its line break, and stands at `offset` in the source."""
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
        if within and within[-1] >= len(line.text):  # it fell on the line's end
            within = within[:-1]
        yield Line(line.text, offset + line.start - before, offset + line.end - after, line.indent, within)
