"""Keyword injection, undone: pieces of the title (and spam words behind them) that were scattered through sentences.

Copying farms cut a title into short pieces and drop them into the text one after the other, from the title's beginning
to its end, again and again. Honest text repeats words of its title too, but not in this way: here every piece stands
without its neighbours of the title, all come equally often, and their order is the title's, cycle after cycle.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui_reader.text.fold import fold

PIECES = (2, 3)
"""Characters of a piece, the shortest first; most farms cut pairs."""
FEWEST_FREE = 3
"""Spam phrases in as many sentences that were put in without pieces of the title; one or two are the story's own."""
FEWEST_PIECES = 4
"""Different pieces in a cycle: three words of a title in its order happen by chance."""
TWICE = 2
"""What comes less often makes no cycle."""
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
STRONG = [
    "一区二区三区",
    "一区二区",
    "国产精品久久",
    "久久精品",
    "亚洲欧美",
    "无码av",
    "av无码",
    "av在线",
    "成人av",
    "免费毛片",
    "大jb",
    "人妻少妇",
    "少妇人妻",
    "在线观看免费",
    "vodafonewifi",
    "vodafonewi",
]
"""Phrases, folded, that no story has in the middle of three sentences, not even one about those who sell them."""

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
    pairs = _pairs(folded_title, folded)
    for size in PIECES:
        hits = _lone_pieces(folded_title, folded, size, pairs)
        cycle = _cycle(folded_title, hits)
        if cycle:
            return [Cut(place, _spam_end(folded, place + size)) for place, piece in hits if piece in cycle]
    return _free_standing(folded_title, folded)


def _free_standing(title: str, body: str) -> list[Cut]:
    """Spam phrases dropped into sentences, again and again, with no pause around them."""
    if not any(phrase in body for phrase in STRONG):
        return []
    hits = list(_strong().finditer(body))
    if len(hits) < FEWEST_FREE or _strong().search(title):
        return []
    inside = [hit for hit in hits if _is_inside(body, hit)]
    sentences = {body.count("。", 0, hit.start()) for hit in inside}
    if len(inside) * 4 < len(hits) * 3 or len(sentences) < FEWEST_FREE:
        return []
    return [Cut(*hit.span()) for hit in inside]


def _is_inside(body: str, hit: re.Match[str]) -> bool:
    """Does a hit stand in the middle of a clause?"""
    around = body[max(0, hit.start() - 1) : hit.start()] + body[hit.end() : hit.end() + 1]
    return len(around) == 2 and not _PAUSE.search(around)


def without(text: str, cuts: Sequence[Cut]) -> str:
    """`text` with the pieces taken out."""
    kept, last = [], 0
    for cut in cuts:
        kept.append(text[last : cut.start])
        last = cut.end
    return "".join([*kept, text[last:]])


def _pairs(title: str, body: str) -> dict[str, list[int]]:
    """Where each pair of the title's characters stands in the body; pieces of any size are looked for there only."""
    pairs: dict[str, list[int]] = {}
    for match in _runs_of(PIECES[0]).finditer(title):
        pairs[match[1]] = places = []
        place = body.find(match[1])
        while place >= 0:
            places.append(place)
            place = body.find(match[1], place + 1)
    return pairs


def _lone_pieces(title: str, body: str, size: int, pairs: Mapping[str, list[int]]) -> list[tuple[int, str]]:
    """Where pieces of the title stand in the body without the title's neighbours around them."""
    found: list[tuple[int, str]] = []
    for match in _runs_of(size).finditer(title):
        start, piece = match.start(), match[1]
        places = pairs[piece[: PIECES[0]]]
        if len(places) < TWICE or title.find(piece) != start:
            continue
        before, after = title[start - 1 : start], title[start + size : start + size + 1]
        for place in places:
            if not body.startswith(piece, place):
                continue
            neighbours = (
                body[place - 1 : place] == before != "",
                body[place + size : place + size + 1] == after != "",
            )
            if not any(neighbours):
                found.append((place, piece))
    return sorted(found)


@cache
def _runs_of(size: int) -> re.Pattern[str]:
    """Every run of `size` characters beyond ASCII, overlapping."""
    return re.compile(rf"(?=([^\x00-\x7f]{{{size}}}))")


def _cycle(title: str, hits: Sequence[tuple[int, str]]) -> frozenset[str]:
    """The pieces that come in the title's order again and again; empty if none do."""
    counts = Counter(piece for _, piece in hits)
    best: frozenset[str] = frozenset()
    most = FEWEST_HITS - 1
    for times in {count for count in counts.values() if count > 1}:
        pieces = {piece for piece, count in counts.items() if times <= count <= times + 1}
        if len(pieces) < FEWEST_PIECES or sum(counts[piece] for piece in pieces) <= most:
            continue  # leaving some out makes it no more
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


@cache
def _strong() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(map(re.escape, map(fold, STRONG)), key=len, reverse=True)) + ")+")


def _spam_end(folded: str, end: int) -> int:
    """Where a spam word behind a piece ends; `end` itself where there is none."""
    pause = _PAUSE.search(folded, end, end + SPAM_REACH)
    reach = pause.start() if pause else end + SPAM_REACH
    found = list(_spam().finditer(folded, end, reach))
    return found[-1].end() if found else end
