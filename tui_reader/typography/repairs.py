"""Replacements in a text, and offset mapping between source and repaired text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Repair(NamedTuple):
    """`text` replaces `start:end` of the source."""

    start: int
    end: int
    text: str


def applied(text: str, repairs: Sequence[Repair]) -> str:
    """Apply repairs, which must be in order without overlaps."""
    parts: list[str] = []
    done = 0
    for repair in repairs:
        parts += (text[done : repair.start], repair.text)
        done = repair.end
    return "".join((*parts, text[done:]))


def offset_in(repairs: Sequence[Repair], offset: int) -> int:
    """Source offset → offset in the repaired text."""
    grown = 0
    for start, end, text in repairs:
        if offset <= start:
            break
        if offset < end:
            return start + grown + min(offset - start, len(text))
        grown += len(text) - (end - start)
    return offset + grown


def offsets_in(repairs: Sequence[Repair], offsets: Sequence[int]) -> dict[int, int]:
    """`offset_in` for many ascending offsets, in one pass."""
    found: dict[int, int] = {}
    grown = done = 0
    for offset in offsets:
        while done < len(repairs) and repairs[done].end <= offset:
            grown += len(repairs[done].text) - (repairs[done].end - repairs[done].start)
            done += 1
        found[offset] = grown + offset_in(repairs[done : done + 1], offset)
    return found


def offset_back(repairs: Sequence[Repair], offset: int) -> int:
    """Offset in the repaired text → source offset; inside a replacement: its end."""
    grown = 0
    for start, end, text in repairs:
        if offset < start + grown:
            break
        if offset < start + grown + len(text):
            return min(offset - grown, end - 1)
        grown += len(text) - (end - start)
    return offset - grown
