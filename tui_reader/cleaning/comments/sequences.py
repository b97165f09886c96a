"""Replies by their sequence: name, time and text, repeated in a page's comment section.

Sites differ in the words around a reply, not in this: each reply has a name, a time and a text, in the same order
throughout. A heading (3 条回复), a region, or the names of elements (`comment-list`, `reply_content`) mark the section;
lists of articles have names and times too, but no such section, and their texts are links.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui_reader.cleaning.comments.reply import Reply, form_below
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.cues import is_menu_word
from tui_reader.cleaning.patterns.forum_patterns import (
    TOOL,
    Mark,
    has_clock,
    is_heading,
    is_nick,
    is_panel,
    is_place,
    is_tools,
)
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.text.fold import fold

ENOUGH = 2
"""Minimum replies of a sequence."""
ENOUGH_BARE = 3
"""Minimum replies of a sequence in text without markup."""
WHOLE = 0.7
"""Minimum share of times with name and text."""
REACH = 8
"""Maximum rows between a time and the name above it."""
SHORT = 12
"""Maximum characters of a row that, repeated in several replies, is a badge or button."""

_NAMED = re.compile(
    r"comment|repl(?:y|ies)|pinglun|huifu|huitie|liuyan|gentie|(?<![a-z])(?:answers?|respond|responses?|guestbook|disqus|discussions?|lzl|floors?)(?![a-z])",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?<![a-z])answers?(?![a-z])", re.IGNORECASE)
_WORDS = re.compile("(?<=[a-z])(?=[A-Z])")
_FIGURES = re.compile(r"\d+")
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_SAYS = re.compile(r"(?:\s*(?:说|說|说道|說道|写道|寫道|回复|回覆|says?|wrote))?\s*[:：]$")
_AFTER_NAME = re.compile(rf"\s*[@＠▸▶›»]|\s+(?:回复|回覆|→|>)\s|{_SAYS.pattern}")

_COUNT = re.compile(r"\d\s?(?:跟贴|评论|回复|阅读|点击|赞)|(?:跟贴|评论|回复|阅读|点击|赞)\s?\d|^#")


class _Post(NamedTuple):
    """A reading of some rows as a reply: the block that its text begins with, and whether the name is a link, has a handle
    or a colon, or is in one row with the time (`sure`); `clocked`: it has a time of day, not only a date.
    """

    reply: Reply
    text: int
    sure: bool
    clocked: bool


def find_sequence(blocks: Sequence[Block], lines: Lines, tree: Tree | None) -> list[Reply]:
    """Replies of the comment section, in order; none if too few times have a name and a text."""
    section = _comment_blocks(blocks, lines, tree)
    marks = {index: mark for index in section if (mark := blocks[index].mark) and mark.time}
    least = 1 if tree is not None and _is_single(blocks, section) else ENOUGH
    if len(marks) < least:
        return []
    rows = _Rows(blocks, section, marks)
    posts = max(rows.under_headers(), rows.above_footers(), key=_weight)
    if len(posts) > ENOUGH - 1 and tree is not None and _are_answers(blocks, tree, posts):
        posts = posts[1:]
        marks.pop(next(iter(marks)))
    if len(posts) < least or len(posts) < WHOLE * len(marks) or (tree is None and not _is_dense(posts, section[0])):
        return []
    return [post.reply for post in posts]


def _comment_blocks(blocks: Sequence[Block], lines: Lines, tree: Tree | None) -> list[int]:
    """Blocks of the comment section, by names of elements or a heading."""
    if tree is not None:
        named = _named(tree)
        section = [index for index, block in enumerate(blocks) if block.hints == "comments" or named[block.node]]
        if section:
            return list(range(_with_header(blocks, section[0]), section[-1] + 1))
    heading = next((index for index in lines.having(_HEADINGS) if is_heading(lines.rows[index])), None)
    return [] if heading is None else list(range(heading + 1, form_below(blocks, heading + 1)))


def _is_single(blocks: Sequence[Block], section: Sequence[int]) -> bool:
    """Whether the heading of the section, in it or right above, states one reply: 留言 (1)."""
    above = range(max(0, section[0] - 1), min(section[0] + 2, len(blocks))) if section else ()
    return any(is_heading(blocks[i].folded) and _FIGURES.findall(blocks[i].folded) == ["1"] for i in above)


def _weight(posts: Sequence[_Post]) -> int:
    """Quality of a reading: number of replies and of certain names."""
    return len(posts) + sum(post.sure for post in posts)


def _are_answers(blocks: Sequence[Block], tree: Tree, posts: Sequence[_Post]) -> bool:
    """Whether they are answers to a question, so that the first is the story."""

    def is_answer(node: int) -> bool:
        while node:
            if _ANSWER.search(_parted(tree.names[node])) and tree.tags[node] not in _WHOLE_PAGE:
                return True
            node = tree.parents[node]
        return False

    return all(is_answer(blocks[post.text].node) for post in posts)


def _parted(names: str) -> str:
    """Names split into words: AnswerItem → answer-item."""
    return _WORDS.sub("-", names)


def _is_dense(posts: Sequence[_Post], above: int) -> bool:
    """Whether replies directly follow the heading and each other; without markup the only difference from lists below a story."""
    starts = [above, *(post.reply.stop for post in posts[:-1])]
    return (
        len(posts) >= ENOUGH_BARE
        and all(post.reply.start - before <= REACH for before, post in zip(starts, posts, strict=True))
        and sum(post.clocked for post in posts) > len(posts) // 2
    )


def _with_header(blocks: Sequence[Block], first: int) -> int:
    """First block of the header above a reply of which only the text is marked."""
    mark = blocks[first - 1].mark if first else None
    if mark is None or not mark.time or is_heading(blocks[first - 1].folded) or blocks[first].mark:
        return first
    counted = first > 1 and blocks[first - 2].folded.strip("#.楼f").isdecimal()
    return first - 1 - (counted or not mark.author)


_HEADINGS = re.compile(r"\n[^\n]{0,24}(?:评论|留言|回应|回复|跟帖|跟贴|讨论|热评|comment|repl)[^\n]{0,40}")


def _named(tree: Tree) -> list[bool]:
    """For each element, whether it or an ancestor is named after comments."""
    named = [False]
    for number in range(1, len(tree.parents)):
        own = tree.tags[number] not in _WHOLE_PAGE and _is_named(tree.names[number])
        named.append(own or named[tree.parents[number]])
    return named


@lru_cache(1 << 14)
def _is_named(names: str) -> bool:
    return _NAMED.search(_parted(names)) is not None


class _Rows:
    """Rows of a comment section, readable in either order."""

    def __init__(self, blocks: Sequence[Block], section: Sequence[int], marks: dict[int, Mark]) -> None:
        self._blocks, self._section, self._marks = blocks, section, marks
        self._times = sorted(marks)
        counts = Counter(blocks[index].folded for index in section if len(blocks[index].folded) <= SHORT)
        self._repeated = {row for row, count in counts.items() if count > 1}

    def under_headers(self) -> list[_Post]:
        """Replies with name and time above the text."""
        heads = [
            (self._name_above(time, after), time)
            for after, time in zip([self._section[0] - 1, *self._times], self._times, strict=False)
        ]
        stops = [start for (start, _), _ in heads[1:]]
        posts = []
        for ((start, author), time), stop in zip(heads, [*stops, self._section[-1] + 1], strict=True):
            texts = self._texts(time + 1, stop)
            if author and texts:
                sure = self._marks[time].author is not None or self._is_sure(start)
                posts.append(self._post(range(start, stop), author, time, texts, sure=sure))
        return posts

    def above_footers(self) -> list[_Post]:
        """Replies with the name above the text, the time below it."""
        longest = max((after - before for before, after in pairwise(self._times)), default=REACH)
        start = self._section[0] - 1
        first = self._above(max(start, self._times[0] - longest), self._times[0], skip=True)
        posts = [first or self._above(start, self._times[0], skip=True)]
        posts += [self._above(after, time) for after, time in pairwise(self._times)]
        return [post for post in posts if post]

    def _above(self, after: int, time: int, *, skip: bool = False) -> _Post | None:
        """The reply between two times. `skip`: rows above the name may belong to something else."""
        start = after + 1
        while start < time and (self._is_counter(start) or (skip and not self._name(start))):
            start += 1
        author = self._name(start) if start < time else None
        texts = self._texts(start + 1, time)
        if not author or not texts or self._marks[time].author:
            return None
        return self._post(range(start, time + 1), author, time, texts, sure=self._is_sure(start))

    def _post(self, blocks: range, author: str, time: int, texts: Sequence[int], *, sure: bool) -> _Post:
        text = "\n".join(self._blocks[index].text for index in texts)
        mark = self._marks[time]
        said = mark._replace(author=author).comment(text)
        return _Post(Reply(blocks.start, blocks.stop, said), texts[0], sure, has_clock(mark.time or ""))

    def _name_above(self, time: int, after: int) -> tuple[int, str | None]:
        """(first block of the header with its time at `time`, name in it)."""
        if author := self._marks[time].author:
            start = time
            while start - 1 > after and self._is_counter(start - 1):
                start -= 1
            return start, author
        for index in range(time - 1, max(after, time - REACH), -1):
            if _SAYS.search(self._blocks[index].text) or not self._is_beside(index):
                return (index, author) if (author := self._name(index)) else (time, None)
        return time, None

    def _name(self, index: int) -> str | None:
        name = _AFTER_NAME.split(self._blocks[index].text, maxsplit=1)[0].strip()
        folded = fold(name)
        return name if is_nick(folded) and not _COUNT.search(folded) and not is_menu_word(folded) else None

    def _is_sure(self, index: int) -> bool:
        block = self._blocks[index]
        return block.links > 0 or _AFTER_NAME.search(block.text) is not None

    def _texts(self, start: int, stop: int) -> list[int]:
        inside = range(start, stop)
        texts = [i for i in inside if not self._is_furniture(i)]
        return texts or [i for i in inside if self._is_counter(i) and not TOOL.search(self._blocks[i].folded)][:1]

    def _is_counter(self, index: int) -> bool:
        folded = self._blocks[index].folded
        return folded.strip("#.楼f").isdecimal() or is_tools(folded)

    def _is_beside(self, index: int) -> bool:
        folded = self._blocks[index].folded
        return self._is_counter(index) or is_panel(folded) or is_place(folded)

    def _is_furniture(self, index: int) -> bool:
        block = self._blocks[index]
        pointer = block.mostly_links and not block.folded.startswith("http")
        return self._is_beside(index) or block.folded in self._repeated or index in self._marks or pointer
