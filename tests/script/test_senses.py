"""A word has one sense in an article."""

from tui_reader.script.convert import Converter


def in_article(article: str, text: str, target: str = "tw") -> str:
    return Converter(target).convert(text, context=Converter.context_of(article))


PROFESSOR = "清华大学教授沈阳表示，这个模型很好。沈阳还说，他昨天在沈阳出席了会议。"
CITY = "沈阳市政府表示，今年的经济很好。记者近日在沈阳采访了几家工厂。"


def test_person_introduced_once_is_a_person_in_the_headline() -> None:
    assert "沈陽談人工智慧" == in_article(PROFESSOR, "沈阳谈人工智能")


def test_name_introduced_as_a_place_stays_a_place() -> None:
    assert "在瀋陽" in in_article(PROFESSOR, PROFESSOR)


def test_city_is_not_a_person() -> None:
    assert "瀋陽談人工智慧" == in_article(CITY, "沈阳谈人工智能")
