"""Applies all repairs to a text, line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.typography.brackets import mend_brackets
from tui_reader.typography.gaps import SPACED, mend_gaps
from tui_reader.typography.line import Line
from tui_reader.typography.marks import mend_marks
from tui_reader.typography.quotes import mend_quotes
from tui_reader.typography.rules import DATA, HAN, LATIN_PROSE
from tui_reader.typography.shields import SIGNS, shielded
from tui_reader.typography.strokes import mend_dashes, mend_dots

if TYPE_CHECKING:
    from tui_reader.model import Script
    from tui_reader.typography.repairs import Repair

_BRACKETS, _DOTS, _DASHES, _MARKS = map(frozenset, ("()", ".。…", "-─—", ",:;?!"))
_WESTERN_QUOTES, _CORNERS = frozenset("\"'“”‘’"), frozenset("「」『』")
_UNSETTLED_QUOTES: dict[Script, frozenset[str]] = {
    "none": _WESTERN_QUOTES, "hans": _WESTERN_QUOTES | _CORNERS, "hant": _WESTERN_QUOTES,
}  # fmt: skip
"""Quotes that may need another form, or may be Latin."""
_ALWAYS = _BRACKETS | _DASHES | _MARKS | frozenset("\"'.…")
_DOUBTFUL: dict[Script, frozenset[str]] = {
    "none": _ALWAYS,
    "hans": _ALWAYS | frozenset("「『"),
    "hant": _ALWAYS | frozenset("“‘"),
}
"""A line without any of these needs no repair; or 。。。"""

_TELLING = re.compile(f"[{re.escape(''.join(_ALWAYS | _WESTERN_QUOTES | _CORNERS | _DOTS | SIGNS))}]")
"""Characters that determine the stages a line needs."""

_HAN_RUN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile("[A-Za-z\xc0-\u024f]+")


def mended(text: str, script: Script) -> tuple[Repair, ...]:
    """The replacements in order, in offsets of `text`."""
    found: list[Repair] = []
    offset = 0
    for line in text.split("\n"):
        characters = set(_TELLING.findall(line))
        if not _DOUBTFUL[script].isdisjoint(characters) or "。。" in line:
            found += _mended(line, offset, characters, script).repairs() if _is_chinese(line) else ()
        elif SPACED.search(line) and _is_chinese(line):
            found += _mended(line, offset, characters, script).repairs()
        offset += len(line) + 1
    return tuple(found)


def _mended(text: str, offset: int, characters: set[str], script: Script) -> Line:
    """Run the stages in the order of the package's docstring, skipping those without anything to judge."""
    line = Line(text, shielded(text, characters), offset)
    if not _UNSETTLED_QUOTES[script].isdisjoint(characters):
        mend_quotes(line, script)
    if not _BRACKETS.isdisjoint(characters):
        mend_brackets(line)
    if not _DOTS.isdisjoint(characters):
        mend_dots(line)
    if not _DASHES.isdisjoint(characters):
        mend_dashes(line)
    if not _MARKS.isdisjoint(characters):
        mend_marks(line)
    mend_gaps(line)
    return line


def _is_chinese(text: str) -> bool:
    """Neither a Latin sentence nor data."""
    han = sum(map(len, _HAN_RUN.findall(text)))
    if not han or ('"' in text and DATA.search(text)):
        return False
    enough = LATIN_PROSE * han
    return len(text) - han < enough or sum(map(len, _LETTERS.findall(text))) < enough
