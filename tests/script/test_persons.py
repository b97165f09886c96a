"""Person names recognized by the neighbours of a character."""

from collections.abc import Callable

import pytest

from tui_reader.script.persons import is_foreign, is_given, is_surname, is_transliteration, may_be_given


def at(*words: str) -> Callable[[int], str]:
    """The words around the one that is written in brackets."""
    number = next(number for number, word in enumerate(words) if word.startswith("["))
    plain = [word.strip("[]") for word in words]
    return lambda offset: plain[number + offset] if 0 <= number + offset < len(plain) else ""


@pytest.mark.parametrize(
    "words",
    [
        ("[余]", "先生", "说"),
        ("[余]", "小", "田", "表示"),
        ("作家", "[余]", "建国", "新作"),
        ("姓", "[涂]", "的", "男子"),
        ("老", "[余]", "说"),
        ("，", "[于]", "坚", "说"),
        ("记者", "[于]", "晓", "丹"),
        ("、", "[于]", "勇", "等"),
        ("选手", "[于]", "小雨", "夺金"),
        ("向", "[于]", "女士"),
    ],
)
def test_surname_precedes_a_title_or_given_name(words: tuple[str, ...]) -> None:
    assert is_surname(at(*words))


@pytest.mark.parametrize(
    "words",
    [
        ("会议", "将", "[于]", "上海", "举行"),
        ("，", "[于]", "今", "年", "上市"),
        ("记者", "[于]", "上海", "报道"),
        ("男子", "[于]", "超商", "被捕"),
        ("，", "[于]", "情", "于", "理"),
        ("他", "[于]", "清晨", "离世"),
        ("三百", "[余]", "个", "家庭"),
        ("[涂]", "了", "漆"),
    ],
)
def test_preposition_or_measure_word_is_not_a_surname(words: tuple[str, ...]) -> None:
    assert not is_surname(at(*words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("林", "[郁]", "婷", "夺冠"), True),
        (("林", "秀", "[郁]", "说"), True),
        (("很", "[郁]", "闷"), False),
        (("他", "的", "[乾]"), False),
    ],
)
def test_given_name_follows_a_surname(words: tuple[str, ...], expected: bool) -> None:
    assert expected is is_given(at(*words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("蒂", "埃", "[里]", "·", "亨利"), True),
        (("·", "[里]", "德"), True),
        (("默", "[里]", "击败"), True),
        (("，", "[里]", "埃", "克"), True),
        (("房间", "[里]", "有人"), False),
        (("河", "[里]", "的", "鱼"), False),
        (("在", "图", "[里]"), False),
    ],
)
def test_syllable_is_next_to_syllables_or_a_dot(words: tuple[str, ...], expected: bool) -> None:
    assert expected is is_foreign(at(*words))


def test_words_of_syllables() -> None:
    assert is_transliteration("埃里克森")
    assert is_transliteration("佩里")
    assert not is_transliteration("山里")
    assert not is_transliteration("内里")
    assert not is_transliteration("家里人")
    assert may_be_given("秀")
    assert not may_be_given("的")
