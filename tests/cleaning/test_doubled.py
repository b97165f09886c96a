"""Repeated lines and paragraphs."""

from tui_reader.cleaning.body.doubled import second_lines, second_paragraphs
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.text.fold import fold

PROSE = Label("body", "prose", "", 10.0)
LONG = "老街的排水系统明年分三期整修，住户代表将参与每一期的验收，市政府同意公开全部图纸和账目。"


def blocks(*texts: str) -> list[Block]:
    return [Block(text, fold(text)) for text in texts]


def test_a_line_right_below_itself() -> None:
    rows = blocks("老街整修计划", "老街整修计划", "住户同意。", "老街整修计划")
    assert second_lines(rows, [PROSE] * 4) == {1}


def test_people_say_short_sentences_twice() -> None:
    assert second_lines(blocks("走吧！", "走吧！"), [PROSE] * 2) == frozenset()
    assert second_lines(blocks("走吧！", "走吧！", LONG, LONG), [PROSE] * 4) == {1, 3}


def test_a_paragraph_twice_in_the_body() -> None:
    rows = blocks(LONG, "副歌再来一次。", "副歌再来一次。", LONG)
    assert second_paragraphs(rows, [PROSE] * 4, range(4)) == {3}
    assert second_paragraphs(rows, [PROSE] * 4, range(1, 4)) == frozenset()
