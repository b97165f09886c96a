"""Question-and-answer pages: the first answer is the story, the other answers are comments.

An answer is between a row of votes and name above it, and a row with its time and comment or thank buttons below it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import TIME, is_nick, is_tools
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment
from tui_reader.text.fold import fold

REACH = 6
"""Maximum lines between a dated row and the buttons that make it an answer's last row."""
HEAD = 14
"""Maximum lines above an answer's text: votes, name, description, voters."""

_WHEN = r"(?:发布于|编辑于|最后编辑于|回答于|发表于|更新于)\s?\d{2,4}[-/.年]"
_LAST = re.compile(_WHEN)
_LASTS = re.compile(rf"\n{_WHEN}")
_OFFERS = re.compile(r"(?:\d+|添加)\s?(?:条|则|个)?评论|赞同|感谢|收藏")
"""Buttons for an answer: comments, thanks, votes."""
_VOTES = re.compile(
    r"(?:赞同|反对|▲|△)?\s?[\d,.]+\s?[kw万]?(?:\s?(?:赞同|人赞同|票|赞))?$|(?:赞同|反对|收起|更多回答|展开阅读全文|▼)$"
)
_AGREED = re.compile(
    r".{0,40}(?:等人|位|人|个人|等)\s?(?:[\d,]+\s?人)?(?:也|觉得)?赞同(?:.?该回答)?$|[\d,]+\s?人也?赞同.?该?(?:回答)?$"
)
_CUT = re.compile(r"…\s?(?:显示全部|阅读全文|展开全文)$|<(?:br|p|b|ul|li|img|a|blockquote)\b")
_ALL = re.compile(r"(?:查看|更多|剩余|全部).{0,12}回答")
NAME = 5
"""Maximum lines above the voters that contain the name."""
ENOUGH = 2
"""Minimum answers of a question-and-answer page."""


def find_answers(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    ends = _ends(blocks, lines)
    if len(ends) < ENOUGH:
        return []
    return [_answer(blocks, last + 1, end) for last, end in pairwise(ends)]


def first_author(blocks: Sequence[Block]) -> str | None:
    """Author of the first answer, if a row of votes is above the name."""
    ends = _ends(blocks, Lines.of(blocks))
    if len(ends) < ENOUGH:
        return None
    agreed = [i for i in range(ends[0]) if _AGREED.match(blocks[i].folded)]
    return _name_above(blocks, agreed[-1]) if agreed else None


def _name_above(blocks: Sequence[Block], above: int) -> str | None:
    """The name above a row of voters; rows of votes may be between."""
    name = None
    for index in range(above - 1, max(-1, above - NAME), -1):
        folded = blocks[index].folded
        if _VOTES.match(folded):
            continue
        nick = re.split("[,，]", blocks[index].text)[0].strip()
        if _ALL.search(folded) or is_tools(folded) or not is_nick(fold(nick)):
            break
        name = nick
    return name


def _ends(blocks: Sequence[Block], lines: Lines) -> list[int]:
    """Last rows of answers: time and buttons."""
    return [index for index in lines.having(_LASTS) if _ends_answer(blocks, index, blocks[index].folded)]


def ends_answer(folded: str) -> bool:
    """Whether the row may end an answer."""
    return _LAST.match(folded) is not None


def _ends_answer(blocks: Sequence[Block], index: int, folded: str) -> bool:
    """Whether the row ends an answer: with buttons in it or directly below."""
    if len(folded) > 90 or not ends_answer(folded):
        return False
    if _OFFERS.search(folded):
        return True
    below = blocks[index + 1 : index + REACH]
    return sum(bool(_OFFERS.search(block.folded)) and is_tools(block.folded) for block in below) > 1


def _is_beside(folded: str) -> bool:
    return is_tools(folded) or _VOTES.match(folded) is not None or _ALL.search(folded) is not None


def _answer(blocks: Sequence[Block], start: int, end: int) -> Reply:
    """The answer in blocks `start` to `end`, the row with its time."""
    while start < end and _is_beside(blocks[start].folded):
        start += 1
    text_at, author = _head(blocks, start, end)
    texts = [
        block.text for block in blocks[text_at:end] if not _CUT.search(block.folded) and not is_tools(block.folded)
    ]
    time = TIME.search(blocks[end].folded)
    printed = blocks[end].text[time.start() : time.end()].strip() if time else None
    said = Comment("\n".join(dict.fromkeys(texts)), author, printed) if texts else None  # only the beginning is there
    return Reply(start, end + 1, said)


def _head(blocks: Sequence[Block], start: int, end: int) -> tuple[int, str | None]:
    """(start of the text, name above it): the last row of votes or voters ends the header."""
    marks = [
        i
        for i in range(start, min(start + HEAD, end))
        if _VOTES.match(blocks[i].folded) or _AGREED.match(blocks[i].folded)
    ]
    text_at = marks[-1] + 1 if marks else start
    names = [i for i in range(start, text_at) if i not in marks]
    if not names and text_at < end and not marks:
        names, text_at = [start], start + 1
    if not names:
        return text_at, None
    name = re.split("[,，]", blocks[names[0]].text)[0].strip()
    return text_at, name if is_nick(fold(name)) else None
