"""Keyword injection, undone: pieces of the title (and spam words behind them) that were scattered through sentences.

Copying farms cut a title into short pieces and drop them into the text one after the other, from the title's beginning
to its end, again and again. Honest text repeats words of its title too, but not in this way: here every piece stands
without its neighbours of the title, all come equally often, and their order is the title's, cycle after cycle.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui_reader.script.fold import fold

PIECE = 2
"""Characters of a piece; farms cut pairs."""
FEWEST_PIECES = 4
"""Different pieces in a cycle: three words of a title in its order happen by chance."""
FEWEST_HITS = 9
"""Pieces altogether: two cycles and the beginning of a third."""
MOST_HITS = 400
"""More lone pairs are words of a long text; farms put in a dozen or two."""
SPAM_REACH = 16
"""Characters behind a piece in which a spam word may stand."""
SPAM = [
    "jb",
    "大jb",
    "鸡巴",
    "喷浆",
    "喷水",
    "vodafonewi",
    "vodafonewifi",
    "毛片",
    "无码",
    "有码",
    "一区",
    "二区",
    "三区",
    "久久",
    "精品",
    "国产精品",
    "亚洲",
    "欧美",
    "成人",
    "av",
    "日韩",
    "黄色",
    "色情",
    "裸体",
    "做爱",
    "性爱",
    "高潮",
    "少妇",
    "人妻",
    "熟女",
    "乱伦",
    "免费视频",
    "在线观看",
    "高清视频",
    "福利视频",
    "激情",
    "三级片",
    "自拍",
    "偷拍",
    "麻豆",
    "蜜桃",
    "博彩",
    "赌场",
    "娱乐城",
    "彩票",
    "六合彩",
    "百家乐",
    "房卡",
    "外挂",
    "棋牌",
    "真人荷官",
]
"""What farms sell, folded. It counts only right behind a piece of a title, never alone."""

_HAN_PAIR = re.compile(rf"(?=([^\x00-\x7f]{{{PIECE}}}))")
_PAUSE = re.compile(r"[,。!?;:、\s“”\"'「」『』()《》\\\n]")


class Cut(NamedTuple):
    """A piece to take out of a text."""

    start: int
    end: int


def find_injected(title: str, body: str) -> list[Cut]:
    """What was put into `body` that does not belong there, in order; empty for honest text."""
    return find_in_folded(fold(title), fold(body))


def find_in_folded(title: str, folded: str) -> list[Cut]:
    """As find_injected, for a title and a body that are folded."""
    folded_title = "".join(title.split())
    hits = _lone_pieces(folded_title, folded)
    cycle = _cycle(folded_title, hits)
    if not cycle:
        return []
    cuts = []
    for place, piece in hits:
        if piece in cycle:
            end = place + PIECE
            cuts.append(Cut(place, _spam_end(folded, end)))
    return cuts


def without(text: str, cuts: Sequence[Cut]) -> str:
    """`text` with the pieces taken out."""
    kept, last = [], 0
    for cut in cuts:
        kept.append(text[last : cut.start])
        last = cut.end
    return "".join([*kept, text[last:]])


def _lone_pieces(title: str, body: str) -> list[tuple[int, str]]:
    """Where pairs of the title stand in the body without the title's neighbours around them."""
    found: list[tuple[int, str]] = []
    for match in _HAN_PAIR.finditer(title):
        start, piece = match.start(), match[1]
        if title.find(piece) != start:
            continue
        before, after = title[start - 1 : start], title[start + PIECE : start + PIECE + 1]
        place = body.find(piece)
        while place >= 0:
            neighbours = (
                body[place - 1 : place] == before != "",
                body[place + PIECE : place + PIECE + 1] == after != "",
            )
            if not any(neighbours):
                found.append((place, piece))
            place = body.find(piece, place + 1)
    return sorted(found)


def _cycle(title: str, hits: Sequence[tuple[int, str]]) -> frozenset[str]:
    """The pieces that come in the title's order again and again; empty if none do."""
    counts = Counter(piece for _, piece in hits)
    best: frozenset[str] = frozenset()
    most = FEWEST_HITS - 1
    for times in {count for count in counts.values() if count > 1}:
        pieces = {piece for piece, count in counts.items() if times <= count <= times + 1}
        kept = _in_order(title, [piece for _, piece in hits if piece in pieces])
        total = sum(counts[piece] for piece in kept)
        if len(kept) >= FEWEST_PIECES and total > most:
            best, most = kept, total
    return best


def _in_order(title: str, sequence: list[str]) -> frozenset[str]:
    """The largest set of pieces whose hits run through the title in order, found by leaving out the worst one by one."""
    if len(sequence) > MOST_HITS:
        return frozenset()
    while faults := _faults(title, sequence):
        ways = [
            (_faults(title, rest), piece, rest)
            for piece in sorted(set(sequence))
            if (rest := [p for p in sequence if p != piece])
        ]
        if not ways:
            return frozenset()
        fewest, _, sequence = min(ways, key=lambda way: way[:2])
        if fewest > faults:
            return frozenset()
    return frozenset(sequence)


def _faults(title: str, sequence: Sequence[str]) -> int:
    """How often a hit is not followed by the next piece of the title, the first again after the last."""
    order = sorted(set(sequence), key=title.find)
    following = dict(zip(order, [*order[1:], *order[:1]], strict=True))
    return sum(following[this] != after for this, after in pairwise(sequence))


@cache
def _spam() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, map(fold, SPAM)), key=len, reverse=True)))


def _spam_end(folded: str, end: int) -> int:
    """Where a spam word behind a piece ends; `end` itself where there is none."""
    pause = _PAUSE.search(folded, end, end + SPAM_REACH)
    reach = pause.start() if pause else end + SPAM_REACH
    found = list(_spam().finditer(folded, end, reach))
    return found[-1].end() if found else end
