"""Script detection by characters that occur in only one of the two scripts.

Simplified-only: OpenCC never keeps the character in traditional text, and it is not in Big5's common level (群 床 峰 吃
are used in both). Traditional-only: OpenCC never keeps it in simplified text, and it is not in GB 2312. A stray 餵, a
quotation, or a 台 in a Taiwanese newspaper therefore changes nothing.
"""

import re
from functools import cache
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.text.characters import PLANE
from tui_reader.text.han import ANY_HAN
from tui_reader.text.opencc_tables import table

ENOUGH_HAN = 20
"""Minimum Han characters: shorter texts (names, tags) are often identical in both scripts."""

_BIG5_COMMON_END = 0xC67E
"""Last code of Big5's first level: the 5,401 common characters."""


_IDEOGRAPH = re.compile(f"[\u3007{ANY_HAN}]")

_BEYOND_ASCII = re.compile("[^\0-\x7f]")


class Evidence(NamedTuple):
    """Number of Han characters, and how many of them occur only in simplified or only in traditional text."""

    han: int
    hans: int
    hant: int


def script_of(text: str) -> Script:
    """Script of `text`.

    Returns `none` under 20 Han characters or on a tie, else the script of most script-specific characters.
    """
    return script_of_evidence(evidence(text))


def script_of_evidence(found: Evidence) -> Script:
    """The script that the counts indicate."""
    if found.han < ENOUGH_HAN or found.hans == found.hant:
        return "none"
    return "hans" if found.hans > found.hant else "hant"


def evidence(text: str) -> Evidence:
    """Count the script-specific characters of a text of any length."""
    kinds = text.translate(_kind_table())
    if not kinds.isascii():
        kinds += "".join(map(_kind, _BEYOND_ASCII.findall(kinds)))
    return Evidence(*(sum(map(kinds.count, digits)) for digits in _DIGITS))


_HAN, _HANS, _HANT = 1, 2, 4
"""Bit flags of a character's kind, summed to one digit: Han, simplified-only, traditional-only."""

_DIGITS = ("1357", "2367", "4567")
"""For each flag the digits that contain it."""


def _kind(character: str) -> str:
    hans, hant = _exclusive_characters()
    return str(_HAN * is_han(character) + _HANS * (character in hans) + _HANT * (character in hant))


@cache
def _kind_table() -> list[int]:
    """Table for `str.translate`: the kind of each basic-plane character. Ten times as fast as testing each character."""
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
"""Ranges of `is_han` in the basic plane."""


def is_han(character: str) -> bool:
    """Whether the character is an ideograph: any plane, compatibility forms and 〇 included."""
    return _IDEOGRAPH.match(character) is not None


def count_han(text: str) -> int:
    return len(_IDEOGRAPH.findall(text))


@cache
def _exclusive_characters() -> tuple[frozenset[str], frozenset[str]]:
    """(simplified-only, traditional-only) characters."""
    simplified = (key for key, answers in table("STCharacters").items() if key not in answers)
    traditional = [key for key, answers in table("TSCharacters").items() if key not in answers]
    regional = [form for name in ("TWVariants", "HKVariants") for pair in table(name).items() for form in pair[1]]
    return (
        frozenset(character for character in simplified if not _common_in_taiwan(character)),
        frozenset(character for character in traditional + regional if not _in_gb2312(character)),
    )


def simplified_only() -> frozenset[str]:
    """Characters that never occur in traditional text; excludes 群, 床 and others of Big5's common level."""
    return _exclusive_characters()[0]


def traditional_only() -> frozenset[str]:
    """Excludes 著, 乾 and 瞭, which simplified text also has."""
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
