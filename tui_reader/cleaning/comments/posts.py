"""Threads of posts: each below one or more rows with its author and time (`post_headers`).

The first post is the story if none is above; below a story, and below the heading of readers' comments, all are replies.
A list of articles has dates and names too: a thread has words only posts have (floors, 只看该作者), or such a heading, and text
between the rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui_reader.cleaning.comments.post_footers import first_above, replies_above, stand_below_posts
from tui_reader.cleaning.comments.post_headers import ENOUGH, PostHeader, is_sure, post_header_at
from tui_reader.cleaning.comments.reply import Reply, form_below
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import (
    FIGURE,
    LONGEST,
    TIME,
    WORDS,
    Mark,
    has_clock,
    is_form,
    is_heading,
    is_nick,
    is_panel,
    is_tools,
    parse_post_row,
)
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment

STORY = 80
"""Minimum characters of sentences above the first post that make them the story."""
SENTENCE = 20
"""Minimum characters of a row with a full stop that is a sentence of a story."""
WITH_TEXT = 0.5
"""Minimum share of posts with text: article lists have none between their rows."""
FEW_ROWS = 3
"""Maximum rows of the last reply if the others have fewer."""
LONGEST_NAME = 16
"""Maximum characters of a name before a colon."""
MOST_HEADINGS = 8
"""Maximum headings searched below; bounds the work on hostile pages."""

_OPENS = re.compile(r"楼主|阅读模式|倒序浏览|正序浏览|电梯直达")
_END = re.compile(
    r"返回(?:列表|版面|首页|本版)|高级模式|[您你]需要|(?:我要|我来)?(?:发表|快速|参与|写|添加)(?:您的|你的|新)?(?:回复|回应|评论|留言|意见)|上一[页主篇]|下一[页主篇]|[‹«]|共\s?\d+\s?页|更多评论|查看(?:全部|更多)|没有更多|加载更多|"
    r"用户名|验证码|昵称:|评论内容|登录后|登入后|本版积分|发表新帖|最新文章|本文标签|关于我们|联系我们|联系方式|网站地图|广告服务|\d+\s?/\s?\d+\s?页|游客|匿名发表|copyright|©|powered"
)
_ANSWERS = re.compile(r"\d+\s?(?:条|则|篇|个)?\s?(?:回答|解答|答案)$")
"""Heading of the answers to a question, which may be short."""
_RULE = re.compile(r"[-=_—]{2,}$|※")
_EDITED = re.compile(r"\[?\s?(?:本帖|此帖|该帖)最后由")
_INLINE = re.compile(r"(?:\s?\]|\s?\))?\s?(?:说|说道|写道|评论|评论道|回复|发表)?\s?[:：](?!\d)\s?")
_QUOTE = re.compile(r"[:>]\s?|【\s?在\s?.{1,60}?提到|※\s?引述|引用\s?[:(]|引言\s?:|.{0,30}\b(?:wrote|写道|说)\s?:$")


def find_posts(blocks: Sequence[Block], lines: Lines, headers: Sequence[PostHeader]) -> list[Reply]:
    """All replies. `lines`: those of the blocks; `headers`: headers found in them."""
    found: list[Reply] = []
    if len(headers) >= ENOUGH and stand_below_posts(blocks, headers):
        found = replies_above(blocks, headers)
    elif len(headers) >= ENOUGH and not _is_reply(blocks, headers):
        found = _replies(blocks, headers, headers[1:])
    elif len(headers) >= ENOUGH and sum(is_sure(blocks, header) for header in headers) >= ENOUGH:
        found = _replies(blocks, headers, headers)
    return found or _under_heading(blocks, lines)


def story_header(headers: Sequence[PostHeader], before: int) -> range:
    """Rows between the time of the story's post and its text: floor, name, panel. `before`: start of the replies."""
    headers = [header for header in headers if header.row < before]
    if len(headers) != 1 or headers[0].text >= before:
        return range(0)
    return range(headers[0].row + 1, headers[0].text)


def first_post(blocks: Sequence[Block], headers: Sequence[PostHeader]) -> Mark | None:
    """Author and time of a thread's first post; None if the page is no thread or has a story above it."""
    if len(headers) < ENOUGH:
        return None
    if stand_below_posts(blocks, headers):
        return first_above(blocks, headers)
    return None if _is_reply(blocks, headers) else headers[0].mark


def _is_reply(blocks: Sequence[Block], headers: Sequence[PostHeader]) -> bool:
    """Whether the first post is already a reply to a story above."""
    first = headers[0]
    if _OPENS.search(" ".join(block.folded for block in blocks[first.start : first.text])):
        return False
    if first.mark.floor is not None and first.mark.floor > 1:
        return True
    return _story_end(blocks) <= first.start


def _story_end(blocks: Sequence[Block]) -> int:
    """The block before which enough story text was found; past the last if none."""
    size = 0
    for index, block in enumerate(blocks):
        row = block.folded
        if "。" in row and len(row) >= SENTENCE and not block.family:
            size += len(row)
            if size >= STORY:
                return index + 1
    return len(blocks) + 1


# - below a heading
def _under_heading(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    """Replies below a comment heading; forum words may be missing there."""
    headings = [i for i in lines.having(WORDS) if is_heading(lines.rows[i])]
    story = _story_end(blocks) if headings else 0
    for heading in [i for i in headings if i >= story or _ANSWERS.match(lines.rows[i])][:MOST_HEADINGS]:
        if said := _named_rows(blocks, heading):
            return [Reply(heading, heading + 1, None), *said]
        headers = list(_headers_below(blocks, heading))
        if len(headers) > 1 or (headers and has_clock(headers[0].mark.time or "")):
            found = _replies(blocks, headers, headers)
            if found:
                return [Reply(heading, heading + 1, None), *found]
    return []


def _named_rows(blocks: Sequence[Block], heading: int) -> list[Reply]:
    """Rows of a name, a colon and a text directly below a comment heading, perhaps with the time below each: at least two, and
    nothing else up to their end.
    """
    found: list[Reply] = []
    for index in range(heading + 1, len(blocks)):
        block, mark = blocks[index], blocks[index].mark
        if found and found[-1].stop == index and mark and mark.time and not mark.author and found[-1].comment:
            found[-1] = found[-1]._replace(stop=index + 1, comment=replace(found[-1].comment, time=mark.time))
            continue
        name, colon, _ = block.folded.partition(":")
        said = block.text[len(name) + 1 :].strip()
        if _END.match(block.folded) or is_tools(block.folded):
            break
        if not colon or not said or not is_nick(name.strip()) or len(name) > LONGEST_NAME or FIGURE.search(name[-2:]):
            return []
        found.append(Reply(index, index + 1, Comment(said, block.text[: len(name)].strip())))
    return found if len(found) >= ENOUGH else []


def _headers_below(blocks: Sequence[Block], heading: int) -> Iterator[PostHeader]:
    for index in range(heading + 1, form_below(blocks, heading + 1)):
        block = blocks[index]
        family = block.family
        if family is not None and family.stop and family.name != "replies":
            return
        mark = block.mark
        if mark and mark.time:
            header = post_header_at(blocks, index, mark)
            if header.mark.author:
                yield header._replace(start=max(header.start, heading + 1))
        elif mark is None and (inline := _inline(block)):
            yield PostHeader(index, index + 1, index, inline[0], inline[1])


def _inline(block: Block) -> tuple[Mark, str] | None:
    """A whole reply in one row: nick 2019-01-01 12:00: text."""
    if ":" not in block.folded or not FIGURE.search(block.folded):
        return None
    time = TIME.search(block.folded, 0, LONGEST)
    colon = _INLINE.match(block.folded, time.end()) if time else None
    if time is None or colon is None or colon.end() >= len(block.folded):
        return None
    mark = parse_post_row(block.text[: time.end()], block.folded[: time.end()])
    return (mark, block.text[colon.end() :].strip()) if mark and mark.author else None


# -------------------------------------------------------------------------------------------------------------- texts
def _replies(blocks: Sequence[Block], headers: Sequence[PostHeader], replies: Sequence[PostHeader]) -> list[Reply]:
    """The replies, if there is text between their headers."""
    following = _following(headers)
    segments = [(header, following.get(header.row) or _last_stop(blocks, headers, header)) for header in replies]
    texts = [_texts(blocks, header, stop) for header, stop in segments]
    if sum(map(bool, texts)) < WITH_TEXT * len(texts) or not texts:
        return []
    return [
        Reply(header.start, stop, header.mark.comment("\n".join(text)) if text else None)
        for (header, stop), text in zip(segments, texts, strict=True)
    ]


def _following(headers: Sequence[PostHeader]) -> dict[int, int]:
    """Row of a header → start of the next one, which ends its segment."""
    following: dict[int, int] = {}
    waiting: list[int] = []
    for header in headers:
        following |= dict.fromkeys([row for row in waiting if row < header.start], header.start)
        waiting = [row for row in waiting if row >= header.start]
        waiting.append(header.row)
    return following


def _last_stop(blocks: Sequence[Block], headers: Sequence[PostHeader], header: PostHeader) -> int:
    """End of the last post's segment: by the other posts' rows, or where something else begins."""
    most = max([FEW_ROWS, *(b.start - a.text for a, b in pairwise(headers))])
    end = min(header.text + most, len(blocks))
    for index in range(header.text, end):
        folded, family = blocks[index].folded, blocks[index].family
        if index > header.text and (blocks[index].kind == "heading" or blocks[index].hints != blocks[header.row].hints):
            return index
        if (
            _END.match(folded)
            or is_form(folded)
            or (family is not None and (family.stop or family.role != "dropped") and not _RULE.match(folded))
        ):
            return index
        if index > header.text and is_tools(folded):
            return index + 1
    return end


def _texts(blocks: Sequence[Block], header: PostHeader, stop: int) -> list[str]:
    """Text of a post without buttons, panels, quotations and signature."""
    texts, skip = [header.inline] if header.inline else [], -1
    for index in range(header.text, stop):
        block = blocks[index]
        if _RULE.match(block.folded):
            break
        if (mark := block.mark) is not None and mark.said and index + 2 < stop:
            skip = index + 1
        quoted = index <= skip or _QUOTE.match(block.folded) or block.kind == "quote"
        furniture = is_tools(block.folded) or _EDITED.match(block.folded) or block.mostly_links
        if not quoted and not furniture and not (texts and is_panel(block.folded) and index >= stop - 2):
            texts.append(block.text)
    return texts
