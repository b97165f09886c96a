"""Which stretch of the page is the body: the one that weighs most, and what goes on behind an interruption."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.judge import Label

UNTITLED = 0.15
"""What a stretch counts that has nothing in common with the window's title, beside 1 more for all of it."""
EARLIER = 0.3
"""Share of the heaviest stretch's weight from which an earlier one is the body: what is appended below may be longer."""
STOPS: Mapping[str, float] = {"": 0.0, "soft": 0.5, "hard": 1.0}
"""What a line with a phrase that ends stories takes from a stretch: as much as two, or four, doubtful lines."""
DATED = 1.0
"""What a row with a date takes from a stretch: teasers have one each, and a story's own stands above it."""
LONGEST_GAP = 40
"""Lines between two stretches that are one body: a list, a program, a verse. Longer ones are other parts of the page."""
LEAST_PART = 0.05
"""Share of the body's weight that a stretch behind such a gap has at least; less is chance."""
_HARMLESS = frozenset({"menu", "row", "links", "tags", "doubled", "thread_row"})
"""Sorts of dropped lines that stand inside stories too: code looks like a menu, a story may be interrupted by a pointer."""


class Stretch(NamedTuple):
    """Blocks from `start` to before `end`, and what they weigh together."""

    weight: float
    start: int
    end: int


def body_stretch(
    labels: Sequence[Label], weights: NDArray[np.float32], of_title: NDArray[np.float32]
) -> tuple[int, int]:
    """First block and the block behind the last of the body; (0, 0) where no block's weight is positive.

    A stretch weighs the sum of its blocks' weights, times how much it says of what the window's title says (`of_title`, for
    each block): disclaimers and teasers say little of it.
    """
    stretches = list(stretches_of(_with_labels(labels, weights)))
    scores = [
        found.weight * (UNTITLED + min(1.0, float(of_title[found.start : found.end].sum()))) for found in stretches
    ]
    least = EARLIER * max(scores, default=0.0)
    chosen = next((place for place, score in enumerate(scores) if score >= least), None)
    return (0, 0) if chosen is None else _joined(labels, stretches, chosen)


def _with_labels(labels: Sequence[Label], weights: NDArray[np.float32]) -> list[float]:
    """The weights, less where the rules see a story's end or a date; captions and pictures do not make a story."""
    return [
        (min(weight, 0.0) if label.role in {"caption", "image"} else weight)
        - STOPS[label.stop]
        - DATED * (label.sort == "date")
        for label, weight in zip(labels, weights.tolist(), strict=True)
    ]


def stretches_of(weights: Sequence[float]) -> Iterator[Stretch]:
    """The greatest stretch up to each place where the sum of weights falls to nothing, and those between its end and there."""
    for start, end in _sections(weights):
        best = _best(weights, start, end)
        yield best
        for first, last in _sections(weights[best.end : end]):
            yield _best(weights, best.end + first, best.end + last)


def _sections(weights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The longest ranges in which the sum from the start stays above nothing."""
    total, start = 0.0, 0
    for index, weight in enumerate([*weights, -float("inf")]):
        total += weight
        if total <= 0.0:
            if index > start:
                yield start, index
            total, start = 0.0, index + 1


def _best(weights: Sequence[float], start: int, end: int) -> Stretch:
    """The beginning of a section that weighs most."""
    best, total, last = 0.0, 0.0, start
    for index in range(start, end):
        total += weights[index]
        if total > best:
            best, last = total, index + 1
    return Stretch(best, start, last)


def _joined(labels: Sequence[Label], stretches: Sequence[Stretch], chosen: int) -> tuple[int, int]:
    """The chosen stretch with those above and below that only lines part of which none tells of another part of the page."""
    weight, start, end = stretches[chosen]
    for below in stretches[chosen + 1 :]:
        if not _goes_on(labels[end : below.start]):
            break
        if below.weight >= LEAST_PART * weight:
            end = below.end
    for above in reversed(stretches[:chosen]):
        if not _goes_on(labels[above.end : start]) or above.weight < LEAST_PART * weight:
            break
        start = above.start
    return start, end


def _goes_on(gap: Sequence[Label]) -> bool:
    """May a body go on behind these lines?"""
    return len(gap) <= LONGEST_GAP and not any(
        label.stop
        or label.role == "comment"
        or label.sort == "date"
        or (label.role == "dropped" and label.sort not in _HARMLESS)
        for label in gap
    )
