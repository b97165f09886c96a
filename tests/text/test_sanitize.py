import re
from time import perf_counter
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.sanitize import one_line, sanitize

HOSTILE = [
    ("標題\x1b]0;evil\x07完", "標題完"),
    ("標題\x1b]0;evil\x1b\\完", "標題完"),
    ("標題\x9d0;evil\x9c完", "標題完"),
    ("\x1b]52;c;ZXZpbA==\x07剪貼簿", "剪貼簿"),
    ("\x1b]8;;http://e.example\x1b\\鏈\x1b]8;;\x1b\\接", "鏈接"),
    ("清\x1b[2J屏\x1bc重置", "清屏重置"),
    ("紅\x1b[31;1m色\x1b[0m", "紅色"),
    ("\x9b2J一個字元的序列", "一個字元的序列"),
    ("\x1b[?1049l換屏", "換屏"),
    ("\x1bP1$qm\x1b\\裝置", "裝置"),
    ("\x1b_G\x1b\\圖", "圖"),
    ("左\u202e右\u2066內\u2069", "左右內"),
    ("零\u200b寬\ufeff字\u2060元\xad", "零寬字元"),
    ("空\x00字\x0e元\x7f\x80\x9a", "空字元"),
    ("斷\u2028行\u2029和\x85頁\x0c尾\r\n完\r", "斷\n行\n和\n頁\n尾\n完\n"),
    ("半\ud800個", "半\ufffd個"),
    ("藏\U000e0068\U000e0069字", "藏字"),
    ("孤\u200d字\u200c", "孤字"),
    ("👨\u200d", "👨"),
    ("\x1b", ""),
    ("\x1b[", ""),
    ("\x1b\x1b[m[2J", "[2J"),
]

HONEST = [
    "「開源」——他說：“你好……”，《書》（２０２５）５％！？、；〈〉【】·～①❷●★※→",
    "全球首款 DeepSeek-R1,¥100、€5、$3 & more — “curly” ‘quotes’ … ½ ×",
    "家庭👨‍👩‍👧‍👦與👩🏽‍🚀、🏳️‍🌈、❤️‍🔥、🇭🇰、1️⃣、☎️",
    "Café naïve Ångström Đặng Thị e\u0301 o\u0302\u0323",
    "ภาษาไทย ที่นี่ น้ำ",
    "हिन्दी क्षेत्र क्\u200dष র\u200d্য",
    "می\u200cخواهم العربية עברית",
    "ひらがな カタカナ が 한국어 ㈱ ㍿",
    "Ελληνικά Русский Ђ",
    "葛\U000e0100城 \U00020000 㐀 〇 々",
    "甲\t乙\n丙",
    "IPA: t͡ɕʰ ə̃ː",
]

ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b\x9b\x9d\x07\x9c[]0;m\\\r\n\u200d\u200c\u202e\ufe0f\u0301👨中a "))
)


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_control_sequences_are_removed_from_hostile_text(text: str, expected: str) -> None:
    assert expected == sanitize(text)


@pytest.mark.parametrize("text", HONEST)
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert text == sanitize(text)


def test_unterminated_sequence_is_removed_up_to_the_line_end() -> None:
    assert "前\n後" == sanitize("前\x1b]0;沒有結尾的標題\n後")


def test_markup_is_kept_as_text() -> None:
    assert "[/][@click=app.quit]退出[/]" == sanitize("[/][@click=app.quit]退出[/]")


def test_runs_of_combining_marks_are_limited() -> None:
    assert "Z" + "\u0301" * 8 + "a" == sanitize("Z" + "\u0301" * 1000 + "a")


def test_only_format_characters_with_a_shape_or_a_use_survive() -> None:
    survivors = {
        chr(code)
        for code in range(0x110000)
        if category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and chr(code) in sanitize(f"a{chr(code)}b")
    }
    arabic = {*map(chr, range(0x600, 0x606)), *"\u06dd\u070f\u0890\u0891\u08e2"}
    kaithi_and_egyptian = {"\U000110bd", "\U000110cd", *map(chr, range(0x13430, 0x13440))}
    assert survivors <= {"\t", "\n", *arabic, *kaithi_and_egyptian}


@given(ANY)
def test_no_control_character_survives(text: str) -> None:
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", sanitize(text)
    )


@given(ANY)
def test_sanitizing_is_idempotent(text: str) -> None:
    assert sanitize(text) == sanitize(sanitize(text))
    assert one_line(text) == one_line(one_line(text))


@given(st.text(st.characters(categories=["Lo", "Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Sm", "Sc"])))
def test_letters_digits_and_punctuation_stay(text: str) -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    assert "".join(character for character in text if character not in fillers) == sanitize(text)


@given(ANY)
def test_safe_text_is_returned_unchanged(text: str) -> None:
    safe = sanitize(text)
    assert safe is sanitize(safe) or safe == sanitize(safe)


@given(ANY)
def test_one_line_has_neither_line_ends_nor_spaces_around(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    "text",
    [
        "\x1b]" * 500_000,
        "\x1b]0;" + "a" * 1_000_000,
        "\x1b[" * 500_000,
        "\x1b[" + "0" * 1_000_000,
        "\x1b" * 1_000_000,
        "\x9d" * 1_000_000,
        "\u200d" * 1_000_000,
        "👨\u200d" * 500_000,
        "\u0301" * 1_000_000,
        "\r" * 1_000_000,
        " \u200b" * 500_000,
    ],
    ids=lambda text: ascii(text[:4]),
)
def test_a_megabyte_is_sanitized_fast(text: str) -> None:
    start = perf_counter()
    one_line(text)
    assert perf_counter() - start < 2
