"""Ranges of Han characters, defined in one module only."""

import doctest
import re
from pathlib import Path
from unicodedata import name

import pytest

import tui_reader
from tui_reader.text import han

SOURCE = Path(tui_reader.__file__).parent
LITERAL = re.compile(r"\\u(?:3400|4e00)-|一-(?:龥|鿿|龿)|\\U00020000-")
"""A range of Han characters, spelled out."""
AT_HOME = {"han.py", "cells.py", "sanitize.py"}
"""The module itself, and two that list what terminals draw and obey by block."""


def test_no_other_module_defines_han_ranges() -> None:
    files = [path for path in SOURCE.rglob("*.py") if path.parent.name != "text" or path.name not in AT_HOME]
    assert [] == [str(path.relative_to(SOURCE)) for path in files if LITERAL.search(path.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("characters", "within", "named"),
    [
        (han.HAN, "一龥㐀䶵鿿", "CJK UNIFIED"),
        (han.COMPATIBILITY, "\uf900\ufa0a", "CJK COMPATIBILITY"),
        (han.SUPPLEMENTARY, "𠀀𪚥", "CJK UNIFIED"),
        (han.HIRAGANA, "あん", "HIRAGANA"),
        (han.KATAKANA, "アン", "KATAKANA"),
        (han.HANGUL, "가힣", "HANGUL"),
    ],
)
def test_each_range_contains_its_characters(characters: str, within: str, named: str) -> None:
    assert re.fullmatch(f"[{characters}]+", within)
    assert all(name(character, named).startswith(named) for character in within)
    assert not re.search(f"[{characters}]", "。A1ー々あ가"[:4])


def test_docstring_example() -> None:
    assert (0, 1) == doctest.testmod(han)
