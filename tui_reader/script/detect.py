"""Which script a text is in, by the characters that only one of the two writes.

A character counts as simplified when OpenCC never keeps it in traditional text and Big5 does not hold it among its
common characters (群 床 峰 吃 are written on both shores); as traditional, when OpenCC never keeps it in simplified text
and GB 2312 does not hold it. So a stray 餵, a quotation, or a 台 in a Taiwan paper changes nothing.
"""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.script.dictionaries import table

ENOUGH_HAN = 20
"""Fewer Han characters say too little: a name or a tag is often written alike in both scripts."""

_BIG5_COMMON_END = 0xC67E
"""The last code of Big5's first level, the 5,401 characters of everyday Taiwan."""


_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Evidence(NamedTuple):
    """How many Han characters a text has, and how many of them only one script writes."""

    han: int
    hans: int
    hant: int


def script_of(text: str) -> Script:
    """`none` under 20 Han characters, else the script of most of the characters that only one script writes."""
    hans, hant = _telling()
    distinct = set(text)
    simplified, traditional = not hans.isdisjoint(distinct), not hant.isdisjoint(distinct)
    if simplified and traditional:
        simplified, traditional = _more(text, hans & distinct, hant & distinct)
    if simplified == traditional:
        return judged(evidence(text)) if simplified else "none"
    if len(_HAN.findall("".join(distinct))) < ENOUGH_HAN and len(_HAN.findall(text)) < ENOUGH_HAN:
        return "none"
    return "hans" if simplified else "hant"


def _more(text: str, hans: frozenset[str], hant: frozenset[str]) -> tuple[bool, bool]:
    """Which of the two is surely more, by counting the few only: a text quotes the other script at most. Both: unsure."""
    few, many = sorted((hans, hant), key=len)
    if sum(map(text.count, few)) >= len(many):
        return True, True
    return many is hans, many is hant


def judged(found: Evidence) -> Script:
    """The script that the evidence speaks for."""
    if found.han < ENOUGH_HAN or found.hans == found.hant:
        return "none"
    return "hans" if found.hans > found.hant else "hant"


def evidence(text: str) -> Evidence:
    """What `text` shows of its script, whatever its length."""
    hans, hant = _telling()
    counts = Counter(text)
    kinds = _HAN.findall("".join(counts)), hans.intersection(counts), hant.intersection(counts)
    return Evidence(*(sum(map(counts.__getitem__, kind)) for kind in kinds))


def is_han(character: str) -> bool:
    """Is it an ideograph (of any plane, compatibility forms and 〇 included)?"""
    return _HAN.match(character) is not None


def count_han(text: str) -> int:
    """How many ideographs there are in `text`."""
    return len(_HAN.findall(text))


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of simplified text alone, and those of traditional text alone."""
    simplified = (key for key, answers in table("STCharacters").items() if key not in answers)
    traditional = [key for key, answers in table("TSCharacters").items() if key not in answers]
    regional = [form for name in ("TWVariants", "HKVariants") for pair in table(name).items() for form in pair[1]]
    return (
        frozenset(character for character in simplified if not _common_in_taiwan(character)),
        frozenset(character for character in traditional + regional if not _in_gb2312(character)),
    )


def _common_in_taiwan(character: str) -> bool:
    try:
        return int.from_bytes(character.encode("big5"), "big") <= _BIG5_COMMON_END
    except UnicodeEncodeError:
        return False


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
