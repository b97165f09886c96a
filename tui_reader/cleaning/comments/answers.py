"""Question-and-answer pages: the first answer is the story, the other answers are comments.

An answer stands between a row of votes and name above it, and a row below it that says when it was written and offers to
comment on it or to thank for it.
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
"""Lines below a row with a date in which the tools stand that make it an answer's last row."""
HEAD = 14
"""Lines above an answer's text at most: votes, name, what its author is, who agreed."""

_WHEN = r"(?:发布于|编辑于|最后编辑于|回答于|发表于|更新于)\s?\d{2,4}[-/.年]"
_LAST = re.compile(_WHEN)
_LASTS = re.compile(rf"\n{_WHEN}")
_OFFERS = re.compile(r"(?:\d+|添加)\s?(?:条|则|个)?评论|赞同|感谢|没有帮助|作者保留权利|.作权归作者所有|收藏")
_VOTES = re.compile(
    r"(?:赞同|反对|▲|△)?\s?[\d,.]+\s?[kw万]?(?:\s?(?:赞同|人赞同|票|赞))?$|(?:赞同|反对|收起|更多回答|展开阅读全文|▼)$"
)
_AGREED = re.compile(
    r".{0,40}(?:等人|位|人|个人|等)\s?(?:[\d,]+\s?人)?(?:也|觉得)?赞同(?:.?该回答)?$|[\d,]+\s?人也?赞同.?该?(?:回答)?$"
)
_CUT = re.compile(r"…\s?(?:显示全部|阅读全文|展开全文)$|<(?:br|p|b|ul|li|img|a|blockquote)\b")
_ALL = re.compile(r"(?:查看|更多|剩余|全部).{0,12}回答")
NAME = 5
"""Lines above those who agreed in which the name stands: votes, name, what its author is."""
ENOUGH = 2
"""Answers that make the page one of questions and answers."""


def find_answers(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    """All answers but the first."""
    ends = _ends(blocks, lines)
    if len(ends) < ENOUGH:
        return []
    return [_answer(blocks, last + 1, end) for last, end in pairwise(ends)]


def first_author(blocks: Sequence[Block]) -> str | None:
    """Who gave the first answer, where a row of votes stands above the name."""
    ends = _ends(blocks, Lines.of(blocks))
    if len(ends) < ENOUGH:
        return None
    agreed = [i for i in range(ends[0]) if _AGREED.match(blocks[i].folded)]
    above = agreed[-1] if agreed else 0
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
    """The rows below answers."""
    return [index for index in lines.having(_LASTS) if _ends_answer(blocks, index, blocks[index].folded)]


def ends_answer(folded: str) -> bool:
    """Could the row stand below an answer?"""
    return _LAST.match(folded) is not None


def _ends_answer(blocks: Sequence[Block], index: int, folded: str) -> bool:
    """Is it the row below an answer? The tools stand in it or right below it."""
    if len(folded) > 90 or not ends_answer(folded):
        return False
    if _OFFERS.search(folded):
        return True
    below = blocks[index + 1 : index + REACH]
    return sum(bool(_OFFERS.search(block.folded)) and is_tools(block.folded) for block in below) > 1


def _is_beside(folded: str) -> bool:
    return is_tools(folded) or _VOTES.match(folded) is not None or _ALL.search(folded) is not None


def _answer(blocks: Sequence[Block], start: int, end: int) -> Reply:
    """An answer whose blocks run from `start` to `end`, the row with its time."""
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
    """Where the text begins, and the name above it: the last row of votes and of those who agreed ends the head."""
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
