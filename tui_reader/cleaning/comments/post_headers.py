"""Rows above a post with author, time and floor.

A header is one row (nick 发表于 2019-1-1 12:00 | 只看该作者), or name, member panel, time and floor in separate rows; old
boards print 发信人, 标题 and 发信站.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.forum_patterns import (
    OURS,
    TIME,
    Mark,
    has_floor,
    is_nick,
    is_panel,
    is_tools,
    rows_that_may_show,
)
from tui_reader.cleaning.patterns.lines import Lines

ENOUGH = 2
"""Minimum posts of a thread without a comment heading."""
ENOUGH_UNDATED = 3
"""Minimum posts of a thread with floors but without times."""
PANEL = 14
"""Maximum rows of a member panel between name and time."""
CLASSIC_ROWS = 4
"""Maximum rows of an old-style header."""

_CLASSIC = re.compile(
    r"(?:发信人|寄信人|作者)\s?:\s?(?P<it>[^,()]{1,24}?)\s?(?:\([^)]*\)?)?\s?[,，]?\s?(?:信区|看板|站内|版面)\s?:"
)
_CLASSIC_FIRST = re.compile(r"\n(?:发信人|寄信人|作者)\s?:")
_CLASSIC_MORE = re.compile(r"(?:标\s?题|发信站|时\s?间|日\s?期|转信站|信区|出处|本篇人气)\s?:")


class PostHeader(NamedTuple):
    """Rows `start` to `text` (exclusive) above a post; `row`: the parsed one, `mark`: its content."""

    start: int
    text: int
    row: int
    mark: Mark
    inline: str = ""


def find_post_headers(blocks: Sequence[Block], lines: Lines) -> list[PostHeader]:
    """Headers of a thread of either kind. `lines`: those of the blocks."""
    return find_classic_headers(blocks, lines) or find_thread_headers(blocks, lines)


def find_thread_headers(blocks: Sequence[Block], lines: Lines) -> list[PostHeader]:
    """Headers recognized by their words and neighbours."""
    shown = rows_that_may_show(lines)
    if len(shown) < ENOUGH and not any(has_floor(lines.rows[i]) for i in shown):
        return []
    sure = {i: mark for i in shown if (mark := blocks[i].mark)}
    if not sure:
        return []
    dated = _dated_rows(blocks, sure)
    if len(dated) >= ENOUGH:
        return _alike(blocks, [post_header_at(blocks, i, mark) for i, mark in dated])
    floors = [(i, mark) for i, mark in sure.items() if mark.floor is not None and mark.author and not mark.time]
    rising = all(a[1].floor < b[1].floor for a, b in pairwise(floors))  # type: ignore[operator]
    return [post_header_at(blocks, i, mark) for i, mark in floors] if len(floors) >= ENOUGH_UNDATED and rising else []


def _dated_rows(blocks: Sequence[Block], sure: Mapping[int, Mark]) -> list[tuple[int, Mark]]:
    """Rows with a time and words of forums, or near a lone floor."""
    alone = {i for i, mark in sure.items() if mark.floor is not None and not mark.time and not mark.author}
    near = {i + d for i in alone for d in (-2, -1, 1, 2) if 0 <= i + d < len(blocks)} - sure.keys()
    dated = [(i, mark) for i, mark in sure.items() if mark.time and _is_ours(blocks[i], mark)]
    dated += [(i, mark) for i in near if (mark := blocks[i].mark) is not None and mark.time]
    return sorted(dated, key=itemgetter(0))


def _is_ours(block: Block, mark: Mark) -> bool:
    """Whether a row with a time has content that only posts have."""
    return mark.floor is not None or OURS.search(block.folded) is not None or bool(mark.said and mark.author)


def _alike(blocks: Sequence[Block], headers: list[PostHeader]) -> list[PostHeader]:
    """Headers without the rows of quotations, which have less content (nick 发表于 …)."""
    full = [header for header in headers if header.mark.floor is not None or OURS.search(blocks[header.row].folded)]
    if len(full) >= ENOUGH:
        return full
    named = [header for header in headers if header.mark.author]
    return named if len(named) * 2 > len(headers) else headers


def post_header_at(blocks: Sequence[Block], row: int, mark: Mark) -> PostHeader:
    """Rows of the header around the parsed row: name above or below, panel between, floor on either side."""
    text, mark = _rows_below(blocks, row, mark)
    above, mark = _rows_above(blocks, row, mark)
    below = _name_below(blocks, text) if mark.author is None else 0
    if below:
        return PostHeader(min(row, above + 1), below, row, mark._replace(author=_printed_name(blocks[text])))
    if mark.author is not None or above < 0 or not is_nick(blocks[above].folded):
        return PostHeader(min(row, above + 1), text, row, mark)
    mark = mark._replace(author=_printed_name(blocks[above]))
    other = blocks[above - 1].mark if above else None
    if other and other.floor is not None and not other.author and not other.time:
        return PostHeader(above - 1, text, row, mark._replace(floor=other.floor))
    return PostHeader(above, text, row, mark)


def _rows_below(blocks: Sequence[Block], row: int, mark: Mark) -> tuple[int, Mark]:
    """(first block below the header's buttons, mark with their floor)."""
    text = row + 1
    while text < min(row + PANEL, len(blocks)) and _is_beside(blocks[text]):
        if mark.floor is None and (other := blocks[text].mark):
            mark = mark._replace(floor=other.floor)
        text += 1
    return text, mark


def _rows_above(blocks: Sequence[Block], row: int, mark: Mark) -> tuple[int, Mark]:
    """(last block above the header's panel and buttons, mark with their floor)."""
    above = row - 1
    while above > max(-1, row - PANEL) and (_is_beside(blocks[above]) or is_panel(blocks[above].folded)):
        if mark.floor is None and (other := blocks[above].mark) and not other.time:
            mark = mark._replace(floor=other.floor)
        above -= 1
    return above, mark


def _printed_name(block: Block) -> str:
    return block.text.strip(" ：:")


def _name_below(blocks: Sequence[Block], index: int) -> int:
    """Start of the text if a name with its panel is here; 0 otherwise."""
    if index + 1 >= len(blocks) or not is_nick(blocks[index].folded):
        return 0
    text = index + 1
    while text < min(index + PANEL, len(blocks)) and is_panel(blocks[text].folded) and not is_nick(blocks[text].folded):
        text += 1
    return text if text > index + 1 else 0


def _is_beside(block: Block) -> bool:
    """A row of buttons or a lone floor."""
    folded = block.folded
    if is_tools(folded):
        return True
    mark = block.mark
    return mark is not None and mark.floor is not None and not mark.author and not mark.time


def find_classic_headers(blocks: Sequence[Block], lines: Lines) -> list[PostHeader]:
    """发信人: …, 信区: … with 标题 and 发信站 below."""
    headers = []
    for row in lines.having(_CLASSIC_FIRST):
        block = blocks[row]
        match = _CLASSIC.match(block.folded)
        if match is None:
            continue
        text, time = row + 1, None
        while text < min(row + CLASSIC_ROWS, len(blocks)) and _CLASSIC_MORE.match(blocks[text].folded):
            found = TIME.search(blocks[text].folded)
            time = time or (blocks[text].text[found.start() : found.end()] if found else None)
            text += 1
        author = block.text[match.start("it") : match.end("it")].strip()
        headers.append(PostHeader(row, text, row, Mark(author, time, None, said=True, tools=True)))
    return headers


def is_sure(blocks: Sequence[Block], header: PostHeader) -> bool:
    """Whether the header has content that only posts have."""
    return header.mark.floor is not None or any(
        OURS.search(block.folded) for block in blocks[header.start : header.text]
    )


def is_classic(folded: str) -> bool:
    """Whether it is the first row of an old-style header."""
    return _CLASSIC.match(folded) is not None
