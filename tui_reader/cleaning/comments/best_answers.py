"""The best or first answer of a question page is part of the story, not a comment.

A row above the answers counts them (3个回答), a row inside the best one says so (最佳答案, 已采纳). Its name and rank are the
header of the story's own post.
"""

import re
from collections.abc import Iterator, Sequence

from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import is_tools

NEAR = 6
"""Maximum lines between the row that counts the answers and the first of them."""
BUTTON = 8
"""Maximum characters of a row of buttons below an answer."""
_COUNTED = re.compile(r"(?:全部|共|共有|其他)?\s?\d{1,5}\s?[个条]?\s?(?:回答|答案|解答)(?=$|\W|默认|按|排序)")
_BEST = re.compile(
    r"[【\[]?(?:最佳|最优|满意|推荐|采纳的?|被采纳的?)(?:答案|回答|解答)[】\]]?(?:[:\s].{0,24})?$|(?:已被?|题主)采纳$"
)
_ENDS = "。!?…」』”~)"


def counts_answers(folded: str) -> bool:
    """Whether a folded row counts the answers to the page's question."""
    return len(folded) <= 4 * BUTTON and _COUNTED.match(folded) is not None


def with_best_answer(blocks: Sequence[Block], replies: Sequence[Reply]) -> list[Reply]:
    """The replies without the best answer: rows around its text are headers. The same replies on pages without one."""
    if any(reply.is_header for reply in replies):
        return list(replies)
    for place, reply in enumerate(replies):
        best = next((index for index in reply.blocks if reply.comment and _BEST.match(blocks[index].folded)), None)
        if best is not None:
            return [*replies[:place], *_around(blocks, reply, best + 1), *replies[place + 1 :]]
    return list(replies)


def _around(blocks: Sequence[Block], reply: Reply, first: int) -> Iterator[Reply]:
    """Headers above and below the text of the answer that begins at `first`."""
    last = reply.stop
    while last > first and _is_button(blocks[last - 1].folded):
        last -= 1
    if last == first:
        yield reply
        return
    yield Reply(reply.start, first, None, is_header=True)
    if last < reply.stop:
        yield Reply(last, reply.stop, None, is_header=True)


def _is_button(folded: str) -> bool:
    return is_tools(folded) or (len(folded) <= BUTTON and folded[-1] not in _ENDS)


def answer_to_question(blocks: Sequence[Block], replies: Sequence[Reply]) -> tuple[int, range]:
    """(row below the question, blocks of the answer that belongs to the story); an empty range on other pages.

    The header of the answer stands below a row that counts the answers, or contains one that says it is the best.
    """
    headers = [place for place, reply in enumerate(replies) if reply.is_header]
    if not headers:
        return 0, range(0)
    header = replies[headers[0]]
    below = next((reply.start for reply in replies[headers[0] + 1 :]), header.stop)
    counted = [
        index for index in range(max(0, header.start - NEAR), header.stop) if counts_answers(blocks[index].folded)
    ]
    best = any(_BEST.match(blocks[index].folded) for index in header.blocks)
    row = counted[0] if counted else header.start
    return (row, range(header.stop, below)) if counted or best else (0, range(0))
