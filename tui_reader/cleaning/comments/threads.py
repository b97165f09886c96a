"""Replies in a thread → comments.

Four printed forms are known, each in a module of its own: rows of one reply each, signed or numbered (`pushes`), posts
under a row that says who wrote them and when (`posts`), the same under the head of a news page's readers' comments, and
the answers to a question (`answers`). What a post consists of beside its text (`boards`) goes with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tui_reader.cells import width_as_written
from tui_reader.cleaning.comments.answers import find_answers
from tui_reader.cleaning.comments.post_headers import Head
from tui_reader.cleaning.comments.posts import find_posts, first_head
from tui_reader.cleaning.comments.ptt_comments import find_ptt_comments
from tui_reader.cleaning.comments.sequences import find_sequence
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment

WRAPPED = 0.9
"""Of the widest row: a row at least so wide was full, one that is narrower ended by itself."""


class Reply(NamedTuple):
    """A block of a reply. `comment` is None for a block whose text the reply's first block tells already.

    `row`: is it a row of its own, that a reply too wide for it goes on from in the next one? `head`: does it belong to
    what stands above the story's own post?
    """

    block: int
    comment: Comment | None
    row: bool = False
    head: bool = False


def find_replies(blocks: Sequence[Block], lines: Lines, heads: Sequence[Head], tree: Tree | None = None) -> list[Reply]:
    """The blocks that belong to replies, in order. `lines`: the blocks' own; `heads`: those of posts among them."""
    rows = [Reply(index, comment, row=True) for index, comment in find_ptt_comments(blocks, lines)]
    if rows:
        return rows
    answers = find_answers(blocks, lines)
    if answers:
        return [Reply(index, comment) for index, comment in answers]
    posts = find_posts(blocks, lines, heads) or find_sequence(blocks, lines, tree)
    above = range(0) if not posts else first_head(heads, posts[0][0])
    return [*(Reply(index, None, head=True) for index in above), *(Reply(index, comment) for index, comment in posts)]


def merge(replies: Sequence[Reply]) -> tuple[Comment, ...]:
    """One comment for each reply, wrapped rows joined without a space."""
    said = [
        (reply.comment, width_as_written(reply.comment.text) if reply.row else -1) for reply in replies if reply.comment
    ]
    full = WRAPPED * max((cells for _, cells in said), default=0)
    merged: list[list[Comment]] = []
    last: tuple[Comment, int] | None = None
    for this, cells in said:
        if last and cells >= 0 and last[1] >= full and _goes_on(last[0], this):
            merged[-1].append(this)
        else:
            merged.append([this])
        last = this, cells
    return tuple(replace(rows[0], text="".join(row.text for row in rows)) if rows[1:] else rows[0] for rows in merged)


def _goes_on(last: Comment, this: Comment) -> bool:
    """The same author in the same minute?"""
    return this.time is not None and (last.author, last.time) == (this.author, this.time)
