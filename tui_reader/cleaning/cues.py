"""The cue phrases of phrases.py, made ready: which family, if any, a block belongs to."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui_reader.cleaning.phrases import FAMILIES, LIST_HEADS, LIST_TAILS, NAVIGATION, Family
from tui_reader.cleaning.rules import CUE_LINE, LIST_HEAD_MOST
from tui_reader.script.fold import fold

_TRIM = " :>»›<·.…|[]()【】+-*#/!?。,0123456789•‧●■→_~=&\"'"
"""What stands around the words of a row without changing what it is: counters, arrows, bullets."""
START_LINE = 60
"""A line that begins with a cue and is longer than this may be a sentence that merely begins so."""


class _Ready(NamedTuple):
    whole: dict[str, Family]
    start: re.Pattern[str]
    inside: re.Pattern[str]
    navigation: frozenset[str]
    head: re.Pattern[str]


LIST_HEAD = Family("list_head", "dropped", "the head of a list of other articles", "soft")
SPOKEN = 40
"""A line longer than this with a full stop in it is a sentence about the matter, unless its family speaks in sentences."""


def cue(folded: str) -> Family | None:
    """The family of a folded block."""
    size = len(folded)
    family = _as_a_whole(folded) if size <= START_LINE else None
    if family is not None or size > CUE_LINE * 4:
        return family
    return _at_the_start(folded) or _inside(folded)


def _as_a_whole(folded: str) -> Family | None:
    ready = _ready()
    key = folded.strip(_TRIM)
    family = ready.whole.get(key) or ready.whole.get(folded)
    if family is None and len(key) <= LIST_HEAD_MOST + 4 and ready.head.match(key):
        return LIST_HEAD
    return family


def _at_the_start(folded: str) -> Family | None:
    found = _ready().start.match(folded)
    if found is None:
        return None
    family = FAMILIES[(found.lastindex or 1) - 1]
    fits = len(folded) <= START_LINE or family.stop == "hard" or "。" not in folded or family.name in _SENTENCES
    return family if fits else None


def _inside(folded: str) -> Family | None:
    found = _ready().inside.search(folded)
    if found is None:
        return None
    family = FAMILIES[(found.lastindex or 1) - 1]
    if "。" in folded:
        short = len(folded) <= SPOKEN and family.stop != "hard"
        return family if short or _is_our_own(folded, family) else None
    return family if len(folded) <= CUE_LINE or family.name in _LONG else None


def _is_our_own(folded: str, family: Family) -> bool:
    """Does a whole sentence speak of this very page, and not of the world, where rights are fought over too?"""
    return len(folded) <= CUE_LINE and family.name in _LONG and _OURS.search(folded) is not None


def is_menu_word(folded: str) -> bool:
    """Is it a word that stands alone in every menu?"""
    return folded.strip(_TRIM) in _ready().navigation


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
    return _Ready(
        whole,
        re.compile(r"[\s\[(【·•*]*(?:" + _groups(family.start for family in FAMILIES) + ")"),
        re.compile(_groups(family.inside for family in FAMILIES)),
        frozenset(map(fold, NAVIGATION)),
        re.compile(f"[^,。!?:]{{0,5}}(?:{_any(LIST_HEADS)})[^,。!?:]{{0,4}}(?:{_any(LIST_TAILS)})(?:\\s?[a-z]+)?$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(re.escape(fold(word)) for word in words))


def _groups(families: Iterable[tuple[str, ...]]) -> str:
    """One group a family, so that the number of the group tells the family."""
    return "|".join(f"({'|'.join(map(_pattern, phrases)) or '(?!)'})" for phrases in families)


def _pattern(phrase: str) -> str:
    return ".{0,8}".join(re.escape(part) for part in fold(phrase).split("…"))
