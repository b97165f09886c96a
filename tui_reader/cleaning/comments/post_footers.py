"""Threads with floor and time below each post (nick, rank, text, 举报, 3楼, 2019-06-12 20:30).

Replies to a post are below its floor: rows of a name, a colon and a text, each with the row of its time below.
"""

from collections.abc import Sequence
from itertools import pairwise

from tui_reader.cleaning.comments.post_headers import PostHeader
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import Mark, is_nick, is_panel, is_tools

TOP = 4
"""Maximum rows from a name to the text: name, rank, level."""
BELOW = 4
"""Rows after the last floor searched for text."""
FIRST_TEXT = 20
"""Minimum characters of text above the first floor."""


def stand_below_posts(blocks: Sequence[Block], headers: Sequence[PostHeader]) -> bool:
    """Whether floor and time are below the posts: no text after the last, text above the first."""
    first, last = headers[0], headers[-1]
    headers = _floored(headers)
    if (
        not headers
        or first.mark.floor != 1
        or (last is not headers[-1] and not _answers(blocks, headers[-1].text, last.text))
    ):
        return False
    last = headers[-1]
    after = blocks[last.text : last.text + BELOW]
    if any(not is_tools(b.folded) and not is_panel(b.folded) and len(b.folded) > 1 for b in after[:2]):
        return False
    above = blocks[max(0, first.start - TOP - BELOW) : first.row]
    return any(len(block.folded) >= FIRST_TEXT for block in above)


def replies_above(blocks: Sequence[Block], headers: Sequence[PostHeader]) -> list[Reply]:
    """All posts but the first, of which only the footer is excluded from the story."""
    headers = _floored(headers)
    first = headers[0].row
    while first and is_tools(blocks[first - 1].folded):
        first -= 1
    found = [Reply(first, headers[0].text, None)]
    for above, header in pairwise(headers):
        answers = _answers(blocks, above.text, header.row)
        found += answers
        start = answers[-1].stop if answers else above.text
        author, texts = _read(blocks, start, header.row)
        text = "\n".join(block.text for block in texts)
        said = header.mark._replace(author=author).comment(text) if text else None
        found.append(Reply(start, max(start + 1, header.text), said))
    return found + _answers(blocks, headers[-1].text, len(blocks))


def _floored(headers: Sequence[PostHeader]) -> list[PostHeader]:
    return [header for header in headers if header.mark.floor is not None]


def _answers(blocks: Sequence[Block], start: int, stop: int) -> list[Reply]:
    """Replies to one post from its footer on: a row of name, colon and text, and a row with a time, repeated."""
    found: list[Reply] = []
    for index in range(start, stop - 1, 2):
        block, mark = blocks[index], blocks[index + 1].mark
        name, colon, _ = block.folded.partition(":")
        if not colon or not is_nick(name.strip()) or mark is None or not mark.time or mark.floor is not None:
            break
        said = block.text[len(name) + 1 :].strip()
        comment = mark._replace(author=block.text[: len(name)].strip()).comment(said)
        found.append(Reply(index, index + 2, comment if said else None))
    return found


def first_above(blocks: Sequence[Block], headers: Sequence[PostHeader]) -> Mark:
    """Author of the first post: the name above its panel, which a numeric level ends."""
    first = headers[0]
    for index in range(first.start - 1, -1, -1):
        if blocks[index].folded.isdecimal():
            author, _ = _read(blocks, max(0, index - 2), first.row)
            return first.mark._replace(author=author)
    return first.mark._replace(author=None)


def _read(blocks: Sequence[Block], start: int, end: int) -> tuple[str | None, list[Block]]:
    """(name, text) of a post between two floors."""
    rows = [
        block
        for block in blocks[start:end]
        if (block.folded.isdecimal() or not is_tools(block.folded)) and not _is_origin(block)
    ]
    if not rows or not is_nick(rows[0].folded):
        return None, rows
    level = next((i for i, block in enumerate(rows[:TOP]) if block.folded.isdecimal()), 0)
    texts = [block for block in rows[level + 1 :] if not block.folded.isdecimal()]
    return rows[0].text, [block for block in texts if not _is_floor(block)]


def _is_origin(block: Block) -> bool:
    return block.folded.startswith("来自") and len(block.folded) < FIRST_TEXT


def _is_floor(block: Block) -> bool:
    return block.folded.endswith("楼") and block.folded[:-1].isdecimal()
