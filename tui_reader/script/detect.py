"""Which script a text is in, by the characters that only one of the two writes.

A character counts as simplified when OpenCC never keeps it in traditional text and Big5 does not hold it among its
common characters (群 床 峰 吃 are written on both shores); as traditional, when OpenCC never keeps it in simplified text
and GB 2312 does not hold it. So a stray 餵, a quotation, or a 台 in a Taiwan paper changes nothing.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.script.dictionaries import table

ENOUGH_HAN = 20
"""Fewer Han characters say too little: a name or a tag is often written alike in both scripts."""

_BIG5_COMMON_END = 0xC67E
"""The last code of Big5's first level, the 5,401 characters of everyday Taiwan."""


_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Evidence(NamedTuple):
    """How many Han characters a text has, and how many of them only one script writes."""

    han: int
    hans: int
    hant: int


def script_of(text: str) -> Script:
    """`none` under 20 Han characters, else the script of most of the characters that only one script writes."""
    hans, hant = _telling_in(text)
    simplified, traditional = hans.search(text) is not None, hant.search(text) is not None
    if simplified and traditional:
        return judged(evidence(text))
    if not (simplified or traditional) or not _is_enough(text):
        return "none"
    return "hans" if simplified else "hant"


def _is_enough(text: str) -> bool:
    """Has it ENOUGH_HAN characters? Nobody counts the others."""
    return sum(1 for _ in islice(_HAN.finditer(text), ENOUGH_HAN)) == ENOUGH_HAN


def judged(found: Evidence) -> Script:
    """The script that the evidence speaks for."""
    if found.han < ENOUGH_HAN or found.hans == found.hant:
        return "none"
    return "hans" if found.hans > found.hant else "hant"


def evidence(text: str) -> Evidence:
    """What `text` shows of its script, whatever its length."""
    return Evidence(*(len(kind.findall(text)) for kind in (_HAN, *_telling_in(text))))


def is_han(character: str) -> bool:
    """Is it an ideograph (of any plane, compatibility forms and 〇 included)?"""
    return _HAN.match(character) is not None


def count_han(text: str) -> int:
    """How many ideographs there are in `text`."""
    return len(_HAN.findall(text))


def _telling_in(text: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A character of simplified text alone, and one of traditional text alone, as far as `text` may have them."""
    return _telling("\U0010ffff" if _BEYOND.search(text) else "\uffff")


@cache
def _telling(last: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """As above, up to the character `last`: a pattern compares those beyond U+FFFF one by one, and few texts have any."""
    simplified = (key for key, answers in table("STCharacters").items() if key not in answers)
    traditional = [key for key, answers in table("TSCharacters").items() if key not in answers]
    regional = [form for name in ("TWVariants", "HKVariants") for pair in table(name).items() for form in pair[1]]
    return (
        _one_of(character for character in simplified if character <= last and not _common_in_taiwan(character)),
        _one_of(character for character in traditional + regional if character <= last and not _in_gb2312(character)),
    )


def _one_of(characters: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the characters: it passes over a text ten times as fast as a set can be asked."""
    return re.compile(f"[{''.join(characters)}]")


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
