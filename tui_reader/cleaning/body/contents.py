"""Table of contents: rows that are repeated, in the same order, as headings of the text below."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.cleaning.markup.blocks import Block

FEWEST, HEADED = 3, 2
"""Minimum rows of a table of contents; of one below the word for it."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.、]?\s+(?=\S)")
"""Number before a row, which the heading below may lack."""
_HEAD = re.compile(r"(?:目\s?录|文章目录|本文目录|内容目录|目次|contents|table of contents)\W*$")

_TOGGLE = re.compile(r"\W*(?:隐藏|显示|收起|展开|切换|关闭|hide|show|toggle)(?:目录)?\W*$")
"""Button beside the word for a table of contents."""


def contents_of(blocks: Sequence[Block], first: int, end: int) -> frozenset[int]:
    """Rows of a table of contents among the blocks `first` to `end` (exclusive), with the heading above it.

    Each row is repeated once below, as a heading: text is between the headings, and none between the rows.
    """
    keys = {index: _NUMBER.sub("", blocks[index].folded) for index in range(first, end)}
    rows: dict[str, list[int]] = {}
    for index in range(first, end):
        rows.setdefault(keys[index], []).append(index)
    headings = {
        rows[0]: rows[1] for rows in rows.values() if len(rows) == 2 and len(blocks[rows[0]].folded) <= HEADING_MOST
    }
    found = _first_series(blocks, headings, range(first, end))
    if not _are_enough(blocks, found, first) or headings[found[0]] <= found[-1]:
        return frozenset()
    head = _head_above(blocks, found[0], first)
    return frozenset(found if head is None else [*range(head, found[0]), *found])


def _first_series(blocks: Sequence[Block], headings: Mapping[int, int], inside: range) -> list[int]:
    """The first adjacent rows that are enough for a table of contents. `headings`: row → block of its heading."""
    found: list[int] = []
    for index in inside:
        if index in headings and (not found or headings[index] > headings[found[-1]] + 1):
            found.append(index)
        elif _are_enough(blocks, found, inside.start):
            break
        else:
            found = [index] if index in headings else []
    return found


def _are_enough(blocks: Sequence[Block], found: Sequence[int], first: int) -> bool:
    return bool(found) and len(found) >= (HEADED if _is_headed(blocks, found, first) else FEWEST)


def _is_headed(blocks: Sequence[Block], found: Sequence[int], first: int) -> bool:
    """Whether the row above the first one is a word for it: 目录."""
    return _head_above(blocks, found[0], first) is not None


def _head_above(blocks: Sequence[Block], index: int, first: int) -> int | None:
    """The row above with a word for it (目录); a button may be between them."""
    above = index - 1
    if above > first and _TOGGLE.match(blocks[above].folded):
        above -= 1
    return above if above >= first and _HEAD.match(blocks[above].folded) else None


def headings_without_contents(blocks: Sequence[Block], kept: Sequence[bool]) -> list[int]:
    """Kept headings of a table of contents (目录) whose first row was dropped."""
    pairs = pairwise(range(len(blocks)))
    return [i for i, below in pairs if kept[i] and not kept[below] and _HEAD.match(blocks[i].folded)]
