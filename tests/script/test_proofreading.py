"""The second opinion on a person's own rows."""

from tui_reader.script.glossary import parse_glossary
from tui_reader.script.proofreading import Doubt, doubts


def doubted(*lines: str) -> list[Doubt]:
    return list(doubts(parse_glossary("\n".join(lines)).rows))


def test_a_row_in_doubtful_characters_is_questioned() -> None:
    assert [Doubt(1, "洗頭發", "洗頭髮")] == doubted("洗头发\t洗頭發")


def test_another_word_is_wording_and_no_slip() -> None:
    assert [] == doubted("软件\t軟體", "出租车\t計程車\t的士")


def test_spellings_that_papers_differ_in_are_not_questioned() -> None:
    assert [] == doubted("台湾\t台灣", "里面\t裡面")
