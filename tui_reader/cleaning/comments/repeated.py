"""Posts and replies as repeated markup: sibling elements of one kind, each with a name and a text.

Sites put every reply in an element of the same tag and class. If such elements contain name, time and text, or are named
after comments and contain name and text, they are replies whatever the markup: `<div class="reply">`, `<li>`, `<article>`.
Elements without such a name (`<div class="cell">`) are replies if each has a short name and a time of day above its text.
If names and texts alternate in one element (`<dt>` and `<dd>`, `<b>` and `<p>`), rows in the first one's place are names.
The first post is the story unless one is above.
"""

from collections.abc import Iterator, Sequence

from tui_reader.cleaning.comments.element_names import may_hold_posts
from tui_reader.cleaning.comments.post_elements import ENOUGH, Post, PostElements
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.forum_patterns import is_tools

STORY = 80
"""Minimum characters of sentences above the first element that are the story."""
SENTENCE = 20
"""Minimum characters of a row with a full stop that is such a sentence."""
FIRST = frozenset({0, 1})
"""Floors of an opening post."""
LEAST_POST = 8
"""Minimum characters of a line below the page's heading that is the post which replies answer."""


def find_repeated(blocks: Sequence[Block], tree: Tree | None) -> list[Reply]:
    """Replies in elements of one kind, or in alternating rows."""
    if tree is None:
        return []
    dated = [index for index, block in enumerate(blocks) if block.mark and block.mark.time]
    named = any(map(may_hold_posts, set(tree.names)))
    if not named and len(dated) < ENOUGH:
        return []
    page = PostElements(blocks, tree)
    return (_named(blocks, page) or page.alternating() if named else []) or _unnamed(blocks, page, dated)


def _named(blocks: Sequence[Block], page: PostElements) -> list[Reply]:
    """Replies in elements whose names are those of posts or comments."""
    groups = [
        (posts, in_comments, answers)
        for posts, in_comments, answers in (page.read(nodes, names) for nodes, names in page.groups())
        if posts
    ]
    if not groups:
        return []
    posts, in_comments, answers = max(groups, key=lambda group: len(group[0]))
    begins = not in_comments or _is_long(posts[0])
    return _as_replies(posts, opens=begins and (answers or not _has_story(blocks[: posts[0].blocks.start])))


def _is_long(post: Post) -> bool:
    """Whether an element named after posts and comments alike holds a dated post of a story's length."""
    return post.of_thread and post.mark.time is not None and len(post.inline or "") >= STORY


def _unnamed(blocks: Sequence[Block], page: PostElements, dated: Sequence[int]) -> list[Reply]:
    """Replies in elements recognized by content alone: each has a short name and a time of day above a text."""
    threads = [posts for nodes in page.around(dated) if (posts := page.read_unnamed(nodes))]
    posts = max(threads, key=len, default=[])
    if not posts:
        return []
    above = posts[0].blocks.start
    begins = posts[0].mark.floor in FIRST and len(posts[0].inline or "") >= STORY and not _has_story(blocks[:above])
    return _as_replies(posts, opens=begins or not _has_post(blocks, above))


def _as_replies(posts: Sequence[Post], *, opens: bool) -> list[Reply]:
    """The posts as replies. `opens`: the first of them is the story."""
    if opens:
        return [*_around_story(posts[0]), *map(_reply, posts[1:])]
    return [reply for post in posts for reply in (_reply(post), *post.within)]


def _has_post(blocks: Sequence[Block], before: int) -> bool:
    """Whether a text that replies answer is between the page's heading and the block `before`."""
    heads = [index for index in range(before) if blocks[index].tag == "h1"]
    return any(
        len(block.text) >= LEAST_POST and not (block.mark or block.mostly_links or is_tools(block.folded))
        for block in blocks[heads[-1] + 1 if heads else 0 : before]
    )


def _has_story(above: Sequence[Block]) -> bool:
    """Whether a story is above the posts."""
    size = sum(
        len(block.text)
        for block in above
        if "。" in block.folded and len(block.folded) >= SENTENCE and not block.family
    )
    return size >= STORY


def _reply(post: Post) -> Reply:
    return Reply(post.blocks.start, post.blocks.stop, post.mark.comment(post.inline or ""))


def _around_story(post: Post) -> Iterator[Reply]:
    """Rows of the first post that are not its text."""
    first, last = post.texts[0], post.texts[-1] + 1
    if first > post.blocks.start:
        yield Reply(post.blocks.start, first, None, is_header=True)
    inside = [reply for reply in post.within if reply.start >= last]
    yield from inside
    stops = [last, *(reply.stop for reply in inside)]
    starts = [*(reply.start for reply in inside), post.blocks.stop]
    yield from (
        Reply(stop, start, None, is_header=True) for stop, start in zip(stops, starts, strict=True) if start > stop
    )
