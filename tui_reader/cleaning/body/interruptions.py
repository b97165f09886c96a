"""Headlines of other articles between the paragraphs of a dump's story.

A heading (延伸閱讀), two or more headlines, and then a paragraph like those above: the story goes on. One headline with a
paragraph below it is a teaser, and so is each of several.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

FEWEST, MOST = 2, 6
"""Minimum and maximum headlines of an interruption."""
LEAST_HEADLINE = 6
"""Minimum characters of a headline; shorter lines are menus or tags."""
LEAST_PARAGRAPH = 20
"""Minimum characters of a paragraph that continues the story."""
PARAGRAPH = 0.08
"""Minimum probability of that paragraph: the lines above it lower it."""
HEADINGS = frozenset({"related", "list_head"})
"""Categories of a heading above other articles."""


def end_after_interruption(
    blocks: Sequence[Block], labels: Sequence[Label], likely: NDArray[np.float32], stretch: tuple[int, int]
) -> int:
    """End of the body, behind the paragraphs below an interruption; the headlines get the probability 0."""
    start, end = stretch
    first = end
    while first < len(blocks) and labels[first].category in HEADINGS:
        first += 1
    below = first
    while below < len(blocks) and _is_headline(blocks[below], labels[below]):
        below += 1
    last = below
    while last < len(blocks) and _goes_on(blocks[last], labels[last], float(likely[last])):
        last += 1
    if first == end or not FEWEST <= below - first <= MOST or last == below or not _has_paragraphs(labels[start:end]):
        return end
    likely[end:below] = 0.0
    likely[below:last] = np.maximum(likely[below:last], PARAGRAPH)
    return last


def _is_headline(block: Block, label: Label) -> bool:
    short = LEAST_HEADLINE <= len(block.folded) < rules.LONG
    return label.role == "body" and label.category in {"loose", "phrase"} and short and block.folded[-1] not in "。,;:"


def _goes_on(block: Block, label: Label, likely: float) -> bool:
    """Whether a block is a paragraph of the kind that stories consist of."""
    whole = len(block.folded) >= LEAST_PARAGRAPH and block.folded[-1] in rules.TERMINAL
    return label.category == "prose" and not label.stop and whole and likely >= PARAGRAPH


def _has_paragraphs(labels: Sequence[Label]) -> bool:
    """Whether at least half of the story is prose."""
    return 2 * sum(label.category == "prose" for label in labels) >= len(labels)
