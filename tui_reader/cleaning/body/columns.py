"""Arithmetic on columns with one number per block."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Columns = dict[str, Floats]

LONG_SENTENCE = 20.0
"""Minimum units of a paragraph with a sentence mark."""


def ratio(part: Floats, whole: Floats | np.float32) -> Floats:
    """Quotient part / whole; a whole below 1 counts as 1."""
    quotient: Floats = (part / np.maximum(whole, np.float32(1.0))).astype(np.float32)
    return quotient


def shifted(column: Floats, step: int) -> Floats:
    """The values `step` blocks below (above if negative); 0 off the page. Blocks run along the last axis."""
    moved = np.zeros_like(column)
    if step > 0:
        moved[..., :-step] = column[..., step:]
    else:
        moved[..., -step:] = column[..., :step]
    return moved


def windows(column: Floats, reach: int) -> tuple[Floats, Floats]:
    """Means over the `reach` blocks above and below. Blocks run along the last axis."""
    size = column.shape[-1]
    total = np.zeros((*column.shape[:-1], size + 1))
    np.cumsum(column, axis=-1, dtype=np.float64, out=total[..., 1:])
    indices = np.arange(size)
    above = total[..., :-1] - total[..., np.maximum(indices - reach, 0)]
    below = total[..., np.minimum(indices + 1 + reach, size)] - total[..., 1:]
    return (above / reach).astype(np.float32), (below / reach).astype(np.float32)


def distances(marked: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Distances to the previous and next marked block, at most 50. Blocks run along the last axis."""
    size = marked.shape[-1]
    indices = np.arange(size)
    up, down = np.full(marked.shape, -99), np.full(marked.shape, size + 99)
    np.maximum.accumulate(np.where(marked, indices, -99)[..., :-1], axis=-1, out=up[..., 1:])
    below = np.where(marked, indices, size + 99)[..., :0:-1]
    down[..., :-1] = np.minimum.accumulate(below, axis=-1)[..., ::-1]
    return np.minimum(indices - up, 50).astype(np.float32), np.minimum(down - indices, 50).astype(np.float32)
