"""Which script a text is in, by the characters that only one of the two writes.

A character counts as simplified when OpenCC never keeps it in traditional text and Big5 does not hold it among its
common characters (群 床 峰 吃 are written on both shores); as traditional, when OpenCC never keeps it in simplified text
and GB 2312 does not hold it. So a stray 餵, a quotation, or a 台 in a Taiwan paper changes nothing.
"""

import re
from functools import cache
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.text.characters import PLANE
from tui_reader.text.opencc_tables import table

ENOUGH_HAN = 20
"""Fewer Han characters say too little: a name or a tag is often written alike in both scripts."""

_BIG5_COMMON_END = 0xC67E
"""The last code of Big5's first level, the 5,401 characters of everyday Taiwan."""


_IDEOGRAPH = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_BEYOND_ASCII = re.compile("[^\0-\x7f]")


class Evidence(NamedTuple):
    """How many Han characters a text has, and how many of them only one script writes."""

    han: int
    hans: int
    hant: int


def script_of(text: str) -> Script:
    """`none` under 20 Han characters, else the script of most of the characters that only one script writes."""
    return script_of_evidence(evidence(text))


def script_of_evidence(found: Evidence) -> Script:
    """The script that the evidence speaks for."""
    if found.han < ENOUGH_HAN or found.hans == found.hant:
        return "none"
    return "hans" if found.hans > found.hant else "hant"


def evidence(text: str) -> Evidence:
    """What `text` shows of its script, whatever its length."""
    kinds = text.translate(_kind_table())
    if not kinds.isascii():
        kinds += "".join(map(_kind, _BEYOND_ASCII.findall(kinds)))
    return Evidence(*(sum(map(kinds.count, digits)) for digits in _DIGITS))


_HAN, _HANS, _HANT = 1, 2, 4
"""What a character is, added up to one digit: a Han character or none, and of which script alone."""

_DIGITS = ("1357", "2367", "4567")
"""The digits that hold each of these."""


def _kind(character: str) -> str:
    hans, hant = _exclusive_characters()
    return str(_HAN * is_han(character) + _HANS * (character in hans) + _HANT * (character in hant))


@cache
def _kind_table() -> list[int]:
    """For `str.translate`, the kind of each character of the first plane: ten times as fast as asking each of them."""
    hans, hant = _exclusive_characters()
    kinds = [ord("0")] * PLANE
    for start, end in _HAN_RANGES:
        kinds[start : end + 1] = [ord("0") + _HAN] * (end + 1 - start)
    for characters, bit in ((hans, _HANS), (hant, _HANT)):
        for code in map(ord, characters):
            if code < PLANE:
                kinds[code] += bit
    return kinds


_HAN_RANGES = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x3007, 0x3007), (0xF900, 0xFAFF))
"""Of the first plane: see `is_han`."""


def is_han(character: str) -> bool:
    """Is it an ideograph (of any plane, compatibility forms and 〇 included)?"""
    return _IDEOGRAPH.match(character) is not None


def count_han(text: str) -> int:
    """How many ideographs there are in `text`."""
    return len(_IDEOGRAPH.findall(text))


@cache
def _exclusive_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of simplified text alone, and those of traditional text alone."""
    simplified = (key for key, answers in table("STCharacters").items() if key not in answers)
    traditional = [key for key, answers in table("TSCharacters").items() if key not in answers]
    regional = [form for name in ("TWVariants", "HKVariants") for pair in table(name).items() for form in pair[1]]
    return (
        frozenset(character for character in simplified if not _common_in_taiwan(character)),
        frozenset(character for character in traditional + regional if not _in_gb2312(character)),
    )


def simplified_only() -> frozenset[str]:
    """The characters that traditional text never writes."""
    return _exclusive_characters()[0]


def traditional_only() -> frozenset[str]:
    """The characters that simplified text never writes: not 著, 乾 or 瞭, which it does."""
    return _exclusive_characters()[1]


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
