"""Replies in a thread → comments.

Supported forms, one module each: one-row replies, signed or numbered (`ptt_comments`), posts with author and time rows
(`posts`), the same below a news page's comment heading, answers to a question (`answers`), and as a fallback sequences of
name, time and text (`sequences`).
"""

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.cleaning.comments.alternating import find_alternating
from tui_reader.cleaning.comments.answers import find_answers
from tui_reader.cleaning.comments.best_answers import with_best_answer
from tui_reader.cleaning.comments.opening_posts import thread_size
from tui_reader.cleaning.comments.post_headers import PostHeader
from tui_reader.cleaning.comments.posts import find_posts, story_header
from tui_reader.cleaning.comments.ptt_comments import find_ptt_comments
from tui_reader.cleaning.comments.repeated import find_repeated
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.comments.sequences import find_sequence
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment
from tui_reader.text.cells import width_as_written

WRAPPED = 0.9
"""Share of the widest row from which a row was hard-wrapped; the next row may continue it."""


def find_replies(
    blocks: Sequence[Block], lines: Lines, headers: Sequence[PostHeader], tree: Tree | None = None
) -> list[Reply]:
    """Replies in order, without the best answer to a question. `lines`: those of the blocks; `headers`: post headers among them."""
    return with_best_answer(blocks, _replies(blocks, lines, headers, tree))


def _replies(blocks: Sequence[Block], lines: Lines, headers: Sequence[PostHeader], tree: Tree | None) -> list[Reply]:
    found = find_ptt_comments(blocks, lines) or find_answers(blocks, lines)
    if found:
        return found
    posts, repeated = find_posts(blocks, lines, headers), find_repeated(blocks, tree)
    if repeated and thread_size(repeated) == thread_size(posts):
        return repeated  # elements mark the end of the last post
    posts = posts or find_sequence(blocks, lines, tree)
    if tree is None:
        posts = max(posts, find_alternating(blocks, lines), key=thread_size)
    if thread_size(repeated) > thread_size(posts) or (
        repeated and thread_size(repeated) == thread_size(posts) and repeated[0].is_header
    ):
        return repeated
    above = story_header(headers, posts[0].start) if posts else range(0)
    return [Reply(above.start, above.stop, None, is_header=True), *posts] if above else posts


def merge(replies: Sequence[Reply]) -> tuple[Comment, ...]:
    """One comment per reply; wrapped rows are joined without a space."""
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
    """Whether author and minute are the same."""
    return this.time is not None and (last.author, last.time) == (this.author, this.time)
