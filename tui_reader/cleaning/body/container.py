"""What belongs to the story beside the stretch that was found: by the element that holds it, in a dump by the headline.

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

HEADLINE = 0.75
"""Share of the window's title that a line has in it which is the headline."""
ROWS = 6
"""Lines between headline and body, or between body and end, that are more than rows of author, date and buttons."""
PLAUSIBLE = 0.08
"""Mean probability of such lines; furniture has a third of it."""


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


def grow_dump(
    labels: Sequence[Label], likely: NDArray[np.float32], of_title: NDArray[np.float32], stretch: tuple[int, int]
) -> tuple[int, int]:
    """The stretch of a dump, begun right below the headline or the date, and ended right above a line that ends stories,
    where only plain lines stand between.
    """
    start, end = stretch
    bottom = end
    while bottom < len(labels) and _is_plain(labels[bottom]):
        bottom += 1
    if bottom < len(labels) and labels[bottom].stop and _is_plausible(likely[end:bottom]):
        end = bottom
    top = start
    while top and _is_plain(labels[top - 1]) and of_title[top - 1] < HEADLINE:
        top -= 1
    told = top and (labels[top - 1].sort == "date" or of_title[top - 1] >= HEADLINE)
    return (top, end) if told and _is_plausible(likely[top:start]) else (start, end)


def _is_plausible(gap: NDArray[np.float32]) -> bool:
    """Are these lines more than furniture?"""
    return len(gap) >= ROWS and float(gap.mean()) >= PLAUSIBLE


def _is_plain(label: Label) -> bool:
    """Is it a line that no rule takes for anything but text?"""
    return not label.stop and label.role in {"body", "caption", "image"}
