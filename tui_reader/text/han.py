"""Ranges of Han characters and kana, as the inside of a character class of `re`: `re.compile(f"[{HAN}]")`.

By the Unicode blocks. A class with characters beyond the first plane is slower by a multiple on text that has some, so
patterns for everyday text take `HAN`.
"""

from typing import Final

FIRST, LAST = "\u4e00", "\u9fff"
"""The ends of the block of CJK Unified Ideographs."""

UNIFIED: Final = f"{FIRST}-{LAST}"
"""CJK Unified Ideographs alone: a text read by a wrong encoding has the rare ones of Extension A."""

HAN: Final = f"\u3400-\u4dbf{UNIFIED}"
"""CJK Unified Ideographs and Extension A: what texts are written in."""

COMPATIBILITY: Final = "\uf900-\ufaff"
"""CJK Compatibility Ideographs."""

SUPPLEMENTARY: Final = "\U00020000-\U0003ffff"
"""The ideographic planes: Extensions B and later, and what is kept for more of them."""

ANY_HAN: Final = f"{HAN}{COMPATIBILITY}{SUPPLEMENTARY}"
"""Every Han character."""

ITERATION: Final = "\u3005-\u3007"
"""々, 〆 and 〇, which stand in words as Han characters do."""

HIRAGANA: Final = "\u3041-\u3096"

KATAKANA: Final = "\u30a1-\u30fa"

HANGUL: Final = "\uac00-\ud7a3"
"""Hangul syllables."""


def is_han(character: str) -> bool:
    """Whether one character is in `HAN`.

    >>> is_han("漢"), is_han("が"), is_han("。")
    (True, False, False)
    """
    return FIRST <= character <= LAST or "\u3400" <= character <= "\u4dbf"
