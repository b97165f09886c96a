"""Dots and dashes: …… and ——, and the full stop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.typography.line import CHINESE
from tui_reader.typography.rules import CLAUSE, DOTS, SENTENCE, SPAN_CUES, SPAN_CUES_WITHIN

if TYPE_CHECKING:
    from tui_reader.typography.line import Line

ELLIPSIS, DASH, STOP = "……", "——", "。"

_DOTS = re.compile("[.。…⋯]+")
_FLATTENED = re.compile("[.]+|[。]+|…")
_DASHES = re.compile("-{2,}|[─—]+")
_RULE = 5
"""Strokes of a drawn rule."""


def mend_dots(line: Line) -> None:
    """Repair ellipses, and full stops that are certain."""
    for found in _DOTS.finditer(line.guide):
        start, end = found.span()
        if found[0] == ".":
            if _are_han(line, range(start - SENTENCE, start)) and _ends_sentence(line, end):
                line.put(start, end, STOP)
        elif _FLATTENED.fullmatch(found[0]) and _is_ellipsis(line, start, end):
            line.put(start, end, ELLIPSIS, tight=False)


def _ends_sentence(line: Line, at: int) -> bool:
    """End of line, or a new sentence after a space; closing marks are skipped."""
    while line.kind(at) == "closer" or line.guide[at : at + 1] in {"”", "’"}:
        at += 1
    return line.kind(at) == "edge" or (line.kind(at) == "space" and line.kind(at + 1) == "han")


def _are_han(line: Line, places: range) -> bool:
    return all(line.kind(at) == "han" for at in places)


def _is_ellipsis(line: Line, start: int, end: int) -> bool:
    if line.text[start] != "…" and end - start not in DOTS:
        return False
    if line.guide[end : end + 1] in {"/", "\\"}:  # a path that was cut short
        return False
    return line.before(start) in CHINESE or line.kind(end) == "han" or line.after(end) == "opener"


def mend_dashes(line: Line) -> None:
    """Repair dashes between Chinese, or before an attribution."""
    for found in _DASHES.finditer(line.guide):
        start, end = found.span()
        if found[0] != DASH and end - start < _RULE and _is_dash(line, start, end):
            line.put(start, end, DASH)


def _is_dash(line: Line, start: int, end: int) -> bool:
    before, after = line.before(start), line.after(end)
    if end - start == 1:
        return _parts_clauses(line, start, end)
    if after == "word":
        return before in CHINESE and line.guide[end].isupper()  # otherwise an option: --help
    sides = {before, after}
    return sides != {"edge"} and bool(sides & {"han", "opener", "closer"}) and "word" not in sides


def _parts_clauses(line: Line, start: int, end: int) -> bool:
    """Whether a single stroke separates clauses rather than joins names: also after a Chinese mark or before a source."""
    soon = line.guide[end : end + SPAN_CUES_WITHIN]
    if line.kind(start - 1) == "edge":
        return line.kind(end) in {"han", "opener"}
    sides = (range(start - CLAUSE, start), range(end, end + CLAUSE))
    return not SPAN_CUES.search(soon) and all(_are_han(line, side) for side in sides)
