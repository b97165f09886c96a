"""Rows of a dump's share bar and other menus that stand more than once in the same order: none of them is the title.

A headline may be repeated too, in a breadcrumb or above the comments, but not together with the line beside it.
"""

from collections import Counter
from collections.abc import Sequence

from tui_reader.cleaning.markup.blocks import Block

LONGEST = 12
"""Maximum characters of such a row."""
FEWEST = 3
"""Minimum rows in the same order."""


def button_rows(blocks: Sequence[Block]) -> frozenset[int]:
    """Indices of short rows that stand again with the same rows beside them."""
    short = [block.folded if len(block.folded) <= LONGEST else "" for block in blocks]
    groups = [tuple(short[index : index + FEWEST]) for index in range(len(short) - FEWEST + 1)]
    times = Counter(group for group in groups if all(group) and len(set(group)) == FEWEST)
    again = [index for index, group in enumerate(groups) if times[group] > 1]
    return frozenset(row for index in again for row in range(index, index + FEWEST))
