"""Repairs ，：；？！ by their neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.typography.line import CHINESE
from tui_reader.typography.rules import CLOSERS, EMBEDDED_WORDS, FULL_WIDTH, HAN, MARKED_NAMES, OPENERS, SPACES

if TYPE_CHECKING:
    from tui_reader.typography.line import Line

_MARKS = re.compile(f"(?<=[{HAN}])([,:;?!])(?=[{HAN}])|[,:;?!]+")
"""Group 1: between two characters, unambiguous."""

_SHOUT = re.compile("[?!]+")
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_WORDS_BEFORE = re.compile(f"(?:[^\\s{HAN}，。；：？！,.;:?!{OPENERS}{CLOSERS}]++[{SPACES}]?){{1,{EMBEDDED_WORDS}}}\\Z")
_LONGEST_WORDS = 60
"""Maximum characters of Latin words before a mark."""


def mend_marks(line: Line) -> None:
    """Repair all Chinese marks. Of runs of marks only ?! are handled."""
    for found in _MARKS.finditer(line.guide):
        start, end = found.span()
        marks = found[0]
        if found.lastindex:
            line.put(start, end, FULL_WIDTH[marks], tight=False)
        elif (end - start == 1 or _SHOUT.fullmatch(marks)) and _is_chinese(line, marks, start, end):
            line.put(start, end, "".join(map(FULL_WIDTH.__getitem__, marks)))


def _is_chinese(line: Line, marks: str, start: int, end: int) -> bool:
    if marks[0] in MARKED_NAMES and _is_syntax(line, marks, start, end):
        return False
    before = line.before(start)
    if before in CHINESE:
        return not _leans_on_next(line, start, end)
    if before == "opener":
        return line.kind(end) == "closer"  # （？）
    return before == "word" and _ends_latin_word(line, marks, start, end)


def _is_syntax(line: Line, marks: str, start: int, end: int) -> bool:
    """Part of a path, of Markdown image or link syntax, or of a name."""
    before, follows = line.guide[max(0, start - _LONGEST_WORDS) : start], line.guide[end : end + 1]
    if marks == ":" and (follows in {"/", "\\"} or before.endswith("]")):
        return True
    if marks == "!" and follows == "[":
        return True
    word = _LAST_WORD.search(before)
    return word is not None and word[0] in MARKED_NAMES[marks[0]]


def _leans_on_next(line: Line, start: int, end: int) -> bool:
    """Space before and none after: `:p`, `!important`, `,5`. (Next to another mark a space is no evidence.)"""
    leans = line.kind(start - 1) == "space" and line.kind(end) == "word"
    return leans and line.kind(start - 2) not in {"mark", "closer"}


def _ends_latin_word(line: Line, marks: str, start: int, end: int) -> bool:
    """After a Latin word or number: whether the sentence is Chinese."""
    after = line.after(end)
    if after == "opener" or (after == "han" and line.kind(end) == "han"):
        return True
    if after == "han":
        return _is_embedded(line, start)
    return after in {"edge", "closer"} and bool(_SHOUT.fullmatch(marks)) and _is_embedded(line, start)


def _is_embedded(line: Line, at: int) -> bool:
    """A few Latin words at the end of a Chinese clause."""
    words = _WORDS_BEFORE.search(line.guide, max(0, at - _LONGEST_WORDS), at)
    return words is not None and line.before(words.start()) in CHINESE
