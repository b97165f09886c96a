"""Ranges of Han characters and kana, as the content of a character class of `re`: `re.compile(f"[{HAN}]")`.

Ranges follow the Unicode blocks. A class with characters beyond the basic plane is several times slower on text that
contains such characters, so patterns for ordinary text use `HAN`.
"""

from typing import Final

FIRST, LAST = "\u4e00", "\u9fff"
"""First and last code point of the block CJK Unified Ideographs."""

UNIFIED: Final = f"{FIRST}-{LAST}"
"""CJK Unified Ideographs only. Text decoded with a wrong encoding often contains characters of Extension A."""

HAN: Final = f"\u3400-\u4dbf{UNIFIED}"
"""CJK Unified Ideographs and Extension A: nearly all characters of ordinary text."""

COMPATIBILITY: Final = "\uf900-\ufaff"
"""CJK Compatibility Ideographs."""

SUPPLEMENTARY: Final = "\U00020000-\U0003ffff"
"""The ideographic planes: Extensions B and later, and code points reserved for further ones."""

ANY_HAN: Final = f"{HAN}{COMPATIBILITY}{SUPPLEMENTARY}"
"""Every Han character."""

ITERATION: Final = "\u3005-\u3007"
"""々, 〆 and 〇, which occur in words like Han characters."""

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
