"""What was replaced in a text, and offsets in the one text for those in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Repair(NamedTuple):
    """`text` is shown for what the source has from `start` to `end`, both offsets in the source."""

    start: int
    end: int
    text: str


def applied(text: str, repairs: Sequence[Repair]) -> str:
    """`text` with its repairs, which are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for repair in repairs:
        parts += (text[done : repair.start], repair.text)
        done = repair.end
    return "".join((*parts, text[done:]))


def offset_in(repairs: Sequence[Repair], offset: int) -> int:
    """The offset in the repaired text of what stands at `offset` in the source."""
    grown = 0
    for start, end, text in repairs:
        if offset <= start:
            break
        if offset < end:
            return start + grown + min(offset - start, len(text))
        grown += len(text) - (end - start)
    return offset + grown


def offset_back(repairs: Sequence[Repair], offset: int) -> int:
    """The offset in the source of what stands at `offset` in the repaired text: of what was left out, the end."""
    grown = 0
    for start, end, text in repairs:
        if offset < start + grown:
            break
        if offset < start + grown + len(text):
            return min(offset - grown, end - 1)
        grown += len(text) - (end - start)
    return offset - grown
