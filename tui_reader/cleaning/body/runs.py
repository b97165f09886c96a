"""Second pass of the classifier: a block among its neighbours, then the best run.

The body is the run of blocks with the greatest sum of weights that no hard stop parts (a maximum-sum run, as for
one long gene in a sequence). Then its edges are corrected.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.captions import CREDIT_ALONE
from tui_reader.cleaning.body.doubled import DOUBLED, second_lines
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

EDGE = 2
"""Lines after the run searched for a final full sentence."""
_ITEM = re.compile(r"(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}[、.,]|[•·●■◆-]\s)")
SUBHEAD = Label("body", "loose", "a short line between paragraphs", rules.LOOSE)
BELOW_IMAGE = Label("caption", "caption", "line below an image", 0.0)
ABOVE_CREDIT = Label("caption", "caption", "image caption", 0.0)
_PLAIN = frozenset({"loose", "phrase", "unfinished"})
"""Categories of the line above a credit that may be its caption."""


class _Run(NamedTuple):
    """Blocks `start` to `end` (exclusive) and the sum of their weights."""

    weight: float
    start: int
    end: int


_NONE = _Run(0.0, 0, 0)


def among_neighbours(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """Labels corrected by neighbours."""
    corrected = list(labels)
    second = second_lines(blocks, labels)
    for index, block in enumerate(blocks[1:], 1):
        before, label = corrected[index - 1], corrected[index]
        if index in second and label.role != "dropped":
            corrected[index] = DOUBLED
            if before.category in {"loose", "phrase"}:
                corrected[index - 1] = before._replace(weight=rules.REPEATED)
        elif label.category == "list_head" and _is_between_paragraphs(corrected, index):
            corrected[index] = SUBHEAD
        elif before.category == "image" and _may_be_caption(block, label):
            corrected[index] = BELOW_IMAGE
        elif label.category == "caption" and before.category in _PLAIN and CREDIT_ALONE.match(block.folded):
            corrected[index - 1] = ABOVE_CREDIT
    return corrected


def _is_between_paragraphs(labels: Sequence[Label], index: int) -> bool:
    beside = (index - 1, index + 1)
    return index + 1 < len(labels) and all(labels[row].category == "prose" for row in beside)


def _may_be_caption(block: Block, label: Label) -> bool:
    return label.category in {"loose", "phrase"} and len(block.text) <= rules.IMAGE_CAPTION


def best_run(labels: Sequence[Label]) -> tuple[int, int]:
    """(first block, block after the last) of the article's run; (0, 0) if nothing has weight."""
    runs = list(_runs(labels))
    if not runs:
        return 0, 0
    heaviest = max(run.weight for run in runs)
    least = max(rules.EARLIER * heaviest, min(rules.EARLIER_LEAST, heaviest))
    chosen = next(run for run in runs if run.weight >= least)
    return chosen.start, chosen.end


def _runs(labels: Sequence[Label]) -> Iterator[_Run]:
    """The greatest run of each section between hard stops and of each section whose sum falls to zero."""
    best, total, start = _NONE, 0.0, 0
    for index, label in enumerate(labels):
        total = -1.0 if label.stop == "hard" else total + label.weight
        if total <= 0.0:
            if best is not _NONE:
                yield best
            best, total, start = _NONE, 0.0, index + 1
        elif total > best.weight:
            best = _Run(total, start, index + 1)
    if best is not _NONE:
        yield best


def trim(labels: Sequence[Label], run: tuple[int, int]) -> tuple[int, int]:
    """The run without edge blocks that bodies do not begin or end with."""
    start, end = run
    while start < end and labels[start].weight <= 0:
        start += 1
    while end > start and labels[end - 1].weight <= 0:
        end -= 1
    return start, end


def with_ends(labels: Sequence[Label], run: tuple[int, int]) -> tuple[int, int]:
    """The run with a nearby final full sentence, and without trailing lines after its prose."""
    start, end = run
    for index in range(end + 1, min(end + EDGE, len(labels))):
        if any(label.stop or label.role != "body" for label in labels[end : index + 1]):
            break
        if labels[index].category == "prose":
            end = index + 1
    categories = Counter(label.category for label in labels[start:end])
    return start, _without_trailing(labels, start, end) if categories["prose"] > categories["phrase"] else end


def _without_trailing(labels: Sequence[Label], start: int, end: int) -> int:
    """The end moved up over phrases, each below a line that is no sentence."""
    while (
        end - start > 2 and labels[end - 1].category == "phrase" and labels[end - 2].category not in {"prose", "phrase"}
    ):
        end -= 1
        while end > start and labels[end - 1].category not in {"prose", "phrase"}:
            end -= 1
    return end


def with_items(blocks: Sequence[Block], labels: Sequence[Label], end: int) -> int:
    """The end moved over a table, program, or list with its heading that closes the body."""
    while end and end < len(blocks) and labels[end].category in {"table", "code"}:
        end += 1
    first = end
    while first < min(end + 2, len(blocks)) and _may_head_list(blocks[first], labels[first]):
        first += 1
    last = first
    while last < len(blocks) and is_item(blocks[last].folded) and labels[last].role == "body" and not labels[last].stop:
        last += 1
    return last if last > first else end


def _may_head_list(block: Block, label: Label) -> bool:
    return label.category in {"loose", "phrase"} and not is_item(block.folded)


def is_item(folded: str) -> bool:
    """Whether a line begins like a list item."""
    return _ITEM.match(folded) is not None
