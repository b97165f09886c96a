"""Opening post of a thread: the blocks of its text, however short.

PTT-like boards print 作者, 看板, 標題 and 時間 above it, and `--`, ※ 發信站 or the first reply below it. On other pages it is
between name and time, in either order, and the first reply.
"""

import re
from collections.abc import Sequence

from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.cues import is_menu_word
from tui_reader.cleaning.patterns.forum_patterns import TIME, Mark, is_heading, is_nick, is_place, is_tools
from tui_reader.text.fold import fold

ROWS = 6
"""Maximum rows of a board post's header."""
LABELS = 3
"""Minimum labels of a header: 作者, 看板, 標題, 時間, with or without colons, in one row or several."""
SIGNATURE = 12
"""Maximum signature rows between `--` and ※ 發信站."""
SENT_WITHIN = 3
"""Maximum rows from the first reply to ※ 發信站, without `--`."""
FAR = 40
"""Rows above the first reply searched for the post's time."""
REPLIES = 2
"""Replies that make a page a thread, however short its opening post."""
LONGEST_ROW = 60
"""Maximum characters of the row with the post's time."""
LINKED = 0.9
"""Link share from which a row is a pointer; a bare URL is still text of a post."""

_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>作者|发信人|寄信人|看板|信区|板名|站内|标题|标 题|主题|时间|时 间|日期|日 期|发信站|author|board|title|subject|date)(?:\s?:\s?|\s+|(?=\S))"
)
_KINDS = {
    **dict.fromkeys(("作者", "发信人", "寄信人", "author"), "author"),
    **dict.fromkeys(("看板", "信区", "板名", "站内", "board"), "board"),
    **dict.fromkeys(("标题", "标 题", "主题", "title", "subject"), "title"),
    **dict.fromkeys(("时间", "时 间", "日期", "日 期", "发信站", "date"), "time"),
}
_FIRST_CHARACTERS = frozenset(label[0] for label in _KINDS)
_SENT = re.compile(r"※\s?(?:发信站|来源|origin)|◆\s?from|※\s?(?:编辑|文章网址|转录)|\[(?:发自|来自)")
_SENTENCE = re.compile("[。!?;]|,.*,")
_RULE = re.compile(r"[-=_─━—~～＝－\s]{3,}$")
_COUNTED = re.compile(r"[\d.,kw万]+$|(?:最后(?:回复|编辑|更新)|浏览|点击|阅读|回复|查看).{0,30}$")


def board_post(blocks: Sequence[Block], replies: frozenset[int]) -> range | None:
    """Blocks of a post under a board header; None without a header. `replies`: blocks of replies."""
    first = _under_header(blocks)
    if first is None:
        return None
    sent = next((i for i in range(first, len(blocks)) if _SENT.match(blocks[i].folded)), None)
    if sent is None:
        return _without_rules(blocks, first, min((i for i in replies if i >= first), default=0))
    while first < sent and (first in replies or _RULE.match(blocks[first].folded)):  # replies above the text
        first += 1
    signed = [i for i in range(max(first, sent - SIGNATURE), sent) if blocks[i].folded in {"--", "-- "}]
    last = signed[0] if signed else sent
    return _without_rules(blocks, first, min([last, *(i for i in replies if i >= first)]))


def _without_rules(blocks: Sequence[Block], first: int, last: int) -> range | None:
    """Blocks `first` to `last` (exclusive) without rules at the ends; None if nothing is left."""
    while first < last and _RULE.match(blocks[first].folded):
        first += 1
    while first < last and _RULE.match(blocks[last - 1].folded):
        last -= 1
    return range(first, last) if first < last else None


def _under_header(blocks: Sequence[Block]) -> int | None:
    """The block below a board header."""
    for row, block in enumerate(blocks):
        if block.folded[0] not in _FIRST_CHARACTERS or "author" not in (found := _labels(block.folded)):
            continue
        last = row
        for index in range(row + 1, min(row + ROWS, len(blocks))):
            more = _labels(blocks[index].folded, first=True)
            if more and not more <= found:
                found |= more
                last = index
        if len(found) >= LABELS:
            return last + 1
    return None


def _labels(folded: str, *, first: bool = False) -> set[str]:
    """Kinds of labels in a row that begins with one; for later rows, the first label only."""
    if len(folded) > 200 or not (begun := _LABEL.match(folded)):
        return set()
    if first:
        return {_KINDS[begun["label"]]}
    return {_KINDS[found["label"]] for found in _LABEL.finditer(folded)}


def board_mark(blocks: Sequence[Block]) -> Mark | None:
    """Author and time, as printed, of the post under a board header; None without a header."""
    below = _under_header(blocks)
    if below is None:
        return None
    values: dict[str, str] = {}
    for block in blocks[max(0, below - ROWS) : below]:
        if not _LABEL.match(block.folded):
            continue
        found = list(_LABEL.finditer(block.folded))
        ends = [*(label.start() for label in found[1:]), len(block.text)]
        for label, end in zip(found, ends, strict=True):
            values.setdefault(_KINDS[label["label"]], block.text[label.end() : end].strip())
    author = re.split(r"\s?[,，]|\s{2,}", values.get("author", ""))[0].strip()
    return Mark(author or None, values.get("time") or None, None, said=True, tools=True)


def thread_size(replies: Sequence[Reply]) -> int:
    """Number of posts of a thread: replies with text, and the opening post where its header is known."""
    return sum(reply.comment is not None for reply in replies) + any(reply.is_header for reply in replies)


def between_heads(replies: Sequence[Reply]) -> range:
    """Blocks of an opening post between its header and the next row about a post; empty without a header."""
    head = next((index for index, reply in enumerate(replies) if reply.is_header), len(replies))
    return range(replies[head].stop, replies[head + 1].start) if head + 1 < len(replies) else range(0)


def header_mark(blocks: Sequence[Block], replies: Sequence[Reply]) -> Mark | None:
    """Author and time in the header of an opening post."""
    rows = [index for reply in replies if reply.is_header for index in reply.blocks]
    marks = (blocks[index].mark for index in rows)
    found = next((mark for mark in marks if mark and mark.author and mark.time), None)
    return found._replace(said=True, tools=True) if found else None


def short_post(blocks: Sequence[Block], first_reply: int) -> list[int]:
    """Blocks of an opening post above the first reply, by the time above or below them, else by the page's heading."""
    stop = next((i for i in range(first_reply) if is_heading(blocks[i].folded) and i > 1), first_reply)
    near = range(max(0, stop - FAR), stop)
    time = next((i for i in near if _is_time_row(blocks[i].folded)), None)
    if time is not None:
        return _texts(blocks, time + 1, stop) or _text_above(blocks, time)
    if first_reply < len(blocks) and _is_time_row(blocks[first_reply].folded):
        panel = [i for i in near if blocks[i].folded.isdecimal()]
        if panel:  # name, rank and level above the text, time below it
            return _texts(blocks, panel[-1] + 1, stop)
    headings = [i for i in range(stop) if blocks[i].tag == "h1"]
    return _texts(blocks, headings[-1] + 1, stop) if headings else []


def _text_above(blocks: Sequence[Block], time: int) -> list[int]:
    """Text between a name with a handle, or the page's heading, and the row with the time below."""
    above = range(max(0, time - FAR), time)
    named = [i for i in above if is_nick(fold(re.split(r"\s*[@＠]", blocks[i].text)[0])) and "@" in blocks[i].text]
    heading = next((i for i in above if blocks[i].tag == "h1"), above.start - 1)
    return _texts(blocks, (named[-1] if named else heading) + 1, time)


def _texts(blocks: Sequence[Block], start: int, stop: int) -> list[int]:
    return [i for i in range(start, stop) if _is_text(blocks[i])]


def _is_text(block: Block) -> bool:
    folded = block.folded
    if folded.startswith(("http://", "https://")):
        return True
    furniture = is_tools(folded) or is_place(folded) or is_menu_word(folded) or _COUNTED.match(folded)
    return not furniture and block.links < LINKED and not _is_time_row(folded)


def _is_time_row(folded: str) -> bool:
    """Whether it is a row about the post with its time, and not a sentence."""
    return len(folded) <= LONGEST_ROW and not _SENTENCE.search(folded) and TIME.search(folded) is not None
