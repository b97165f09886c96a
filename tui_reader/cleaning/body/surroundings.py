"""What the elements around each block tell: what they hold, what they are called, how many are alike."""

import re
from collections.abc import Sequence

import numpy as np

from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.columns import LONG_SENTENCE, Columns, ratio
from tui_reader.cleaning.markup.blocks import Block, Page

LEVELS = 4
"""Ancestors whose content is looked at: the block's own element and three above it."""

_GOOD_NAME = re.compile(r"article|content|post|entry|story|body|text|main|detail|markdown|zoom|news", re.IGNORECASE)
_BAD_NAME = re.compile(
    r"comment|side|relat|recommend|foot|share|social|banner|\bads?\b|widget|nav|menu|hot|rank|list|tag|copyright|"
    r"login|popup|modal|pager|pagination|crumb|subscribe|newsletter|promo|tool|reply|author|meta|info",
    re.IGNORECASE,
)


def in_tree(blocks: Sequence[Block], places: Places, columns: Columns, page: Page) -> Columns:
    """The elements around each block, and the way to the elements that hold most of the page's sentences."""
    made: Columns = {"depth": places.depths[places.nodes].astype(np.float32)}
    good = columns["good"]
    all_good = max(float(good.sum()), 1.0)
    sums = {name: places.sums(columns[name]) for name in ("good", "units", "is_loose", "item", "family")}
    linked = places.sums(columns["links"] * columns["chars"])
    chars = places.sums(columns["chars"])
    held = (places.last - places.first).astype(np.float32)
    long = places.sums((good >= LONG_SENTENCE).astype(np.float32))
    for level, column in enumerate(places.ancestors(LEVELS)):
        made[f"up{level}_blocks"] = held[column]
        made[f"up{level}_good"] = ratio(sums["good"][column], np.float32(all_good))
        made[f"up{level}_dense"] = ratio(sums["good"][column], sums["units"][column])
        made[f"up{level}_links"] = ratio(linked[column], chars[column])
        made[f"up{level}_long"] = ratio(long[column], held[column])
        made[f"up{level}_loose"] = ratio(sums["is_loose"][column], held[column])
        made[f"up{level}_units"] = sums["units"][column]
    for share in (50, 75, 90):
        element = places.deepest_with(good, share / 100)
        made[f"up_from{share}"], made[f"down_from{share}"] = places.way_to(element)
        inside = (np.arange(len(blocks)) >= places.first[element]) & (np.arange(len(blocks)) < places.last[element])
        made[f"in{share}"] = inside.astype(np.float32)
    made |= _names(places, page)
    made |= _alike(blocks, columns, page)
    return made


def _names(places: Places, page: Page) -> Columns:
    """Steps up to an element whose class or id calls it the story's, or something else's."""
    assert page.tree is not None  # noqa: S101 - asked only of pages with a tree
    names, tags = page.tree.names, page.tree.tags
    live = np.unique(places.nodes)
    said = np.zeros((2, len(names)), np.float32)
    known = np.zeros(len(names), np.bool_)
    order: list[int] = []
    for leaf in live.tolist():
        chain, node = [], leaf
        while not known[node]:
            known[node] = True
            chain.append(node)
            node = int(places.parents[node])
        order += reversed(chain)
    for node in order:
        up = int(places.parents[node])
        for row, pattern in enumerate((_GOOD_NAME, _BAD_NAME)):
            hit = names[node] and pattern.search(names[node])
            said[row, node] = 0.0 if hit else min(said[row, up] + 1.0, 20.0) if node else 20.0
    listed = np.fromiter((tag in {"ul", "ol", "dl"} for tag in tags), np.float32, len(tags))
    columns = places.ancestors(3)
    return {
        "good_name": said[0][places.nodes],
        "bad_name": said[1][places.nodes],
        "in_list": np.max([listed[column] for column in columns], axis=0),
    }


def _alike(blocks: Sequence[Block], columns: Columns, page: Page) -> Columns:
    """What share of the page's sentences stands in blocks whose elements are called the same, and how many those are."""
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
