"""Places of blocks in the page's tree: the blocks of each element, and paths between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree

DEEPEST = 60
"""Maximum depth followed; deeper nesting is an error of the page."""

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Places:
    """Columns over the page's elements, and over its blocks.

    `parents`, `depths`, `first`, `last`: for each element its parent, its depth, the first block in it and the block
    behind the last (0, 0 where it contains none); a subtree's blocks are adjacent, because blocks are in document order.
    `nodes`: the element of each block.
    """

    parents: Integers
    depths: Integers
    first: Integers
    last: Integers
    nodes: Integers

    def ancestors(self, levels: int) -> list[Integers]:
        """Columns of ancestors: each block's element, its parent, and so on, `levels` of them."""
        columns = [self.nodes]
        for _ in range(levels - 1):
            columns.append(self.parents[columns[-1]])
        return columns

    def sums(self, values: Floats) -> Floats:
        """Per element the sum of a block value. Blocks and elements run along the last axis."""
        total = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
        np.cumsum(values, axis=-1, dtype=np.float64, out=total[..., 1:])
        sums: Floats = (total.take(self.last, axis=-1) - total.take(self.first, axis=-1)).astype(np.float32)
        return sums

    def deepest_with(self, values: Floats, share: float) -> int:
        """The deepest element with at least `share` of the total; the first of several."""
        sums = self.sums(values)
        holds = sums >= share * sums[0]
        return int(np.argmax(np.where(holds, self.depths, -1)))

    def way_to(self, element: int) -> tuple[Floats, Floats]:
        """(steps up from `element` to the common ancestor with a block, steps down to the block's element)."""
        chain = [element]
        while chain[-1] and len(chain) < DEEPEST:
            chain.append(int(self.parents[chain[-1]]))
        ways = np.array(chain, np.int64)
        blocks = np.arange(len(self.nodes))
        outside = (blocks < self.first[ways][:, None]) | (blocks >= self.last[ways][:, None])
        up = np.minimum(outside.sum(axis=0), len(chain) - 1)
        down = self.depths[self.nodes] - self.depths[ways[up]]
        return up.astype(np.float32), down.astype(np.float32)


def places_of(blocks: Sequence[Block], tree: Tree) -> Places:
    """Places of blocks; linear in the number of elements with text."""
    first, last = [0] * len(tree.parents), [0] * len(tree.parents)
    parents = tree.parents
    for index in range(len(blocks) - 1, -1, -1):
        node = blocks[index].node
        while not last[node]:
            last[node] = index + 1
            node = parents[node]
    met = [False] * len(parents)
    for index, block in enumerate(blocks):
        node = block.node
        while not met[node]:
            met[node], first[node] = True, index
            node = parents[node]
    nodes = [block.node for block in blocks]
    return Places(*(np.array(column, np.int64) for column in (parents, tree.depths, first, last, nodes)))
