"""Checks display lines against the line-breaking rules, independently of the typesetter.

The rules are CLREQ's basic and strict ones for a line's edges, numbers, words and last lines. What was dropped at a
line's end must be spaces alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wcwidth import wcswidth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEVER_FIRST = frozenset("，、。．：；？！）］｝」』》〉】〕〗”’…—～·・‧％‰℃" + "!%),.:;?]}")
NEVER_LAST = frozenset("（［｛「『《〈【〔〖“‘" + "([{")

_WHOLE = re.compile(
    r"(?:https?://|www\.)[!-~]*[0-9A-Za-z/]"
    r"|[0-9]+(?:[.,:][0-9]+)*(?:[%％‰℃]|[万萬亿億]?[年月日時时分秒點点號号元]|[万萬亿億](?:美?元|美金)?|美元|美金|公里|小时|小時)?"
    r"|[A-Za-z]+(?:['’][A-Za-z]+)*"
    r"|—{2,}|…{2,}|\.{3,}"
)
"""What is broken only when no line can hold it."""

_HAN = re.compile("[\u3400-\u9fff]")

FULL = 0.8
"""A line less full than this part is a hole, if it is not its paragraph's last."""


class Fault(NamedTuple):
    """What is wrong with a line, and the line, counted from 0."""

    line: int
    what: str


def faults(paragraph: str, lines: Sequence[str], measure: int) -> Iterator[Fault]:
    """What is wrong with a paragraph's lines, given without their indents."""
    whole = [found.span() for found in _WHOLE.finditer(paragraph) if wcswidth(found[0]) <= measure]
    ends = list(_spans(paragraph, lines))
    for number, ((_, end), (start, _)) in enumerate(pairwise(ends)):
        if paragraph[end - 1 : end] in NEVER_LAST:
            yield Fault(number, "ends with an opening mark")
        # A point with a space before it and a letter after it begins a name (.NET).
        named = end < start and paragraph[start + 1 : start + 2].isalnum()
        if paragraph[start] in NEVER_FIRST and not (named and paragraph[start].isascii()):
            yield Fault(number + 1, "begins with a closing mark")
        if any(first < start < last for first, last in whole) and end == start:
            yield Fault(number + 1, "breaks what belongs together")
    for number, line in enumerate(lines):
        if wcswidth(line) > measure:
            yield Fault(number, "is too wide")
    if len(lines) > 1 and len(_HAN.findall(lines[-1])) == 1 and not re.search("[0-9A-Za-z]", lines[-1]):
        yield Fault(len(lines) - 1, "is one character alone")


def holes(lines: Sequence[str], measure: int) -> list[str]:
    """The lines but the last that are not full."""
    return [line for line in lines[:-1] if wcswidth(line) < FULL * measure]


def _spans(paragraph: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each line's text is in the paragraph."""
    at = 0
    for line in lines:
        shown = line.strip()
        start = paragraph.index(shown, at)
        assert "" == paragraph[at:start].strip(), f"lost before {line!r}: {paragraph[at:start]!r}"
        at = start + len(shown)
        yield start, at
    assert "" == paragraph[at:].strip(), f"lost at the end: {paragraph[at:]!r}"
