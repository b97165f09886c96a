"""Repeated lines: which occurrence is the page's error, and which is a refrain or what people say again.

A line right below the same line is a second rendering of it (a headline as text and as picture, a link as label and as title),
unless people repeat such a sentence. A whole paragraph of prose that stands twice in a body is one, wherever it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

ECHO = 16
"""Maximum characters of sentences that people repeat; longer repetitions are errors of the page."""
_ECHO_ENDS = "。!?…”」』~"
PARAGRAPH = 40
"""Minimum characters of a repeated paragraph that is not a refrain."""
DOUBLED = Label("dropped", "doubled", "repeats the line above", rules.REPEATED)
AGAIN = Label("dropped", "doubled", "repeats a paragraph above", 0.0)


def second_lines(blocks: Sequence[Block], labels: Sequence[Label]) -> frozenset[int]:
    """Blocks that repeat the line above. Short sentences count only on pages that repeat longer lines too."""
    same = [index for index, (above, block) in enumerate(pairwise(blocks), 1) if block.folded == above.folded]
    if any(len(blocks[index].folded) > ECHO for index in same):
        return frozenset(same)
    return frozenset(index for index in same if not _is_echo(blocks[index], labels[index]))


def second_paragraphs(blocks: Sequence[Block], labels: Sequence[Label], body: range) -> frozenset[int]:
    """Blocks of the body whose text is a paragraph of prose above them in the body."""
    seen: set[str] = set()
    again: set[int] = set()
    for index in body:
        folded = blocks[index].folded
        if labels[index].role != "body":
            continue
        if folded in seen:
            again.add(index)
        elif len(folded) >= PARAGRAPH and "。" in folded:
            seen.add(folded)
    return frozenset(again)


def _is_echo(block: Block, label: Label) -> bool:
    return label.category in {"prose", "phrase"} and len(block.folded) <= ECHO and block.folded[-1] in _ECHO_ENDS
