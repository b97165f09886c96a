"""Elements of one tag and class, side by side, read as posts: name, time, floor and text of each."""

import re
from bisect import bisect, bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.cleaning.comments.element_names import names_of
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.cues import is_menu_word
from tui_reader.cleaning.patterns.forum_patterns import (
    TIME,
    Mark,
    has_clock,
    is_heading,
    is_nick,
    is_panel,
    is_place,
    is_tools,
)
from tui_reader.model import Comment
from tui_reader.script.detect import count_han
from tui_reader.text.fold import fold

ENOUGH = 2
"""Minimum elements of a thread."""
WHOLE = 0.8
"""Minimum share of them with name and text."""
HEAD = 6
"""Rows of an element searched for the name."""
TITLE = 8
"""Characters of a link above an element's text that make it a teaser."""
LONGEST_NAME = 8
"""Maximum Han characters of a name in elements not named as posts or comments; headlines of teasers are longer."""
LONGEST, DEEPEST = 400, 60
"""Maximum blocks of a post, and maximum depth; bounds the work on hostile pages."""
SHORT = 12
"""Maximum characters of a row that, repeated in several elements, is a badge or button."""

_ANSWERS = re.compile(r"answer", re.IGNORECASE)
_INLINE = re.compile(r"(?P<name>[^:]{1,24}?)\s*(?:说|回复)?\s*:\s*(?=\S)")
_SIGNED = re.compile(r"[—–-]{1,2}\s*(?P<name>\S.{0,22})$")
_WHOLE_PAGE = frozenset({"html", "body", "main"})


class Post(NamedTuple):
    """An element read as a reply: its blocks, name, time and floor, and the blocks of its text. `of_thread`: its own name is one
    of posts.
    """

    blocks: range
    mark: Mark
    texts: tuple[int, ...]
    inline: str | None = None
    within: tuple[Reply, ...] = ()
    of_thread: bool = False


class PostElements:
    """Elements of a page by content."""

    def __init__(self, blocks: Sequence[Block], tree: Tree) -> None:
        self._blocks, self._tree = blocks, tree
        self._spans = _spans(blocks, tree)
        self._names = {names: names_of(names) for names in set(tree.names)}
        self._in_comments = self._named()
        self._home = ("", 0, "")

    def _named(self) -> list[bool]:
        """For each element, whether it or an ancestor is named after comments."""
        tree, named = self._tree, [False]
        of_comments = [self._names[names].of_comments for names in tree.names]
        for node in range(1, len(tree.parents)):
            own = of_comments[node] and tree.tags[node] not in _WHOLE_PAGE
            named.append(own or named[tree.parents[node]])
        return named

    def groups(self) -> list[tuple[list[int], str]]:
        """Sibling elements of one tag and class, with their names."""
        found: dict[tuple[int, str, str], list[int]] = defaultdict(list)
        for node in self._spans:
            names = self._names[self._tree.names[node]]
            if len(self._spans[node]) <= LONGEST and (self._in_comments[node] or names.kind_of_posts):
                found[self._tree.parents[node], self._tree.tags[node], names.kind].append(node)
        return [(sorted(nodes), names) for (_, _, names), nodes in found.items() if len(nodes) >= ENOUGH]

    def read(self, nodes: Sequence[int], names: str) -> tuple[list[Post], bool, bool]:
        """(posts in elements of one kind, whether named as replies, whether as answers); none if too few are posts."""
        spans = [self._spans[node] for node in nodes]
        badges = self._badges(spans)
        in_comments = all(self._in_comments[node] for node in nodes)
        answers = _ANSWERS.search(names) is not None
        self._home = self._text_place(spans)
        posts = [post for node, span in zip(nodes, spans, strict=True) if (post := self._post(node, span, badges))]
        dated = [post for post in posts if post.mark.time and (has_clock(post.mark.time) or post.mark.floor or answers)]
        enough = len(posts) >= max(ENOUGH, WHOLE * len(nodes)) and (in_comments or len(dated) >= WHOLE * len(posts))
        return (posts if enough else []), in_comments, answers

    def around(self, dated: Sequence[int]) -> list[list[int]]:
        """Sibling elements of one tag and class with such a row in each."""
        found: dict[tuple[int, str, str], set[int]] = defaultdict(set)
        for index in dated:
            node = self._blocks[index].node
            while node in self._spans and len(self._spans[node]) <= LONGEST:
                kind = self._names[self._tree.names[node]].kind
                found[self._tree.parents[node], self._tree.tags[node], kind].add(node)
                node = self._tree.parents[node]
        return [sorted(nodes) for nodes in found.values() if len(nodes) >= ENOUGH]

    def read_unnamed(self, nodes: Sequence[int]) -> list[Post]:
        """Posts in elements of any class: name and time of day or floor in rows above the text; none if one is no post."""
        spans = [self._spans[node] for node in nodes]
        self._home = self._text_place(spans)
        badges = self._badges(spans)
        posts = [post for node, span in zip(nodes, spans, strict=True) if (post := self._post(node, span, badges))]
        authors = {post.mark.author for post in posts}
        whole = len(posts) == len(nodes) and len(authors) >= ENOUGH and all(map(self._is_headed, posts))
        return posts if whole else []

    def _is_headed(self, post: Post) -> bool:
        """Whether the rows above a post's text are those of a reply, not a headline with its time."""
        above = self._blocks[post.blocks.start : post.texts[0]]
        below = self._blocks[post.texts[-1] + 1 : post.blocks.stop] if above and post.mark.floor is not None else ()
        time, author = post.mark.time, post.mark.author or ""
        return (
            bool(time and (has_clock(time) or post.mark.floor is not None))
            and count_han(author) <= LONGEST_NAME
            and any(block.mark and block.mark.time for block in (*above, *below))
            and not any(block.kind == "heading" for block in above)
        )

    def _badges(self, spans: Sequence[range]) -> set[str]:
        """Short rows in several of the elements."""
        counts = Counter(self._blocks[i].folded for span in spans for i in span if len(self._blocks[i].folded) <= SHORT)
        return {row for row, count in counts.items() if count > 1}

    def _post(self, node: int, span: range, badges: set[str]) -> Post | None:
        blocks = self._blocks
        within = [i for i in span if self._is_within(i, node)]
        if all(i in within or blocks[i].mark for i in span):
            within = []  # the text's own element is named after replies
        own = [i for i in span if i not in within]
        marks = {i: mark for i in own if (mark := blocks[i].mark) and (mark.time or mark.floor is not None)}
        marks = {i: mark for i, mark in marks.items() if not is_panel(blocks[i].folded)} or marks
        time = next((mark.time for mark in marks.values() if mark.time), None)
        floor = next((mark.floor for mark in marks.values() if mark.floor is not None), None)
        name, at = self._name(own, marks, badges)
        texts = [i for i in own if i != at and i not in marks and not self._is_beside(i, badges)]
        texts = self._without_titles([i for i in texts if blocks[i].kind != "quote"] or texts)
        replies = tuple(reply for i in within if (reply := self._inline(i)))
        if len(own) == 1 and self._in_comments[node] and (dated := self._dated(own[0])):
            return Post(span, dated[0], (own[0],), dated[1])
        if name is None and len(own) == 1 and (said := self._inline(own[0])) and said.comment:
            return Post(
                span, Mark(said.comment.author, None, None, said=True, tools=False), (own[0],), said.comment.text
            )
        if name is None or not texts or (blocks[texts[0]].mostly_links and len(blocks[texts[0]].text) >= TITLE):
            return None
        mark = Mark(name, time, floor, said=True, tools=False)
        of_thread = self._names[self._tree.names[node]].of_posts
        return Post(span, mark, tuple(texts), "\n".join(blocks[i].text for i in texts), replies, of_thread)

    def _text_place(self, spans: Sequence[range]) -> tuple[str, int, str]:
        """The place with most of the posts' text."""
        sizes: Counter[tuple[str, int, str]] = Counter()
        for span in spans:
            for index in span:
                if self._blocks[index].mark is None and not self._is_beside(index, set()):
                    sizes[self._place(index)] += len(self._blocks[index].text)
        return max(sizes, key=sizes.__getitem__, default=("", 0, ""))

    def _without_titles(self, texts: Sequence[int]) -> list[int]:
        """The rows of a post without short rows between name and text: ranks, badges, professions."""
        begun = next((place for place, i in enumerate(texts) if self._place(i) == self._home), 0)
        return [i for place, i in enumerate(texts) if place >= begun or len(self._blocks[i].text) > SHORT]

    def _is_within(self, index: int, node: int) -> bool:
        """Whether a block is in a reply element inside the post."""
        inner = self._blocks[index].node
        while inner > node:
            if not self._in_comments[node] and self._names[self._tree.names[inner]].of_comments:
                return True
            inner = self._tree.parents[inner]
        return False

    def _name(self, own: Sequence[int], marks: dict[int, Mark], badges: set[str]) -> tuple[str | None, int]:
        """(author name, its row); (None, -1) without a name."""
        signed = _SIGNED.match(self._blocks[own[-1]].text) if own else None
        if signed and _is_name(signed["name"]):
            return signed["name"], own[-1]
        for index in own[:HEAD]:
            if index in marks:
                if author := marks[index].author:
                    return author, index
                continue
            name = self._blocks[index].text.strip(" ：:")
            if _is_name(name) and (fold(name) not in badges or index == own[0]):
                return name, index
        return None, -1

    def _inline(self, index: int) -> Reply | None:
        """A row with name, colon and text."""
        text = self._blocks[index].text
        found = _INLINE.match(self._blocks[index].folded)
        name = text[: found.end("name")].strip() if found else ""
        if found is None or not _is_name(name):
            return None
        time = TIME.search(self._blocks[index].folded, found.end())
        at_end = time is not None and time.end() == len(text)
        said = text[found.end() : time.start() if time and at_end else len(text)].strip()
        printed = time.group() if time and at_end else None
        return Reply(index, index + 1, Comment(said, name, printed)) if said else None

    def _dated(self, index: int) -> tuple[Mark, str] | None:
        """A row with name, time and text."""
        block = self._blocks[index]
        time = TIME.search(block.folded, 0, LONGEST_NAME + SHORT + SHORT)
        name = block.text[: time.start()].strip(" ：:·") if time else ""
        said = block.text[time.end() :].strip(" ：:·") if time else ""
        if time is None or not said or is_tools(fold(said)) or not _is_name(name):
            return None
        return Mark(name, time.group(), None, said=True, tools=False), said

    def _is_beside(self, index: int, badges: set[str]) -> bool:
        folded = self._blocks[index].folded
        return is_tools(folded) or is_panel(folded) or is_place(folded) or folded in badges or folded.isdecimal()

    def alternating(self) -> list[Reply]:
        """Alternating names and texts inside one element named after comments."""
        nodes = [
            node for node in self._spans if self._in_comments[node] and not self._in_comments[self._tree.parents[node]]
        ]
        return max((self._alternating(self._spans[node]) for node in sorted(nodes)), key=len, default=[])

    def _alternating(self, span: range) -> list[Reply]:
        blocks = self._blocks
        rows = [i for i in span if not is_heading(blocks[i].folded) and not self._is_beside(i, set())]
        if not rows:
            return []
        place = self._place(rows[0])
        heads = [i for i in rows if self._place(i) == place]
        replies = []
        for head, stop in pairwise([*heads, span.stop]):
            texts = [blocks[i].text for i in rows[bisect(rows, head) : bisect_left(rows, stop)]]
            name = blocks[head].text.strip(" ：:")
            if texts and _is_name(name):
                mark = blocks[head].mark or Mark(name, None, None, said=True, tools=False)
                replies.append(Reply(head, stop, mark.comment("\n".join(texts))))
        return replies if len(replies) >= ENOUGH and len(replies) == len(heads) else []

    def _place(self, index: int) -> tuple[str, int, str]:
        """Place of a row: tag, depth and names of its element."""
        node = self._blocks[index].node
        return self._tree.tags[node], self._tree.depths[node], self._names[self._tree.names[node]].kind


def _spans(blocks: Sequence[Block], tree: Tree) -> dict[int, range]:
    """Blocks of each element within the depth and size limits of posts."""
    last = [0] * len(tree.parents)
    for index in range(len(blocks) - 1, -1, -1):
        node = blocks[index].node
        while not last[node]:
            last[node] = index + 1
            node = tree.parents[node]
    first: dict[int, int] = {}
    for index, block in enumerate(blocks):
        node = block.node
        while node not in first:
            first[node] = index
            node = tree.parents[node]
    return {node: range(start, last[node]) for node, start in first.items() if node and tree.depths[node] <= DEEPEST}


def _is_name(text: str) -> bool:
    folded = fold(text)
    return is_nick(folded) and not is_menu_word(folded) and not is_heading(folded)
