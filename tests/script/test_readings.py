"""Readings of characters by the words they are in."""

from __future__ import annotations

import pytest

from tui_reader.script.readings import readings

pytest.importorskip("pypinyin")


def joined(text: str, script: str, system: str) -> str:
    """Readings as one line: a space after each word."""
    found = readings(text, script, system)
    return "".join(reading.text + ("" if reading.joined else " ") for reading in found).strip()


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("我走在银行外。", "wǒ zǒu zài yínháng wài"),
        ("他在人行道上行走。", "tā zài rénxíngdào shàng xíngzǒu"),
        ("孩子长大了，头发很长。", "háizi zhǎngdà le tóufà hěn zhǎng"),
        ("去西安听音乐", "qù xī'ān tīng yīnyuè"),
    ],
)
def test_the_word_decides_between_readings(text: str, pinyin: str) -> None:
    assert pinyin == joined(text, "hans", "pinyin")


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [("銀行行長", "yínhángháng zhǎng"), ("頭髮", "tóufà"), ("髮", "fà"), ("乾燥", "gānzào"), ("覺得", "juéde"), ("睡覺", "shuìjiào")],
)  # fmt: skip
def test_traditional_words_are_read_as_their_simplified_ones(text: str, pinyin: str) -> None:
    assert pinyin.replace(" ", "") == joined(text, "hant", "pinyin").replace(" ", "")


def test_zhuyin_has_the_light_tone_in_front() -> None:
    assert "ㄨㄛˇ ㄐㄩㄝˊ˙ㄉㄜ ㄏㄠˇ" == joined("我覺得好", "hant", "zhuyin")


def test_jyutping_is_cantonese() -> None:
    pytest.importorskip("ToJyutping")
    assert "ngan4hong4" == joined("銀行", "hant", "jyutping")


def test_offsets_are_those_of_the_text_and_other_scripts_have_none() -> None:
    text = "AI 芯片\n3月，😀两块。"
    found = readings(text, "hans", "pinyin")
    assert "芯片月两块" == "".join(text[reading.start] for reading in found)


def test_unknown_characters_have_none() -> None:
    assert () == readings("\U0002a6d6", "hans", "pinyin")
