from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size
from wcwidth import wcwidth

from tui_reader.cells import width, width_of
from tui_reader.sanitise import sanitise

ALL = [chr(code) for code in range(0x20, 0x110000) if not 0xD800 <= code < 0xE000]
SHOWN = [character for character in ALL if sanitise(character) == character]

WORDS_OF_WCWIDTH_ONLY = {*"\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", *map(chr, range(0x1F1E6, 0x1F200))}
"""By themselves, skin tones and halves of flags are two cells for wcwidth; Rich counts them within a sequence."""


def test_every_character_that_may_be_shown_is_as_wide_as_rich_draws_it() -> None:
    apart = [hex(ord(character)) for character in SHOWN if width_of(character) != get_character_cell_size(character)]
    assert [] == apart


def test_wcwidth_agrees_on_what_is_assigned() -> None:
    known = [character for character in SHOWN if category(character) != "Cn" and character not in WORDS_OF_WCWIDTH_ONLY]
    apart = [hex(ord(character)) for character in known if width_of(character) != wcwidth(character)]
    assert [] == apart


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("中文", 4),
        ("，。「」（）", 12),
        ("“”‘’…—·●★※①→", 12),
        ("　", 2),
        ("DeepSeek", 8),
        ("é", 1),
        ("e\u0301", 1),
        ("👨‍👩‍👧", 2),
        ("👩🏽‍🚀", 2),
        ("🏳️‍🌈", 2),
        ("🇭🇰", 2),
        ("❤️", 2),
        ("❤", 1),
        ("☎️", 2),
        ("1️⃣", 2),
        ("👍🏽", 2),
        ("©️", 2),
        ("葛\U000e0100", 2),
        ("ไทย", 3),
        ("हिन्दी", 3),
        ("한글", 4),
        ("", 0),
    ],
)
def test_sequences(text: str, cells: int) -> None:
    assert cells == width(text)
    assert cells == cell_len(text)


@given(st.text(st.sampled_from([*SHOWN, "\u200d", "\ufe0f"])).map(sanitise))
def test_any_text_is_as_wide_as_rich_draws_it(text: str) -> None:
    assert cell_len(text) == width(text.replace("\t", "").replace("\n", ""))


@given(st.text(st.sampled_from("👨👩👧❤☎️\u200d\ufe0f中a🏽🇭🇰1\u20e3")))
def test_joiners_and_pictures_as_rich_has_them(text: str) -> None:
    assert cell_len(text) == width(text)
