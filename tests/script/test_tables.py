import pytest

from tui_reader.script import converter
from tui_reader.script.glossary import parse_glossary


def own(table: str, text: str, target: str = "tw") -> str:
    return converter(target, parse_glossary(table)).convert(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("粉丝发现", "粉絲察覺"), ("粉丝出发现场直播", "粉絲出發現場直播"), ("发现。", "察覺。")],
)
def test_short_word_must_match_word_boundaries(text: str, expected: str) -> None:
    assert expected == own("发现\t察覺\n", text)


def test_word_of_four_characters_is_replaced_anywhere() -> None:
    assert "他出甲乙丙丁直播" == own("发现现场\t甲乙丙丁\n", "他出发现现场直播")


def test_the_longest_word_wins() -> None:
    assert "大熊屋，小熊" == own("小熊\t小熊\n小熊猫屋\t大熊屋\n", "小熊猫屋，小熊")


def test_table_words_within_addresses_stay() -> None:
    assert "見 https://例子.cn/小熊 和大熊" == own("小熊\t大熊\n", "见 https://例子.cn/小熊 和小熊")
