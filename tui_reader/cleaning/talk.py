"""Replies in a forum thread → comments.

Two printed forms are known: PTT's rows (推 nick: text 02/24 21:40) and numbered floors (nick12樓text 02/24 21:40). A reply
too wide for its row goes on in the next one, by the same author in the same minute.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cells import width_as_written as width
from tui_reader.cleaning.blocks import Block
from tui_reader.model import Comment

WRAPPED = 0.9
"""Of the widest row: a row at least so wide was full, one that is narrower ended by itself."""
ENOUGH_FLOORS = 2
"""Floors that make a thread; a single line with 樓 in it may be an address."""

_SIGNED = re.compile(
    r"(?P<sign>[推噓嘘→])\s?(?P<author>[A-Za-z][\w-]{0,15})\s?[:：]\s?(?P<text>.*?)\s*(?P<time>(?:\d{1,3}(?:\.\d{1,3}){3}\s)?\d{1,2}/\d{1,2}(?:\s\d{1,2}:\d{2})?)?$"
)
_FLOOR = re.compile(
    r"(?P<author>[^\s:：，。]{0,20}?)(?P<floor>\d{1,6})[樓楼](?P<text>.*?)\s(?P<time>(?:\d{4}[/-])?\d{1,2}[/-]\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?)$"
)


class Reply(NamedTuple):
    """One row of a thread."""

    block: int
    comment: Comment


def find_replies(blocks: Sequence[Block]) -> list[Reply]:
    """The rows of `blocks` that are replies, in order."""
    signed = [
        reply for i, block in enumerate(blocks) if block.text[0] in "推噓嘘→" and (reply := _signed(i, block.text))
    ]
    floors = _floors(blocks)
    return sorted([*signed, *floors])


def merge(replies: Sequence[Reply]) -> tuple[Comment, ...]:
    """One comment for each reply, wrapped ones joined without a space."""
    widest = max((width(reply.comment.text) for reply in replies), default=0)
    merged: list[Comment] = []
    last: Comment | None = None
    for reply in replies:
        this = reply.comment
        goes_on = (
            last is not None
            and merged
            and (last.author, last.time) == (this.author, this.time)
            and this.time is not None
        )
        if goes_on and last is not None and width(last.text) >= WRAPPED * widest:
            head = merged[-1]
            merged[-1] = Comment(head.text + this.text, head.author, head.time, head.sign, head.floor)
        else:
            merged.append(this)
        last = this
    return tuple(merged)


def _signed(index: int, text: str) -> Reply | None:
    match = _SIGNED.match(text)
    if match is None:
        return None
    sign = "噓" if match["sign"] == "嘘" else match["sign"]
    return Reply(index, Comment(match["text"], match["author"], match["time"], sign))


def _floors(blocks: Sequence[Block]) -> list[Reply]:
    """Numbered rows. A nick may end in digits: the floor is the one that follows the row before."""
    found: list[Reply] = []
    expected = 1
    for index, block in enumerate(blocks):
        match = _FLOOR.match(block.text) if "樓" in block.text or "楼" in block.text else None
        if match is None:
            continue
        digits = match["floor"]
        cut = len(digits) - len(str(expected)) if digits.endswith(str(expected)) else 0
        floor = int(digits[cut:])
        found.append(
            Reply(
                index,
                Comment(match["text"].strip(), match["author"] + digits[:cut] or None, match["time"], None, floor),
            )
        )
        expected = floor + 1
    return found if len(found) >= ENOUGH_FLOORS else []
