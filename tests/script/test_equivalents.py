import pytest

from tui_reader.script.equivalents import Equivalents, lexicon, variants, variants_within
from tui_reader.text.fold import fold


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
def test_word_has_its_other_forms(word: str, other: str) -> None:
    assert fold(word) == variants(word)[0]
    assert fold(other) in variants(word)


def test_unknown_word_has_only_itself() -> None:
    assert (fold("貓咪"),) == variants("貓咪")


def test_words_within_a_phrase() -> None:
    assert fold("悉尼歌剧院") in variants_within("雪梨歌劇院")
    assert (fold("貓咪"),) == variants_within("貓咪")


def test_rows_that_share_a_word_form_one_class() -> None:
    alike = Equivalents({}).with_own("甲甲\t乙乙\n乙乙\t丙丙\n")
    assert ("丙丙", "甲甲", "乙乙") == alike.of("丙丙")
    assert 1 == len({alike.tag_key(word) for word in ("甲甲", "乙乙", "丙丙")})
    assert "丁丁" == alike.tag_key("丁丁")


@pytest.mark.parametrize(
    ("tag", "other"),
    [
        ("民進黨", "民主進步黨"), ("三星", "Samsung"), ("馬斯克", "Elon Musk"), ("WHO", "世衛組織"), ("川普", "Donald Trump"),
        ("資安", "网络安全"), ("輝達", "NVIDIA"), ("軟體", "软件"), ("脸书", "臉書"), ("世界卫生组织", "世衛組織"),
    ],
)  # fmt: skip
def test_names_of_one_thing_are_one_tag(tag: str, other: str) -> None:
    alike = lexicon()
    assert alike.tag_key(tag) == alike.tag_key(other)
    assert fold(other) in alike.tag_forms(tag)
    assert fold(tag) == alike.tag_forms(tag)[0]


def test_other_names_of_things_are_no_other_words() -> None:
    assert fold("Samsung") not in variants_within("三星")


def test_several_words_of_a_phrase_are_combined() -> None:
    assert fold("扎克伯格的软件公司") in variants_within("祖克柏的軟體公司")


def test_number_of_variants_of_a_long_text_is_bounded() -> None:
    assert 25 >= len(variants_within("祖克柏的軟體公司在雪梨叫計程車，川普在坎城看電影"))


@pytest.mark.parametrize("text", ["", " ", "#", "\t"])
def test_text_without_known_words_has_only_itself(text: str) -> None:
    assert (text,) == variants_within(text)
