"""The body's stretch of the page: the heaviest one, and its continuation after an interruption.

Constants were varied on predictions for held-out sites (F1 of text dumps; HTML is the same within .001). Where no figure is given,
half and one and a half of the value change it by less than .002.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.crumbs import is_crumb, is_path_from_home

UNTITLED = 0.15
"""Base factor of a stretch that shares nothing with the window's title, relative to 1 for full agreement. Half of it, and one and a
half: F1 -.008."""
EARLIER = 0.3
"""Share of the heaviest stretch's weight from which an earlier one is the body: appended text may be longer. At .45: F1 -.017."""
STOPS: Mapping[str, float] = {"": 0.0, "soft": 0.5, "hard": 1.0}
"""Cost of a line that ends stories, soft and hard: two or four doubtful lines."""
DATED = 1.0
"""Cost of a dated row: each teaser has one, a story's own is above it. Without it: F1 -.002."""
ROWS_BELOW = 6
"""Rows of author, date and buttons between a headline and its story, at most. Without the rule that needs it: F1 -.008."""
ONE_SURE = 0.3
"""Minimum weight of a stretch that has one clearly likely block: nearly that of a probability of two thirds."""
LONGEST_GAP = 80
"""Maximum lines between two stretches of one body: a list, program or verse. At 40: F1 -.008; no limit is no better."""
LEAST_PART = 0.05
"""Minimum share of the body's weight of a stretch after such a gap: a closing paragraph, not a stray line."""
_HARMLESS = frozenset({"menu", "row", "links", "tags", "doubled", "thread_row"})
"""Categories of dropped lines that also occur inside stories."""
PARTED = 1000.0
"""Cost of a breadcrumb: more than any stretch weighs, because the story is below it."""
BREADCRUMB = Label("dropped", "breadcrumb", "breadcrumb", 0.0)
TOP = 6
"""First rows of a dump that may be a breadcrumb without the word for the home page: rows of names further down are lists of the story (everywhere: F1 -.006)."""


class Stretch(NamedTuple):
    """Blocks `start` to `end` (exclusive) and their total weight."""

    weight: float
    start: int
    end: int


def with_breadcrumbs(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """The labels with BREADCRUMB for breadcrumbs: plain lines with the path from the site's home page to this page."""
    return [
        BREADCRUMB
        if label.category in {"loose", "row"} and (is_path_from_home(block.folded) or _is_top(index, block))
        else label
        for index, (block, label) in enumerate(zip(blocks, labels, strict=True))
    ]


def _is_top(index: int, block: Block) -> bool:
    """Whether one of the first rows is a breadcrumb."""
    return index < TOP and is_crumb(block.folded)


def body_stretch(
    labels: Sequence[Label],
    weights: NDArray[np.float32],
    of_title: NDArray[np.float32],
    *,
    doubt: float = 0.0,
    headline: int = -1,
) -> tuple[int, int]:
    """First block and the block behind the last of the body; (0, 0) where no block's weight is positive.

    The score of a stretch is the sum of its blocks' weights, multiplied by its share of the window's title (`of_title`, per
    block): disclaimers and teasers share little of it. A stretch directly below the block `headline` (-1: none) is chosen
    whatever its weight, and none above the last breadcrumb if one below it may be the body. `doubt` is subtracted from each
    block behind a stop inside a stretch: teasers share the story's topic, and only the line above them shows that they are not
    part of it.
    """
    stretches = list(stretches_of(_with_doubt(labels, _with_labels(labels, weights), doubt)))
    scores = [
        found.weight * (UNTITLED + min(1.0, float(of_title[found.start : found.end].sum()))) for found in stretches
    ]
    least = EARLIER * max(scores, default=0.0)
    fit = [place for place, score in enumerate(scores) if score >= least or _is_right_below(stretches[place], headline)]
    return _joined(labels, stretches, _first_below_breadcrumb(labels, stretches, fit)) if fit else (0, 0)


def _first_below_breadcrumb(labels: Sequence[Label], stretches: Sequence[Stretch], fit: Sequence[int]) -> int:
    """The first of the stretches numbered `fit` without a breadcrumb below; the first of all if each has one below."""
    breadcrumb = max((index for index, label in enumerate(labels) if label is BREADCRUMB), default=-1)
    return next((place for place in fit if stretches[place].start > breadcrumb), fit[0])


def _is_right_below(stretch: Stretch, headline: int) -> bool:
    """Whether a stretch with a clearly likely block begins right below the headline. The page's first line is not a headline."""
    return 0 < headline < stretch.start <= headline + ROWS_BELOW and stretch.weight >= ONE_SURE


def _with_labels(labels: Sequence[Label], weights: NDArray[np.float32]) -> list[float]:
    """The weights, reduced at story ends and dates; captions and images count nothing."""
    return [
        (min(weight, 0.0) if label.role in {"caption", "image"} else weight)
        - STOPS[label.stop]
        - DATED * (label.category == "date")
        - PARTED * (label is BREADCRUMB)
        for label, weight in zip(labels, weights.tolist(), strict=True)
    ]


def _with_doubt(labels: Sequence[Label], weights: Sequence[float], doubt: float) -> list[float]:
    """The weights, reduced by `doubt` behind each stop inside a stretch."""
    made: list[float] = []
    total = taken = 0.0
    for label, weight in zip(labels, weights, strict=True):
        made.append(weight - taken)
        total += made[-1]
        if total <= 0.0:
            total = taken = 0.0
        elif label.stop:
            taken = doubt
    return made


def stretches_of(weights: Sequence[float]) -> Iterator[Stretch]:
    """The greatest stretch of each section, and those between its end and the section's end."""
    for start, end in _sections(weights):
        best = _best(weights, start, end)
        yield best
        for first, last in _sections(weights[best.end : end]):
            yield _best(weights, best.end + first, best.end + last)


def _sections(weights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Longest ranges whose running sum stays above zero."""
    total, start = 0.0, 0
    for index, weight in enumerate([*weights, -float("inf")]):
        total += weight
        if total <= 0.0:
            if index > start:
                yield start, index
            total, start = 0.0, index + 1


def _best(weights: Sequence[float], start: int, end: int) -> Stretch:
    """The heaviest beginning of a section."""
    best, total, last = 0.0, 0.0, start
    for index in range(start, end):
        total += weights[index]
        if total > best:
            best, last = total, index + 1
    return Stretch(best, start, last)


def _joined(labels: Sequence[Label], stretches: Sequence[Stretch], chosen: int) -> tuple[int, int]:
    """The chosen stretch joined with those above and below across harmless lines."""
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
    """Whether a body may continue after these lines."""
    return len(gap) <= LONGEST_GAP and not any(
        label.stop
        or label.role == "comment"
        or label.category == "date"
        or (label.role == "dropped" and label.category not in _HARMLESS)
        for label in gap
    )
