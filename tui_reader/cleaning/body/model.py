"""The trained model: gradient-boosted trees stored as arrays, evaluated for all blocks at once.

Each tree has at most LEAVES leaves, numbered from left to right. An inner node whose test fails (the value is above the
threshold) rules out the leaves on its left; the leaf that is reached is the lowest that no node rules out. So a tree is
a mask of leaves for each inner node, and a page costs a few array operations instead of a walk through every tree
(Lucchese et al., QuickScorer, 2015). The contribution of a leaf is stored per feature group, to name the strongest one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

Form = Literal["html", "text"]
LEAVES = 16
"""Maximum leaves per tree: one bit each."""
BATCH = 64
"""Blocks evaluated at once: more of them do not fit in the processor's cache."""
_LOWEST = np.array([(mask & -mask).bit_length() - 1 if mask else 0 for mask in range(1 << LEAVES)], np.uint8)
"""Lowest leaf of each mask."""


@dataclass(frozen=True)
class Model:
    """Trees as arrays, for T trees of up to L leaves, over F features in G groups.

    `features` (F names), `groups` (G names), `tests` (T, L-1: which feature), `thresholds` (T, L-1), `masks` (T, L-1),
    `leaves` (T, L, G: what a leaf adds to the score, in log odds), `base` (1: the score without any evidence),
    `digest` (1: SHA-256 of the training data).
    """

    features: NDArray[np.str_]
    groups: NDArray[np.str_]
    tests: NDArray[np.int16]
    thresholds: NDArray[np.float32]
    masks: NDArray[np.uint16]
    leaves: NDArray[np.float32]
    base: NDArray[np.float32]
    digest: NDArray[np.str_]

    @classmethod
    def load(cls, form: Form) -> Self:
        """The model for one form of pages. ValueError if the file is damaged."""
        with files("tui_reader.cleaning.body").joinpath(f"{form}.npz").open("rb") as file, np.load(file) as arrays:
            model = cls(*(arrays[field.name] for field in fields(cls)))
        model.check()
        return model

    def check(self) -> None:
        """ValueError if array shapes do not match."""
        trees, nodes = self.tests.shape
        fit = self.thresholds.shape == self.masks.shape == (trees, nodes)
        fit &= self.leaves.shape == (trees, nodes + 1, len(self.groups)) and nodes < LEAVES
        if not fit or not (self.tests.min() >= 0 and self.tests.max() < len(self.features)):
            raise ValueError("the arrays of the model do not fit each other")

    def weigh(self, names: Sequence[str], values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Contribution of each feature group per block, in log odds: (blocks, G). `names`: columns of `values`."""
        if list(names) != self.features.tolist():
            raise ValueError("the model was trained on other features")
        weights = np.zeros((len(values), len(self.groups)), np.float32)
        for start in range(0, len(values), BATCH):
            weights[start : start + BATCH] = self._weigh(values[start : start + BATCH])
        return weights

    def _weigh(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        columns = np.ascontiguousarray(values.T)
        ruled_out = np.zeros((len(self.tests), len(values)), np.uint16)
        # one node of every tree at a time, blocks side by side: arrays stay in the processor's cache
        for test, threshold, lost in self._nodes:
            failed = columns.take(test, axis=0) > threshold
            ruled_out |= failed.view(np.uint8) * lost
        reached = _LOWEST.take(~ruled_out) + self._first_leaves
        weights: NDArray[np.float32] = self.leaves.reshape(-1, len(self.groups)).take(reached, axis=0).sum(axis=0)
        return weights

    @cached_property
    def _nodes(self) -> list[tuple[NDArray[np.int16], NDArray[np.float32], NDArray[np.uint16]]]:
        """For each node of all trees: test, threshold and the leaves ruled out by a failed test; the last two as columns."""
        columns = zip(self.tests.T, self.thresholds.T, self.masks.T, strict=True)
        return [
            (np.ascontiguousarray(test), np.ascontiguousarray(threshold)[:, None], ~np.ascontiguousarray(mask)[:, None])
            for test, threshold, mask in columns
        ]

    @cached_property
    def _first_leaves(self) -> NDArray[np.int64]:
        """Row of each tree's first leaf, as a column."""
        trees, nodes = self.tests.shape
        rows: NDArray[np.int64] = np.arange(trees)[:, None] * (nodes + 1)
        return rows

    def probabilities(self, weights: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probability per block from the groups' contributions."""
        score = weights.sum(axis=1) + self.base[0]
        made: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-score))).astype(np.float32)
        return made


@cache
def model_for(form: Form) -> Model:
    """The model for HTML pages or text dumps; loaded once."""
    return Model.load(form)
