"""Text and a measure in, display lines out, by the rules of Chinese line breaking (W3C CLREQ).

The text is cut into units that may not be broken, and runs of Han characters that may be broken anywhere:

    run     plain Han (kana, Hangul), two cells each, that nothing sticks to
    unit    opening marks, then a word, a number with its unit, a row of dashes or one character, then closing marks

So a closing mark never starts a line and an opening one never ends it: what it clings to is pushed out to the next line
with it. Units are laid greedily. One that no line can hold is cut finer (an address at its slashes, then character by
character), so nothing is ever wider than the measure but a single character can be. At the end, a Han character that
would stand alone on the last line gets its neighbour.

A character here is a grapheme: marks, joiners, variation selectors and the halves of a flag stay with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import category

from tui_reader.cells import width

OPENING = "（［｛「『《〈【〔〖〘〚“‘〝([{«‹"
"""Marks that never end a line."""

CLOSING = "，、。．：；？！）］｝」』》〉】〕〗〙〛”’〞〟…⋯—―⸺～〜·•‧・％‰℃°｡､｣々〻ー»›"
"""Marks that never start a line, wherever they stand."""

CLOSING_ASCII = "!%),.:;?]}~/"
"""The same, but a space before one and a letter after it make it the beginning of something (.NET, /home)."""

GLUED_MARKS = 8
"""As many marks cling to one character; a longer row is play, and pushing it out whole would leave a hole."""

COUNTED = "年月日号號时時点點分秒岁歲元块塊万萬亿億兆倍度人名个個家次位项項层層"
"""What is written after a number and belongs to it."""

UNITS = "nm|mm|cm|m|km|g|kg|t|mg|ml|L|KB|MB|GB|TB|PB|Hz|MHz|GHz|V|W|kW|MW|GW|Wh|kWh|mAh|K|B|M|AM|PM|am|pm"
"""What is written after a number and a space, and belongs to it."""

LEAST_LEFT = 0.5
"""A line gives its last unit to a character alone on the last line only if it keeps this part of its width."""

_SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u202f"
_WORDY = "0-9A-Za-z０-９Ａ-Ｚａ-ｚªµº\xc0-\xd6\xd8-\xf6\xf8-\u058f\u0591-\u10ff\u1200-\u1fff\u2c00-\u2dff\ua4d0-\uabff\ufb00-\ufdff\ufe70-\ufefc"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3"

_MARKS = "\u0300-\u036f\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
"""Marks and variation selectors that follow signs and Han; those of other scripts are found within words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line for the screen: `text[indent:]` shows the source's characters from `start`; the next line's start is `end`.

    `indent` counts the characters put before it. Spaces and a line break at its end are in `start:end`, not in `text`.
    """

    text: str
    start: int
    end: int
    indent: int = 0

    def column(self, offset: int) -> int:
        """The index in `text` of the source's character at `offset`; an offset on another line gives the nearer end."""
        if offset <= self.start:
            return self.indent if self.text else 0
        return min(self.indent + offset - self.start, len(self.text))

    def offset_at(self, cell: int) -> int:
        """The offset of the source's character that stands on a cell of the line; the line's ends for cells beyond them."""
        used = 0
        for index, character in enumerate(self.text):
            used += width(character)
            if used > cell:
                return self.start + max(index - self.indent, 0)
        return min(self.start + max(len(self.text) - self.indent, 0), self.end)


def typeset(text: str, measure: int, *, first_indent: int = 0, hang: int = 0) -> tuple[Line, ...]:
    """`text` in lines of at most `measure` cells, which cover it without a gap; none for an empty text.

    `first_indent` cells stand before the first line (as U+3000, two cells each), `hang` cells of spaces before the
    others. Line breaks of the text are kept. Only a character that is itself wider than the measure sticks out.
    """
    room = max(0, measure - 2)
    first = "\u3000" * (min(first_indent, room) // 2) + " " * (min(first_indent, room) % 2)
    other = " " * min(hang, room)
    lines: list[Line] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        lead = other if lines else first
        cuts = _cuts(text[start:end].removesuffix("\n"), measure - width(lead), measure - len(other))
        for here, there in pairwise([start, *(start + cut for cut in cuts), end]):
            lead = other if lines else first
            shown = text[here:there].rstrip(_SPACE + "\n").replace("\t", " ")
            lines.append(Line(lead + shown, here, there, len(lead)))
        start = end
    return tuple(lines)


def _cuts(text: str, first: int, rest: int) -> list[int]:
    """Where the lines after the first begin, in a text without line breaks; room in cells for the first and the others."""
    if text.isascii() and len(text) <= first:
        return []
    guide = _with_sided_quotes(text)
    setter = _Setter(text, guide, first, rest)
    setter.set_all()
    return _without_orphan(text, guide, setter.cuts, rest)


class _Setter:
    """Fills lines from the left. `guide` is the text with its ASCII quotes told apart: it is matched, never measured."""

    def __init__(self, text: str, guide: str, first: int, rest: int) -> None:
        self.cuts: list[int] = []
        self._text = text
        self._guide = guide
        self._limit = first
        self._rest = rest
        self._used = 0

    def set_all(self) -> None:
        """The whole text. Spaces that begin it are kept: they are verse's, or code's."""
        indented = len(self._text) - len(self._text.lstrip(_SPACE))
        self._used = self._spaces(0, indented)
        for found in _units().finditer(self._guide, indented):
            start, end = found.span(1)
            if start < end:
                self._run(start, end)
            else:
                start, end = found.span(2)
                self._unit(start, end)
            if end < found.end():
                self._used += self._spaces(end, found.end())

    def _run(self, start: int, end: int) -> None:
        """Han characters, two cells each."""
        room = (self._limit - self._used) // 2
        while end - start > max(room, 0):
            if room > 0 or self._used:
                start += max(room, 0)
                self._cut(start)
            else:  # not even one fits on an empty line
                start += 1
                self._used = 2
            room = (self._limit - self._used) // 2
        self._used += 2 * (end - start)

    def _unit(self, start: int, end: int, step: int = 0) -> None:
        """Something to keep whole; cut by that finer step when no line can hold it."""
        cells = width(self._text[start:end])
        if self._used + cells <= self._limit:
            self._used += cells
        elif cells > (self._rest if self._used else self._limit) and (finer := _finer(step)):
            for piece in finer.finditer(self._guide, start, end):
                self._unit(*piece.span(), step + 1)
        else:
            if self._used:
                self._cut(start)
            self._used = cells

    def _cut(self, at: int) -> None:
        self.cuts.append(at)
        self._limit = self._rest
        self._used = 0

    def _spaces(self, start: int, end: int) -> int:
        return sum(2 if space == "\u3000" else 1 for space in self._text[start:end])


def _without_orphan(text: str, guide: str, cuts: list[int], rest: int) -> list[int]:
    """The cuts, the last one earlier where that keeps a Han character from standing alone on the last line."""
    if not cuts or not _orphan().fullmatch(guide, cuts[-1]):
        return cuts
    start, last = cuts[-2] if len(cuts) > 1 else 0, cuts[-1]
    moved = start
    for found in _units().finditer(guide, start, last):
        moved = max(found.start(), found.end(1) - 1)
    kept, gained = width(text[start:moved].rstrip(_SPACE)), width(text[moved:].rstrip(_SPACE))
    return [*cuts[:-1], moved] if kept >= LEAST_LEFT * rest and gained <= rest else cuts


def _with_sided_quotes(text: str) -> str:
    """`text` with each ASCII quote turned into the opening or closing mark it stands for; the same length."""
    if '"' not in text and "'" not in text:
        return text
    opened = {'"': False, "'": False}

    def sided(found: re.Match[str]) -> str:
        mark = found[0]
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if mark == "'" and before.isalnum() and before.isascii() and after.isalnum():
            return "’"  # an apostrophe
        opens = not opened[mark]
        if (before in _QUOTE_OPENS_AFTER) != (after in _QUOTE_CLOSES_BEFORE):
            opens = before in _QUOTE_OPENS_AFTER  # the neighbours tell, whatever was lost before
        opened[mark] = opens
        return "“" if opens else "”"

    return re.sub("[\"']", sided, text)


_QUOTE_OPENS_AFTER = frozenset(["", *_SPACE, *OPENING])
_QUOTE_CLOSES_BEFORE = frozenset(["", *_SPACE, *CLOSING, *CLOSING_ASCII])


_CLOSING = (
    f"(?:[{_SPACE}]*[{CLOSING}]|[{re.escape(CLOSING_ASCII)}]|-(?![{_WORDY}])"
    f"|[{_SPACE}]+[{re.escape(CLOSING_ASCII)}](?![{_WORDY}]))"
)


@cache
def _units() -> re.Pattern[str]:
    """What may not be broken: group 1 is a run of Han characters (which may), group 2 a unit; spaces follow."""
    run = f"[{_HAN}]+(?![{_MARKS}\u200d])(?!{_CLOSING})"
    unit = _glued(f"{_word()}|[—―⸺]+|[…⋯]+|\\.{{3,}}|-{{2,}}|～+|{_cluster(_MARKS)}")
    return re.compile(f"(?:({run})|({unit}))[{_SPACE}]*")


@cache
def _finer(step: int) -> re.Pattern[str] | None:
    """Cuts what no line can hold: an address at its slashes, then characters with their marks, then bare characters."""
    if step > _STEPS:
        return None
    marks = "".join(chr(code) for code in range(0x300, 0xFE30) if category(chr(code)) in {"Mn", "Mc", "Me"})
    cluster = _cluster(marks)
    cores = (
        _glued(f"(?:[a-z]+://)?[!-~]+?[/?&]+(?=[0-9A-Za-z])|[!-~]+|{cluster}"),
        _glued(f"——|……|{cluster}"),
        f"——|……|{cluster}",
        cluster,
    )
    return re.compile(cores[step] + f"[{_SPACE}]*")


_STEPS = 3


@cache
def _orphan() -> re.Pattern[str]:
    """A last line that has one Han character, whatever the marks around it."""
    return re.compile(f"[{re.escape(OPENING)}]*[{_HAN}](?:{_CLOSING})*[{_SPACE}]*")


def _glued(core: str) -> str:
    return f"(?:[{re.escape(OPENING)}][{_SPACE}]*){{0,{GLUED_MARKS}}}(?:{core}){_CLOSING}{{0,{GLUED_MARKS}}}"


def _word() -> str:
    """An address; or letters and digits with what ties them, and what is counted."""
    letters = f"[{_WORDY}]+"
    return (
        "(?:[a-z]{2,8}://|www\\.)[!-~]*[0-9A-Za-z/#=&_-]"
        f"|[$€£¥￥＄#@&~+\\-]*{letters}(?:(?:[.'’\\-/&@#_+=*~^|\\\\$%]+|(?<=[0-9])[,:](?=[0-9])){letters})*"
        f"(?:(?<=[0-9０-９])[{COUNTED}]{{1,3}}(?![{_MARKS}])|(?<=[0-9])[ \xa0](?:{UNITS})(?![{_WORDY}])|[+#]+)?"
    )


def _cluster(marks: str) -> str:
    """One character as a reader sees it."""
    pair = "[\U0001f1e6-\U0001f1ff]{2}|[\u1100-\u115f]+[\u1160-\u11ff]*"
    return f"(?:{pair}|.)(?:[{marks}\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|\u200d[^{_SPACE}]?)*"
