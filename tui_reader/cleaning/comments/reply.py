"""Common form of a reply for all kinds of threads."""

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import is_form
from tui_reader.model import Comment


class Reply(NamedTuple):
    """Blocks `start` to `stop` (exclusive) of a reply, and its comment; None without text: a heading, or only a header.

    `row`: a one-row reply, which the next row continues if it was too wide. `is_header`: belongs to the header of the story's own
    post.
    """

    start: int
    stop: int
    comment: Comment | None
    row: bool = False
    is_header: bool = False

    @property
    def blocks(self) -> range:
        return range(self.start, self.stop)


def form_below(blocks: Sequence[Block], start: int) -> int:
    """The row with the form for a reply, if it is the only one and replies are above it; else the number of rows."""
    forms = [index for index in range(start, len(blocks)) if is_form(blocks[index].folded)]
    has_replies = len(forms) == 1 and any(block.mark and block.mark.time for block in blocks[start : forms[0]])
    return forms[0] if has_replies else len(blocks)
