"""Gradient-boosted trees by LightGBM, turned into the arrays that the program evaluates."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tests.training.groups import GROUPS, group_of
from tui_reader.cleaning.body.model import Model

TREES = 80
"""Trees of each of the models that are averaged."""
SEEDS = (1, 2)
"""One model each. A hundred pages are few: models that saw other halves of the features differ on one page in thirty, and their
mean is better than each.
"""
PARAMETERS: Mapping[str, Any] = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.1,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


def train(
    names: Sequence[str],
    values: NDArray[np.float32],
    wanted: NDArray[np.float32],
    weights: NDArray[np.float32],
    digest: str = "",
) -> Model:
    """The model that tells the `wanted` rows (1) from the others (0), each row counting by its weight."""
    data = lightgbm.Dataset(values, wanted, weight=weights, params={"verbose": -1}, free_raw_data=False)
    models = [lightgbm.train(dict(PARAMETERS) | {"seed": seed}, data, TREES) for seed in SEEDS]
    trees = [tree["tree_structure"] for model in models for tree in model.dump_model()["tree_info"]]
    return _as_arrays(names, trees, digest)


def _as_arrays(names: Sequence[str], trees: Sequence[Mapping[str, Any]], digest: str) -> Model:
    leaves = int(PARAMETERS["num_leaves"])
    shape = len(trees), leaves - 1
    tests, thresholds = np.zeros(shape, np.int16), np.full(shape, np.inf, np.float32)
    masks = np.full(shape, 0xFFFF, np.uint16)
    added = np.zeros((len(trees), leaves, len(GROUPS)), np.float32)
    base = 0.0
    for number, tree in enumerate(trees):
        base += float(tree.get("internal_value", tree.get("leaf_value", 0.0)))
        for place, (test, threshold, mask) in enumerate(_nodes(tree, 0)):
            tests[number, place], thresholds[number, place], masks[number, place] = test, threshold, mask
        for leaf, parts in enumerate(_leaves(tree, np.zeros(len(GROUPS)), names)):
            added[number, leaf] = parts
    return Model(
        np.array(names),
        np.array(list(GROUPS)),
        tests,
        thresholds,
        masks,
        added / np.float32(len(SEEDS)),
        np.array([base / len(SEEDS)], np.float32),
        np.array([digest]),
    )


def _size(node: Mapping[str, Any]) -> int:
    return 1 if "leaf_value" in node else _size(node["left_child"]) + _size(node["right_child"])


def _nodes(node: Mapping[str, Any], first: int) -> Iterator[tuple[int, float, int]]:
    """Feature, threshold and mask of each inner node below one whose leaves are numbered from `first`."""
    if "leaf_value" in node:
        return
    left = _size(node["left_child"])
    yield node["split_feature"], node["threshold"], 0xFFFF ^ (((1 << left) - 1) << first)
    yield from _nodes(node["left_child"], first)
    yield from _nodes(node["right_child"], first + left)


def _value(node: Mapping[str, Any]) -> float:
    return float(node["leaf_value"] if "leaf_value" in node else node["internal_value"])


def _leaves(node: Mapping[str, Any], parts: NDArray[np.float64], names: Sequence[str]) -> Iterator[NDArray[np.float64]]:
    """For each leaf, from left to right, what the groups of features tested on the way to it add."""
    if "leaf_value" in node:
        yield parts
        return
    group = list(GROUPS).index(group_of(names[node["split_feature"]]))
    for child in (node["left_child"], node["right_child"]):
        moved = parts.copy()
        moved[group] += _value(child) - _value(node)
        yield from _leaves(child, moved, names)
