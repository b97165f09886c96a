from collections.abc import Iterator
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size
from wcwidth import wcwidth

from tui_reader.text.cells import columns, drawn, is_ambiguous, set_ambiguous, width, width_as_written, width_of
from tui_reader.text.sanitize import sanitize
from tui_reader.typeset import typeset

CODES = [*range(0x20, 0xD800), *range(0xE000, 0x20000), *range(0x20000, 0x110000, 61), 0x2FFFD, 0x3FFFD]
ALL = list(map(chr, CODES))
SHOWN = [character for character in ALL if sanitize(character) == character]

WORDS_OF_WCWIDTH_ONLY = {*"\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", *map(chr, range(0x1F1E6, 0x1F200))}
"""By themselves, skin tones and halves of flags are two cells for wcwidth; Rich counts them within a sequence."""


@pytest.mark.slow
def test_width_of_every_drawn_character_agrees_with_rich() -> None:
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
        ("👨‍👩‍👧", 6),
        ("👩🏽‍🚀", 4),
        ("🏳️‍🌈", 3),
        ("🇭🇰", 2),
        ("❤️", 1),
        ("❤", 1),
        ("☎️", 1),
        ("1️⃣", 1),
        ("👍🏽", 2),
        ("©️", 1),
        ("葛\U000e0100", 2),
        ("ไทย", 3),
        ("हिन्दी", 3),
        ("한글", 4),
        ("", 0),
    ],
)
def test_texts(text: str, cells: int) -> None:
    assert cells == width(text)
    assert cells == columns(text)[-1]
    assert cells == cell_len(drawn(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👨‍👩‍👧", "👨👩👧"),
        ("👍🏽", "👍"),
        ("❤️", "❤"),
        ("1️⃣", "1\u20e3"),
        ("🇭🇰", "🇭🇰"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("“é”", "“é”"),
    ],
)
def test_drawn_text_has_no_emoji_sequences(text: str, shown: str) -> None:
    assert shown == drawn(text)


@settings(deadline=None)
@given(st.text(st.sampled_from([*SHOWN, *"\u200d\ufe0f🏽"])).map(sanitize))
def test_width_of_any_text_agrees_with_rich(text: str) -> None:
    flat = text.replace("\t", "").replace("\n", "")
    assert cell_len(drawn(flat)) == width(flat)


@pytest.fixture
def wide() -> Iterator[None]:
    set_ambiguous(2)
    yield
    set_ambiguous(1)


@pytest.mark.usefixtures("wide")
@pytest.mark.slow
def test_ambiguous_characters_take_two_cells_if_set() -> None:
    known = [character for character in SHOWN if category(character) != "Cn" and character not in WORDS_OF_WCWIDTH_ONLY]
    apart = [hex(ord(char)) for char in known if width_of(char) != wcwidth(char, ambiguous_width=2)]
    assert [] == apart


@pytest.mark.usefixtures("wide")
def test_lines_are_set_by_the_terminals_widths() -> None:
    assert ["“天地”", "玄——黄"] == [line.text for line in typeset("“天地”玄——黄", 8)]


def test_width_as_written_is_independent_of_the_terminal(wide: None) -> None:
    assert wide is None
    assert (14, 9) == (width("“他说……”—"), width_as_written("“他说……”—"))


def test_is_ambiguous() -> None:
    assert "“…—·●→│α" == "".join(filter(is_ambiguous, "“…—·●→│αa中。「\u0301"))
