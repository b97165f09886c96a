"""Features of the elements around each block: content, names, similar elements."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.columns import LONG_SENTENCE, Columns, Floats, ratio
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.tree import Tree

LEVELS = 4
"""Ancestors considered: the block's element and three above."""

_GOOD_NAME = re.compile(r"article|content|post|entry|story|body|text|main|detail|markdown|zoom|news", re.IGNORECASE)
_BAD_NAME = re.compile(
    r"comment|side|relat|recommend|foot|share|social|banner|\bads?\b|widget|nav|menu|hot|rank|list|tag|copyright|"
    r"login|popup|modal|pager|pagination|crumb|subscribe|newsletter|promo|tool|reply|author|meta|info",
    re.IGNORECASE,
)
_SHARES = ("good", "dense", "links", "long", "loose")
"""Features of an element that are shares."""
_FAR = 20
"""Step count if no such element is above."""
_LISTS = frozenset({"ul", "ol", "dl"})


def in_tree(blocks: Sequence[Block], places: Places, columns: Columns, page: Page) -> Columns:
    """Features of surrounding elements, and distances to the elements with most sentences."""
    return {
        "depth": places.depths[places.nodes].astype(np.float32),
        **_ancestors(places, columns),
        **_to_sentences(places, columns["good"], len(blocks)),
        **_names(blocks, places, page),
        **_alike(blocks, columns, page),
    }


def _ancestors(places: Places, columns: Columns) -> Columns:
    """Content of the block's element and those above it."""
    good, chars = columns["good"], columns["chars"]
    all_good = np.float32(max(float(good.sum()), 1.0))
    is_long = (good >= LONG_SENTENCE).astype(np.float32)
    values = np.array([good, columns["links"] * chars, is_long, columns["is_loose"], columns["units"], chars])
    ancestors = np.array(places.ancestors(LEVELS))
    good, linked, long, loose, units, chars = places.sums(values).take(ancestors, axis=-1)
    held = (places.last - places.first).astype(np.float32).take(ancestors)
    whole = np.array([np.full_like(units, all_good), units, chars, held, held])
    shares = ratio(np.array([good, good, linked, long, loose]), whole)
    made: Columns = {}
    for level in range(LEVELS):
        made[f"up{level}_blocks"] = held[level]
        made |= {f"up{level}_{name}": share[level] for name, share in zip(_SHARES, shares, strict=True)}
        made[f"up{level}_units"] = units[level]
    return made


def _to_sentences(places: Places, good: Floats, size: int) -> Columns:
    """Steps to the deepest elements with 50, 75 and 90 % of the sentences, and whether the block is inside."""
    made: Columns = {}
    indices = np.arange(size)
    for share in (50, 75, 90):
        element = places.deepest_with(good, share / 100)
        made[f"up_from{share}"], made[f"down_from{share}"] = places.way_to(element)
        inside = (indices >= places.first[element]) & (indices < places.last[element])
        made[f"in{share}"] = inside.astype(np.float32)
    return made


def _names(blocks: Sequence[Block], places: Places, page: Page) -> Columns:
    """Steps up to an element named as story, or as something else."""
    assert page.tree is not None  # noqa: S101 - asked only of pages with a tree
    listed = np.array([tag in _LISTS for tag in page.tree.tags], np.float32)
    good, bad = _steps(page.tree, [block.node for block in blocks])
    columns = places.ancestors(3)
    return {
        "good_name": good,
        "bad_name": bad,
        "in_list": np.max([listed[column] for column in columns], axis=0),
    }


def _steps(tree: Tree, nodes: Sequence[int]) -> NDArray[np.float32]:
    """Steps up from each node to an element with a good name (row 0) and a bad one (row 1)."""
    found = {0: (_FAR, _FAR)}
    for leaf in dict.fromkeys(nodes):
        way, node = [], leaf
        while node not in found:
            way.append(node)
            node = tree.parents[node]
        good, bad = found[node]
        for inner in reversed(way):
            is_good, is_bad = _meaning(tree.names[inner])
            good, bad = 0 if is_good else min(good + 1, _FAR), 0 if is_bad else min(bad + 1, _FAR)
            found[inner] = good, bad
    steps: NDArray[np.float32] = np.array([found[node] for node in nodes], np.float32).T
    return steps


@lru_cache(4096)
def _meaning(names: str) -> tuple[bool, bool]:
    """(named as story, named as something else)."""
    return _GOOD_NAME.search(names) is not None, _BAD_NAME.search(names) is not None


def _alike(blocks: Sequence[Block], columns: Columns, page: Page) -> Columns:
    """Share of the page's sentences in blocks with equally named elements, and the number of those blocks."""
    assert page.tree is not None  # noqa: S101
    tags, names, parents = page.tree.tags, page.tree.names, page.tree.parents
    keys: dict[tuple[str, str, str, str], int] = {}
    groups = np.array(
        [
            keys.setdefault((tags[b.node], names[b.node], tags[parents[b.node]], names[parents[b.node]]), len(keys))
            for b in blocks
        ]
    )
    size = np.bincount(groups, minlength=len(keys)).astype(np.float32)
    good = np.bincount(groups, columns["good"], len(keys)).astype(np.float32)
    units = np.bincount(groups, columns["units"], len(keys)).astype(np.float32)
    all_good = max(float(columns["good"].sum()), 1.0)
    return {
        "alike_count": size[groups],
        "alike_good": good[groups] / all_good,
        "alike_dense": good[groups] / np.maximum(units[groups], 1.0),
    }
