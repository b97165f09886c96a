import pytest

from tui_reader.script.equivalents import variants, variants_within
from tui_reader.script.fold import fold


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("賓士", "奔驰"),
        ("奔驰", "賓士"),
        ("平治", "賓士"),
        ("悉尼", "雪梨"),
        ("川普", "特朗普"),
        ("軟體", "软件"),
        ("執行長", "行政總裁"),
    ],
)
def test_a_word_is_known_by_its_other_names(word: str, other: str) -> None:
    assert fold(word) == variants(word)[0]
    assert fold(other) in variants(word)


def test_an_unknown_word_is_itself() -> None:
    assert (fold("貓咪"),) == variants("貓咪")


def test_words_within_a_phrase() -> None:
    assert fold("悉尼歌剧院") in variants_within("雪梨歌劇院")
    assert (fold("貓咪"),) == variants_within("貓咪")
