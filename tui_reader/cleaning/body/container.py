"""The element that holds the body, and what else in it belongs to the story.

An element that holds accepted prose holds the article. Its lists, tables, verses and short lines are the article's too,
however unlike prose they look, unless something speaks against each: links, a phrase, a region, a reply.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

HELD = 0.3
"""Share of an element's blocks that the body must be for the rest of them to be looked at; a page's root holds menus too."""
SURE = 0.5
"""Probability from which a block is the body's by itself."""
SELDOM = 0.03
"""Probability below which even a plain line of the element is not taken at the body's end."""


def grow(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    places: Places,
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
) -> tuple[int, int]:
    """The stretch, grown over blocks of the element that holds it."""
    start, end = stretch
    first, last = _container(places, start, end)
    if end - start < HELD * (last - first) or end <= start:
        return start, end
    for index in range(end, last):
        if speaks_against(blocks[index], labels[index]):
            break
        if likely[index] >= SELDOM:
            end = index + 1
    return start, end


def _container(places: Places, start: int, end: int) -> tuple[int, int]:
    """The blocks of the deepest element that holds a stretch."""
    node = int(places.nodes[start])
    while node and not (places.first[node] <= start and end <= places.last[node]):
        node = int(places.parents[node])
    return int(places.first[node]), int(places.last[node])


def speaks_against(block: Block, label: Label) -> bool:
    """Is there any reason why a line inside the story's element should not be the story's?"""
    return label.role != "body" or bool(label.stop) or bool(block.hints) or block.mostly_links
