"""The signature that ends a notice or letter: the sender in a short line or two, and the day in a row of its own."""

from collections.abc import Sequence

from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import TERMINAL
from tui_reader.cleaning.markup.blocks import Block

SENDERS = 3
"""Maximum lines with senders above the day."""
LONGEST = 40
"""Maximum characters of such a line."""
_SENTENCE = frozenset(",:。;")
"""Marks in lines that are no sender: sentences and credits."""


def is_signed(blocks: Sequence[Block], index: int) -> bool:
    """Whether the row is a day below the line of a sender."""
    if not index or not blocks[index].is_day:
        return False
    above = blocks[index - 1]
    sentence = above.folded[-1] in TERMINAL or not _SENTENCE.isdisjoint(above.folded)
    return len(above.text) <= LONGEST and not (sentence or above.links or above.is_date_row)


def signature_end(blocks: Sequence[Block], labels: Sequence[Label], places: Places, end: int) -> int:
    """The end of the body behind its signature and the notes below it (此件公开发布), where these are in the element of the
    body's last block; else `end`.
    """
    if not end:
        return end
    parents = places.parents[places.nodes]
    last, signed = end, is_signed(blocks, end - 1)
    for index in range(end, min(end + SENDERS + 1, len(blocks))):
        block, label = blocks[index], labels[index]
        plain = label.role == "body" and not block.links and len(block.text) <= LONGEST
        day = is_signed(blocks, index)
        if parents[index] != parents[end - 1] or label.stop or block.hints or not (plain or day):
            break
        signed = signed or day
        last = index + 1 if signed else last
    return last
