"""The cue phrases of phrases.py, made ready: which family, if any, a block belongs to."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.phrases import FAMILIES, LIST_HEADS, LIST_TAILS, NAVIGATION, Family
from tui_reader.text.fold import fold

_TRIM = " :>»›<·.…|[]()【】+-*#/!?。,0123456789•‧●■→_~=&\"'"
"""What stands around the words of a row without changing what it is: counters, arrows, bullets."""
CUE_LINE = 90
"""Longer lines are not judged by a phrase somewhere inside them: sentences may talk about copyright."""
CUE_MOST = 360
"""No phrase is looked for in lines beyond that; they are paragraphs."""
LIST_HEAD_MOST = 14
"""Characters of a line that heads a list of other articles; longer ones are headlines."""
START_LINE = 60
"""A line that begins with a cue and is longer than this may be a sentence that merely begins so."""


class _Ready(NamedTuple):
    """The phrases as tables and patterns.

    `openers`, `beginnings` and `head_openers` are characters that a line must show for the pattern beside them to match at
    all; `somewhere` finds a place, `inside` tells there whose phrase it is; `headed` finds the two words of `head`.
    """

    whole: dict[str, Family]
    start: re.Pattern[str]
    openers: frozenset[str]
    beginnings: frozenset[str]
    inside: re.Pattern[str]
    somewhere: re.Pattern[str]
    navigation: frozenset[str]
    head: re.Pattern[str]
    headed: re.Pattern[str]
    head_openers: frozenset[str]


LIST_HEAD = Family("list_head", "dropped", "the head of a list of other articles", "soft")
HEAD_LATE = 5
"""Characters that may stand before the word that makes a line the head of a list."""
_LEAD = r"\[(【·•*"
"""Brackets and bullets before a cue at the start of a line, as a character class."""
_BLANKS = " \t\xa0\u3000"
BEGINNING = 2
"""Characters of a phrase that tell lines that may begin with it from nearly all others."""
_PAUSES = ",。!?:"
"""What does not stand inside the head of a list."""
SPOKEN = 40
"""A line longer than this with a full stop in it is a sentence about the matter, unless its family speaks in sentences."""


def cue(folded: str) -> Family | None:
    """The family of a folded block, which is not empty."""
    ready = _ready()
    size = len(folded)
    if size > CUE_MOST:
        return None
    if size <= START_LINE:
        key = folded.strip(_TRIM)
        family = ready.whole.get(key or folded)
        if family is not None:
            return family
        may_head = (
            len(key) <= LIST_HEAD_MOST + 4
            and not _is_sentence(folded, 0)
            and not ready.head_openers.isdisjoint(key[: HEAD_LATE + 1])
        )
        if may_head and ready.head.match(key):
            return LIST_HEAD
    if folded[0] in ready.openers:
        begun = ready.start.match(folded)
        family = _at_the_start(folded, begun) if begun else None
        if family is not None:
            return family
    if size > CUE_LINE and "。" in folded:
        return None
    place = ready.somewhere.search(folded)
    return _inside(folded, ready.inside.match(folded, place.start())) if place else None


def _at_the_start(folded: str, found: re.Match[str]) -> Family | None:
    family = FAMILIES[(found.lastindex or 1) - 1]
    if family.name not in _INSTRUCTIONS and _is_sentence(folded, found.end()):
        return None
    fits = len(folded) <= START_LINE or family.stop == "hard" or "。" not in folded or family.name in _SENTENCES
    return family if fits else None


def _inside(folded: str, found: re.Match[str] | None) -> Family | None:
    if found is None:
        return None
    family = FAMILIES[(found.lastindex or 1) - 1]
    if "。" in folded and family.name not in _INSTRUCTIONS and _is_sentence(folded, 0):
        return None
    if "。" in folded:
        short = len(folded) <= SPOKEN and family.stop != "hard"
        return family if short or _is_our_own(folded, family) else None
    return family if len(folded) <= CUE_LINE or family.name in _LONG else None


def _is_sentence(folded: str, end: int) -> bool:
    """Does a row go on behind a phrase, which ends at `end`, as a sentence of the story? A label has a colon, a space or
    nothing behind it; what the site says of itself names itself, or asks its reader to do something.
    """
    rest = folded[end:]
    if len(rest) < SENTENCE or not rest[0].isalpha() or rest.rstrip("\"'”’」』)")[-1:] not in _FULL_STOPS:
        return False
    return _OURS.search(folded) is None and _ASKS.search(folded) is None


def _is_our_own(folded: str, family: Family) -> bool:
    """Does a whole sentence speak of this very page, and not of the world, where rights are fought over too?"""
    return len(folded) <= CUE_LINE and family.name in _LONG and _OURS.search(folded) is not None


def rows_with_phrases(rows: Sequence[str], short: Lines) -> list[int]:
    """The rows that show a sign of a phrase: no others have a family.

    `short`: the rows, those longer than CUE_LINE left empty.
    """
    ready = _ready()
    beginnings, whole = ready.beginnings, ready.whole
    signs = {*short.having(ready.somewhere), *short.having(ready.headed)}
    signs.update(
        [
            index
            for index, row in enumerate(rows)
            if row[:BEGINNING] in beginnings or row[0] in beginnings or (row.strip(_TRIM) or row) in whole
        ]
    )
    signs.update([index for index, row in enumerate(rows) if CUE_LINE < len(row) <= CUE_MOST and "。" not in row])
    return sorted(signs)


def is_menu_word(folded: str) -> bool:
    """Is it a word that stands alone in every menu?"""
    return folded.strip(_TRIM) in _ready().navigation


SENTENCE = 8
"""Characters behind a phrase that make a sentence with it."""
_FULL_STOPS = frozenset("。!?…")
_INSTRUCTIONS = frozenset({"notice", "hotline", "credit_line", "waiting", "post"})
"""Families whose phrases are never the beginning of a story's sentence."""
_ASKS = re.compile(
    r"转载|版权|侵权|授权|本文|原文|责任自负|请(?:勿|注明|联系|点击|关注|扫|登录|订阅|分享)|点击|关注|订阅|扫(?:一扫|描|码关)|二维码|公众号|客户端|下载|微信|app|https?:|www\.|@"
)
_SENTENCES = frozenset({"hotline", "credit_line", "notice"})
"""Families whose rows may be whole sentences."""

_OURS = re.compile(r"本(?:站|网|报|刊|社|平台|公司|内容|新闻|页|区域|文章|台)|©|copyright|all rights|icp|浏览器|您")
"""How a site speaks of itself and to its reader."""
_LONG = frozenset({"legal", "notice", "replies"})
"""Families whose long rows are told by a phrase inside them."""


@cache
def _ready() -> _Ready:
    whole = {
        fold(phrase).strip(_TRIM) or fold(phrase): family for family in reversed(FAMILIES) for phrase in family.whole
    }
    begin = [fold(phrase) for family in FAMILIES for phrase in family.start]
    within = (phrase for family in FAMILIES for phrase in family.inside)
    between = f"[^{_PAUSES}]"
    return _Ready(
        whole,
        re.compile(rf"[\s{_LEAD}]*(?:{_groups(family.start for family in FAMILIES)})"),
        frozenset(phrase[0] for phrase in begin) | frozenset(_LEAD + _BLANKS),
        frozenset(phrase[:BEGINNING] for phrase in begin) | frozenset(_LEAD + _BLANKS),
        re.compile(_groups(family.inside for family in FAMILIES)),
        re.compile(_by_opener(within)),
        frozenset(map(fold, NAVIGATION)),
        re.compile(
            f"{between}{{0,{HEAD_LATE}}}(?:{_any(LIST_HEADS)}){between}{{0,4}}(?:{_any(LIST_TAILS)})(?:\\s?[a-z]+)?$"
        ),
        re.compile(f"(?:{_by_opener(LIST_HEADS)})[^{_PAUSES}\n]{{0,4}}(?:{_by_opener(LIST_TAILS)})"),
        frozenset(fold(word)[0] for word in LIST_HEADS),
    )


def pattern_of(phrase: str) -> re.Pattern[str]:
    """What finds one phrase somewhere in a folded line."""
    return re.compile(_pattern(phrase))


def forget() -> None:
    """Make the tables anew when they are next needed: the families of phrases have changed."""
    _ready.cache_clear()


def _any(words: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(re.escape(fold(word)) for word in words))


def _groups(families: Iterable[tuple[str, ...]]) -> str:
    """One group a family, so that the number of the group tells the family."""
    return "|".join(f"({'|'.join(map(_pattern, phrases)) or '(?!)'})" for phrases in families)


def _by_opener(phrases: Iterable[str]) -> str:
    """One branch a first character: where it does not fit, the search passes on without trying all phrases."""
    branches: dict[str, list[str]] = {}
    for pattern in dict.fromkeys(map(_pattern, phrases)):
        opener = pattern[:2] if pattern.startswith("\\") else pattern[:1]
        branches.setdefault(opener, []).append(pattern.removeprefix(opener))
    return "|".join(f"{opener}(?:{'|'.join(rests)})" for opener, rests in branches.items())


def _pattern(phrase: str) -> str:
    return ".{0,8}".join(re.escape(part) for part in fold(phrase).split("…"))
