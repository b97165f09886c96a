"""Lists of a dump without bullets: numbered lines that count on, and short lines below a label.

材料： with 牛腱 600克, 洋蔥 1顆 below is a heading with two items if the text has several such labels.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.numbering import number_of

FEWEST = 2
"""Minimum items of a list."""
LONGEST_NUMBERED, LONGEST_ITEM, LONGEST_LABEL = 60, 24, 8
"""Maximum characters of a numbered item, of an item below a label, and of the label; longer ones are paragraphs."""
_PAUSES = "。,:;、"

_Kept = Sequence[tuple[Block, Label]]


def items_in(kept: _Kept) -> frozenset[int]:
    """Indices of list items among the body's blocks."""
    return frozenset((*_numbered(kept), *(index for label in labels_in(kept) for index in _below(kept, label))))


_SPEECH = frozenset("说道问答喊叫写")
"""Last characters of a clause that introduces speech: 他说："""


def labels_in(kept: _Kept) -> list[int]:
    """Indices of labels with a list below; none if the text has only one."""
    labels = [
        index
        for index, (block, _) in enumerate(kept)
        if block.kind is None
        and 1 < len(block.folded) <= LONGEST_LABEL
        and block.folded[-1] == ":"
        and block.folded[-2] not in _SPEECH
    ]
    return labels if sum(map(bool, (_below(kept, index) for index in labels))) and len(labels) >= FEWEST else []


def _below(kept: _Kept, label: int) -> range:
    """The short lines right below a label."""
    end = label + 1
    while end < len(kept) and not kept[end][0].gap and _may_be_item(kept[end][0]):
        end += 1
    return range(label + 1, end) if end - label > FEWEST else range(0)


def _may_be_item(block: Block) -> bool:
    return block.kind is None and len(block.folded) <= LONGEST_ITEM and block.folded[-1] not in _PAUSES


def _numbered(kept: _Kept) -> Iterator[int]:
    """Consecutive short lines that count on."""
    numbers = [
        number_of(block.folded) if block.kind is None and len(block.folded) <= LONGEST_NUMBERED else None
        for block, _ in kept
    ]
    for index, (above, below) in enumerate(pairwise(numbers)):
        if above and below and not below.form.startswith("第") and below == above._replace(value=above.value + 1):
            yield from (index, index + 1)
