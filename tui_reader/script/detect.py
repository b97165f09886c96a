"""Which script a text is in, by the characters that only one of the two writes.

A character counts as simplified when OpenCC never keeps it in traditional text and Big5 does not hold it among its
common characters (群 床 峰 吃 are written on both shores); as traditional, when OpenCC never keeps it in simplified text
and GB 2312 does not hold it. So a stray 餵, a quotation, or a 台 in a Taiwan paper changes nothing.
"""

from collections import Counter
from functools import cache
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.script.dictionaries import table

ENOUGH_HAN = 20
"""Fewer Han characters say too little: a name or a tag is often written alike in both scripts."""

_BIG5_COMMON_END = 0xC67E
"""The last code of Big5's first level, the 5,401 characters of everyday Taiwan."""


class Evidence(NamedTuple):
    """How many Han characters a text has, and how many of them only one script writes."""

    han: int
    hans: int
    hant: int


def script_of(text: str) -> Script:
    """`none` under 20 Han characters, else the script of most of the characters that only one script writes."""
    return judged(evidence(text))


def judged(found: Evidence) -> Script:
    """The script that the evidence speaks for."""
    if found.han < ENOUGH_HAN or found.hans == found.hant:
        return "none"
    return "hans" if found.hans > found.hant else "hant"


def evidence(text: str) -> Evidence:
    """What `text` shows of its script, whatever its length."""
    hans, hant = _telling()
    counts = Counter(text)
    return Evidence(
        sum(count for character, count in counts.items() if is_han(character)),
        sum(map(counts.__getitem__, hans.intersection(counts))),
        sum(map(counts.__getitem__, hant.intersection(counts))),
    )


def is_han(character: str) -> bool:
    """Is it an ideograph (of any plane, compatibility forms and 〇 included)?"""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "\u3007"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


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
