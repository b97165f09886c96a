"""Replies of one row each: PTT's signed rows (推 nick: text 02/24 21:40) and numbered ones (nick12樓text 02/24 21:40).

Mirrors print the number before (12F 推 nick: text) or after (… 02/24 21:40, 12F), or the parts of a row on separate lines.
Old rows end in an IP address instead of a time.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment

ENOUGH_FLOORS = 2
"""Minimum floors of a thread; a single 樓 may be part of an address."""
ENOUGH_UNDATED = 3
"""Minimum signed rows of a thread without times; a story may have one or two arrows."""
PARTS = 4
"""Maximum lines of a row's parts."""

_FROM = r"\d{1,3}\.(?:[\d*]{1,3}\.){2}[\d*]{1,3}"
_WHEN = r"(?:\d{2,4}[/-])?\d{1,2}[/-]\d{1,2}(?:,?\s\d{1,2}:\d{2}(?::\d{2})?)?"
_NICK = r"[A-Za-z][\w-]{1,19}"
_SIGNED = re.compile(
    rf"(?:(?P<first>\d{{1,5}})\s?[F樓楼][:：]?\s?)?(?P<sign>[推噓嘘→])\s?(?P<author>{_NICK}|[A-Za-z])\s?[:：]\s?(?P<text>.*?)"
    rf"(?:\s*(?:{_FROM}\s)?(?P<time>{_WHEN})|\s+{_FROM})?(?:[,，]?\s?(?:\#|B)?(?P<last>\d{{1,5}})\s?[F樓楼])?$"
)
_TIME = r"(?P<time>(?:\d{4}[/-])?\d{1,2}[/-]\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?)"
_FLOOR = re.compile(
    rf"(?P<author>[^\s:：，。#\[\]()（）【】第]{{1,20}}?)(?P<floor>\d{{1,6}})[樓楼](?P<text>.*?)\s{_TIME}$"
)
_FLOOR_SIGN = re.compile("[楼樓].*")
_FRONT = re.compile(
    rf"(?:[#B](?P<floor>\d{{1,5}})[:：.]?\s|(?P<number>\d{{1,5}})\s?[F樓楼][:：.]?\s?)(?P<author>{_NICK}|[^\s:：,，。]{{2,12}})\s?[:：]\s?(?P<text>.+?)"
    rf"(?:\s+{_TIME})?$"
)
_SIGNS = "推噓嘘→"
_NUMBER_SIGNS = frozenset("F樓楼")
_SIGN_AND_NICK = re.compile(r"[推嘘噓→]\s?[a-z]")
_NUMBERED = re.compile(r"\n(?:[#b]\d|\d{1,5}\s?[f楼樓])")
"""Folded text that pages with signed rows contain, and beginnings of numbered rows."""
_PART = re.compile(rf"[{_SIGNS}](?:\s?{_NICK})?\s?[:：]?$|\d{{1,5}}\s?F$")


def find_ptt_comments(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    signed = list(_signed(blocks)) if _SIGN_AND_NICK.search(lines.text) else []
    dated = any(reply.comment and reply.comment.time for reply in signed)
    if not dated and len(signed) < ENOUGH_UNDATED:
        signed = []
    taken = {index for reply in signed for index in reply.blocks}
    floors = [reply for reply in _floors(blocks, lines) if reply.start not in taken]
    floors = floors or ([] if signed else _numbered(blocks, lines))
    return sorted([*signed, *floors], key=lambda reply: reply.start)


def _signed(blocks: Sequence[Block]) -> Iterator[Reply]:
    skip = -1
    for index, block in enumerate(blocks):
        first = block.text[0]
        numbered = first.isdigit() and not _NUMBER_SIGNS.isdisjoint(block.text[:10])
        if index <= skip or not (first in _SIGNS or numbered):
            continue
        row, count = block.text, 1
        if _PART.match(row):
            row, count = _joined(blocks, index)
        match = _SIGNED.match(row)
        if match:
            yield Reply(index, index + count, _comment(match), row=True)
            skip = index + count - 1


def _joined(blocks: Sequence[Block], start: int) -> tuple[str, int]:
    """A row whose parts are on separate lines, up to its time."""
    row = blocks[start].text
    for count in range(2, PARTS + 2):
        if start + count > len(blocks):
            break
        row += " " + blocks[start + count - 1].text
        match = _SIGNED.match(row)
        if match and match["time"]:
            return row, count
    return blocks[start].text, 1


def _comment(match: re.Match[str]) -> Comment:
    sign = "噓" if match["sign"] == "嘘" else match["sign"]
    floor = match["first"] or match["last"]
    return Comment(match["text"], match["author"], match["time"], sign, int(floor) if floor else None)


def _floors(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    """Rows with the number after the nick. Nicks may end in digits: the floor must follow the previous one."""
    found: list[Reply] = []
    expected = 1
    for index in lines.having(_FLOOR_SIGN):
        match = _FLOOR.match(blocks[index].text)
        if match is None:
            continue
        digits = match["floor"]
        cut = len(digits) - len(str(expected)) if digits.endswith(str(expected)) else 0
        floor = int(digits[cut:])
        author = (match["author"] + digits[:cut]) or None
        said = Comment(match["text"].strip(), author, match["time"], None, floor)
        found.append(Reply(index, index + 1, said, row=True))
        expected = floor + 1
    return found if len(found) >= ENOUGH_FLOORS else []


def _numbered(blocks: Sequence[Block], lines: Lines) -> list[Reply]:
    """Rows with the number in front (B3 nick：text), counting up; numbered lines of a story have no nick."""
    said = {
        index: Comment(
            match["text"].strip(), match["author"], match["time"], None, int(match["floor"] or match["number"])
        )
        for index in lines.having(_NUMBERED)
        if (match := _FRONT.match(blocks[index].text))
    }
    floors = [comment.floor or 0 for comment in said.values()]
    rising = all(0 < after - before <= 3 for before, after in pairwise(floors))
    if len(said) < ENOUGH_FLOORS or not rising:
        return []
    return [Reply(index, index + 1, comment, row=True) for index, comment in said.items()]
