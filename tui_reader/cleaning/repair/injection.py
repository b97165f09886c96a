"""Removes keyword injection: title fragments (and spam words after them) scattered through sentences.

Content farms cut a title into short pieces and insert them into the text in order, repeatedly. Normal text repeats
title words too, but here every piece lacks its title neighbours, all are equally frequent, and they follow the title's order
cycle after cycle.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui_reader.text.fold import fold

PIECES = (2, 3)
"""Piece sizes in characters, shortest first; most farms use pairs."""
FEWEST_FREE = 3
"""Minimum spam phrases inserted into sentences without title pieces."""
FEWEST_PIECES = 4
"""Minimum distinct pieces of a cycle: three words in title order happen by chance."""
TWICE = 2
"""Minimum repetitions of a cycle."""
FEWEST_HITS = 9
"""Minimum pieces: two cycles and the beginning of a third."""
MOST_HITS = 400
"""Maximum pieces: more lone pairs are words of a long text."""
SPAM_REACH = 16
"""Characters after a piece searched for a spam word."""
SPAM = [
    "jb",
    "大jb",
    "鸡巴",
    "喷浆",
    "喷水",
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
"""Folded words of the trades that buy such pages (pornography, gambling); they count only directly after a title piece, and
with everything between."""
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
]
"""Folded phrases of these trades; no story has them in the middle of three sentences."""

_PAUSE = re.compile(r"[,。!?;:、\s“”\"'「」『』()《》\\\n]")


class Cut(NamedTuple):
    """A piece to remove from a text."""

    start: int
    end: int


def find_injected(title: str, body: str) -> list[Cut]:
    """Injected pieces of `body`, in order; empty for normal text."""
    return find_in_folded(fold(title), fold(body))


def find_in_folded(title: str, folded: str) -> list[Cut]:
    """Same as `find_injected` for folded title and body."""
    folded_title = "".join(title.split())
    pairs = _pairs(folded_title, folded)
    for size in PIECES:
        hits = _lone_pieces(folded_title, folded, size, pairs)
        cycle = _cycle(folded_title, hits)
        if cycle:
            return [Cut(place, _spam_end(folded, place + size)) for place, piece in hits if piece in cycle]
    return _free_standing(folded_title, folded)


def _free_standing(title: str, body: str) -> list[Cut]:
    """Spam phrases repeatedly inserted into sentences without surrounding punctuation."""
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
    """Whether a match is in the middle of a clause."""
    around = body[max(0, hit.start() - 1) : hit.start()] + body[hit.end() : hit.end() + 1]
    return len(around) == 2 and not _PAUSE.search(around)


def without(text: str, cuts: Sequence[Cut]) -> str:
    """`text` without the cut pieces, which are in order and do not overlap."""
    kept, last = [], 0
    for cut in cuts:
        kept.append(text[last : cut.start])
        last = cut.end
    return "".join([*kept, text[last:]])


def _pairs(title: str, body: str) -> dict[str, list[int]]:
    """Positions in the body of each character pair of the title; larger pieces are searched only there."""
    pairs: dict[str, list[int]] = {}
    for match in _runs_of(PIECES[0]).finditer(title):
        pairs[match[1]] = places = []
        place = body.find(match[1])
        while place >= 0:
            places.append(place)
            place = body.find(match[1], place + 1)
    return pairs


def _lone_pieces(title: str, body: str, size: int, pairs: Mapping[str, list[int]]) -> list[tuple[int, str]]:
    """Positions of title pieces without their title neighbours."""
    found: list[tuple[int, str]] = []
    for match in _runs_of(size).finditer(title):
        start, piece = match.start(), match[1]
        places = pairs[piece[: PIECES[0]]]
        if len(places) < TWICE or title.find(piece) != start:
            continue
        before, after = title[start - 1 : start], title[start + size : start + size + 1]
        found += [
            (place, piece)
            for place in places
            if body.startswith(piece, place)
            and not (body[place - 1 : place] == before != "" or body[place + size : place + size + 1] == after != "")
        ]
    return sorted(found)


@cache
def _runs_of(size: int) -> re.Pattern[str]:
    """Overlapping runs of `size` non-ASCII characters."""
    return re.compile(rf"(?=([^\x00-\x7f]{{{size}}}))")


def _cycle(title: str, hits: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Pieces that repeat in title order; empty if none."""
    if len(hits) < FEWEST_HITS:
        return frozenset()
    counts = Counter(piece for _, piece in hits)
    best: frozenset[str] = frozenset()
    most = FEWEST_HITS - 1
    for times in {count for count in counts.values() if count > 1}:
        pieces = {piece for piece, count in counts.items() if times <= count <= times + 1}
        if len(pieces) < FEWEST_PIECES or sum(counts[piece] for piece in pieces) <= most:
            continue  # a subset has no more matches
        kept = _in_order(title, [piece for _, piece in hits if piece in pieces])
        total = sum(counts[piece] for piece in kept)
        if len(kept) >= FEWEST_PIECES and total > most:
            best, most = kept, total
    return best


def _in_order(title: str, sequence: list[str]) -> frozenset[str]:
    """The largest set of pieces whose matches follow the title order, found by removing the worst one repeatedly."""
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
    """Number of matches not followed by the next piece of the title (cyclically)."""
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
    """End of a spam word after a piece; `end` if there is none."""
    pause = _PAUSE.search(folded, end, end + SPAM_REACH)
    reach = pause.start() if pause else end + SPAM_REACH
    found = list(_spam().finditer(folded, end, reach))
    return found[-1].end() if found else end
