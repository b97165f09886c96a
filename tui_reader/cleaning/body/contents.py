"""Table of contents: rows that stand again, in the same order, as headings of the text below."""

import re
from collections.abc import Sequence
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

    Each row stands once more below, as a heading: text stands between these, and none between the rows.
    """
    keys = {index: _NUMBER.sub("", blocks[index].folded) for index in range(first, end)}
    rows: dict[str, list[int]] = {}
    for index in range(first, end):
        rows.setdefault(keys[index], []).append(index)
    found: list[int] = []
    for index in range(first, end):
        places = rows[keys[index]]
        is_row = len(places) == 2 and places[0] == index and len(blocks[index].folded) <= HEADING_MOST
        below = rows[keys[found[-1]]][1] if found else -1
        if is_row and (not found or places[1] > below + 1):
            found.append(index)
        elif _are_enough(blocks, found, first):
            break
        else:
            found = [index] if is_row else []
    if not _are_enough(blocks, found, first) or rows[keys[found[0]]][1] <= found[-1]:
        return frozenset()
    head = _head_above(blocks, found[0], first)
    return frozenset(found if head is None else [*range(head, found[0]), *found])


def _are_enough(blocks: Sequence[Block], found: Sequence[int], first: int) -> bool:
    return bool(found) and len(found) >= (HEADED if _is_headed(blocks, found, first) else FEWEST)


def _is_headed(blocks: Sequence[Block], found: Sequence[int], first: int) -> bool:
    """Whether the row above the first one says 目录."""
    return _head_above(blocks, found[0], first) is not None


def _head_above(blocks: Sequence[Block], index: int, first: int) -> int | None:
    """The row above that says 目录, a button between them aside."""
    above = index - 1
    if above > first and _TOGGLE.match(blocks[above].folded):
        above -= 1
    return above if above >= first and _HEAD.match(blocks[above].folded) else None


def labels_of_nothing(blocks: Sequence[Block], kept: Sequence[bool]) -> list[int]:
    """Rows that say 目录 and are kept, while the row below, a row of the table of contents, is not."""
    pairs = pairwise(range(len(blocks)))
    return [i for i, below in pairs if kept[i] and not kept[below] and _HEAD.match(blocks[i].folded)]
