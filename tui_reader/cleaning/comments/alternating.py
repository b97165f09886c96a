"""Replies of a dump below a heading of their own (精选留言, 评论（2）): a name, a text, a name, a text.

Accounts' pages and readers' programs print no time, or one below the text. Names are short and end without a stop, most texts end
with one. Below the heading of a question box (答疑) texts follow each other without names. Rows of buttons, counts and
places are skipped; the section ends at a form, at a heading of other articles, or where the alternation ends.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.cues import is_menu_word
from tui_reader.cleaning.patterns.forum_patterns import Mark, is_form, is_heading, is_nick, is_place, is_tools
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment

ENOUGH = 2
"""Minimum replies, and minimum texts that end with a stop."""
STORY, SENTENCE = 60, 20
"""Minimum characters of sentences above the heading, and of a row that counts as one: replies answer a text."""
LONGEST, NAME = 400, 14
"""Maximum characters of a reply's paragraph, and of a name."""

_STOPS = frozenset('。!?…~.)」”"')
_HEADINGS = re.compile(r"\n[^\n]{0,24}(?:评论|留言|回应|回复|跟帖|跟贴|讨论|热评|答疑|提问|问答)[^\n]{0,16}")
_SELECTED = re.compile(r"精选|置顶")
_QUESTIONS = re.compile(r".{0,20}(?:的)?(?:答疑|提问|问答)\s?(?:\(\d+\))?$")
_ANSWERER = re.compile(r"(?:回复|答复):?$")
_BESIDE = re.compile(r"\d[\d.,]*[k万]?$|(?:ip属地|来自|属地)\s?:?\s?\S{2,6}$|置顶$|作者赞过$")


class _Section(NamedTuple):
    """Rows below a heading of comments; `named`: whether each text has a name above it."""

    start: int
    named: bool


def find_alternating(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    """Replies of the section with the most of them; none if too few have a name and a sentence."""
    story = _end_of_story(blocks)
    sections = [
        section for index in lines.having(_HEADINGS) if index >= story and (section := _section(lines.rows, index))
    ]
    return max((_replies(blocks, section) for section in sections), key=len, default=[])


def _section(rows: Sequence[str], index: int) -> _Section | None:
    if is_heading(_SELECTED.sub("", rows[index])):
        return _Section(index + 1, named=True)
    return _Section(index + 1, named=False) if _QUESTIONS.match(rows[index]) else None


def _end_of_story(blocks: Sequence[Block]) -> int:
    """The first row with a story's worth of sentences above it; beyond the last row if there is none."""
    length = 0
    for index, block in enumerate(blocks):
        if "。" in block.folded and len(block.folded) >= SENTENCE:
            length += len(block.folded)
        if length >= STORY:
            return index + 1
    return len(blocks) + 1


def _replies(blocks: Sequence[Block], section: _Section) -> list[Reply]:
    posts = list(_named(blocks, section.start) if section.named else _unnamed(blocks, section.start))
    spoken = sum(reply.comment is not None and reply.comment.text[-1] in _STOPS | set("！？") for reply in posts)
    return posts if len(posts) >= ENOUGH and spoken >= max(ENOUGH, len(posts) / 2) else []


def _unnamed(blocks: Sequence[Block], start: int) -> Iterator[Reply]:
    """Questions and answers: sentences below each other, the first of them a question."""
    if start >= len(blocks) or blocks[start].folded[-1] != "?":
        return
    for index in range(start, len(blocks)):
        if not _is_text(blocks[index]) or blocks[index].folded[-1] not in _STOPS:
            return
        yield Reply(index, index + 1, _comment(None, None, [blocks[index].text]))


def _named(blocks: Sequence[Block], start: int) -> Iterator[Reply]:
    """A name, at least one row of text, and perhaps a time below or beside the name, again and again."""
    index = start
    while index < len(blocks):
        while index < len(blocks) and _is_beside(blocks[index]):
            index += 1
        stop = _end_of_post(blocks, index)
        texts = [blocks[i] for i in range(index + 1, stop) if not _is_beside(blocks[i])]
        if index >= len(blocks) or not _is_name(blocks[index]) or not texts:
            return
        times = (mark.time for block in blocks[index:stop] if (mark := block.mark) and mark.time)
        author = blocks[index].text[: len(_ANSWERER.sub("", blocks[index].folded))].strip()
        yield Reply(index, stop, _comment(author, next(times, None), [block.text for block in texts]))
        index = stop


def _comment(author: str | None, time: str | None, texts: Sequence[str]) -> Comment:
    return Mark(author, time, None, said=True, tools=False).comment("\n".join(texts))


def _end_of_post(blocks: Sequence[Block], name: int) -> int:
    """The row behind a post: after its first row of text, further sentences, and rows of time and buttons."""
    index = name + 1
    while index < len(blocks) and _is_beside(blocks[index]):
        index += 1
    if index >= len(blocks) or not _is_text(blocks[index]):
        return index
    index += 1
    while index < len(blocks) and _continues(blocks[index]):
        index += 1
    return index


def _continues(block: Block) -> bool:
    return _is_beside(block) or (_is_text(block) and block.folded[-1] in _STOPS)


def _is_text(block: Block) -> bool:
    return len(block.folded) <= LONGEST and not (block.family or is_form(block.folded) or is_heading(block.folded))


def _is_name(block: Block) -> bool:
    """Whether it may be a name; 作者回复 is one, as the account answers under it."""
    folded = _ANSWERER.sub("", block.folded)
    fits = is_nick(folded) and len(folded) <= NAME and folded[-1] not in _STOPS
    return fits and _is_text(block) and not is_menu_word(folded)


def _is_beside(block: Block) -> bool:
    """Whether it is a row of time, place, buttons or counts."""
    folded = block.folded
    if is_form(folded):
        return False
    dated = block.mark is not None and block.mark.time is not None
    return dated or is_tools(folded) or is_place(folded) or _BESIDE.match(folded) is not None
