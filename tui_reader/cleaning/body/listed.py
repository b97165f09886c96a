"""Lists of the story that the model cuts: ingredients of a recipe, tools of a how-to, the last steps.

In a dump a label is the evidence: 用料, 材料：, 做法. Short lines between it and the body are its items, and a paragraph right
above the first label is the introduction. In HTML a list belongs to the story whole if most of it does.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.continuation import speaks_against
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

LONGEST_ITEM, LONGEST_LABEL = 30, 16
"""Maximum characters of an item and of a label."""
MOST_ITEMS = 60
"""Maximum lines of the lists."""
INTRODUCTION = 0.1
"""Minimum probability of a paragraph above the first label that introduces the text."""
MOST_OF_LIST, DEEPEST_ITEM = 0.5, 5
"""Minimum share of a list's lines in the story; maximum elements between a line and its list."""
_LISTS = frozenset({"ol", "ul", "dl"})

_LABEL = re.compile(
    r"[【\[(]?(?:.{1,10}的)?(?:所需|准备|主要|制作)?(?:用料|食材|材料|主料|辅料|配料|原料|调料|调味料|酱料|工具|器具|做法|作法|步骤|制作方法|烹饪步骤)(?:清单|准备)?[】\])]?[:\s]*$"
)
_STEP = re.compile(r"(?:步骤|step|第)\s?[\d一二三四五六七八九十]{1,3}\s?步?[.:]?$")


class ListTree(NamedTuple):
    """Places of blocks in the page's tree, and the tag of each element."""

    places: Places
    tags: Sequence[str]


def is_list_label(folded: str) -> bool:
    """Whether a folded line names the list below it."""
    return len(folded) <= LONGEST_LABEL and _LABEL.match(folded) is not None


def start_with_lists(blocks: Sequence[Block], labels: Sequence[Label], likely: NDArray[np.float32], start: int) -> int:
    """Start of the body, at the first label of the lists above it, or the introduction above that; `start` without a label."""
    first = start
    for index in range(start - 1, max(-1, start - MOST_ITEMS), -1):
        if not _may_be_item(blocks[index], labels[index]):
            break
        if is_list_label(blocks[index].folded):
            first = index
    if first == start and not (start and is_list_label(blocks[start].folded)):
        return start
    while first and labels[first - 1].category == "prose" and likely[first - 1] >= INTRODUCTION:
        first -= 1
    return first


def end_with_list(blocks: Sequence[Block], labels: Sequence[Label], page: ListTree, stretch: tuple[int, int]) -> int:
    """End of the body, behind the last item of a list most of whose lines are in the stretch and none is of another kind."""
    start, end = stretch
    places, tags = page
    node = int(places.nodes[end - 1]) if end > start else 0
    found = end
    for _ in range(DEEPEST_ITEM):
        first, last = int(places.first[node]), int(places.last[node])
        if tags[node] in _LISTS and end - max(first, start) >= MOST_OF_LIST * (last - first):
            found = max(found, last)
        node = int(places.parents[node])
    return (
        end if any(speaks_against(*pair) for pair in zip(blocks[end:found], labels[end:found], strict=True)) else found
    )


def _may_be_item(block: Block, label: Label) -> bool:
    """Whether a line above the body may be an item, a label or the number of a step."""
    plain = label.role == "body" and not label.stop and label.category != "prose"
    return plain and (len(block.folded) <= LONGEST_ITEM or _STEP.match(block.folded) is not None)
