"""Characters of user glossary rows are checked with a second converter."""

from tui_reader.script.glossary import parse_glossary
from tui_reader.script.proofreading import Doubt, doubts


def doubted(*lines: str) -> list[Doubt]:
    return list(doubts(parse_glossary("\n".join(lines)).rows))


def test_row_with_unexpected_characters_is_reported() -> None:
    assert [Doubt(1, "洗頭發", "洗頭髮")] == doubted("洗头发\t洗頭發")


def test_different_word_is_not_reported() -> None:
    assert [] == doubted("软件\t軟體", "出租车\t計程車\t的士")


def test_accepted_spelling_variants_are_not_reported() -> None:
    assert [] == doubted("台湾\t台灣", "里面\t裡面")
