"""Readings above the lines of a page: aligned, with room, and no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui_reader.present.decorations import Decoration, lit
from tui_reader.present.lines import Layout
from tui_reader.present.page import page_of
from tui_reader.present.pages import name_of
from tui_reader.present.pieces import Piece
from tui_reader.present.place import Anchor
from tui_reader.present.ruby import ruby_for, ruby_text
from tui_reader.script.readings import readings
from tui_reader.text.cells import set_ambiguous, width
from tui_reader.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Shown
    from tui_reader.present.page import Page

pytest.importorskip("pypinyin")

TEXT = "中国银行的行长走在人行道上，“长大的孩子们”在 Shanghai 觉得快乐；双双装窗床。重庆的音乐还没有还给他。" * 3
PIECES = (
    Piece("title", "银行", 0), Piece("meta", "晚报 · 2025-01-01"), Piece("tags", "经济\n金融"),
    Piece("paragraph", TEXT, 1), Piece("quote", TEXT, 2), Piece("verse", "床前明月光\n疑是地上霜", 3), Piece("code", "变量 = 1", 4),
)  # fmt: skip


@pytest.fixture(params=[1, 2])
def ambiguous(request: pytest.FixtureRequest) -> Iterator[int]:
    set_ambiguous(request.param)
    yield request.param
    set_ambiguous(1)


def page(system: str = "pinyin", measure: int = 40, shown: Shown = "source") -> Page:
    return page_of(1, PIECES, measure, layout=Layout(indent=True, ruby=ruby_for(system, shown, [TEXT])))


def pairs(shown: Page) -> list[tuple[int, int]]:
    """Numbers of the lines with readings and of the texts below them."""
    lines = [shown.line(number) for number in range(shown.height)]
    return [
        (number, number + 1)
        for number, line in enumerate(lines)
        if line and line.spans and line.spans[0].look == "ruby"
    ]


@pytest.mark.parametrize("system", ["pinyin", "zhuyin", "jyutping"])
@pytest.mark.parametrize("measure", [20, 34, 64, 100])
@pytest.mark.usefixtures("ambiguous")
def test_each_reading_begins_over_its_character(system: str, measure: int) -> None:
    if system == "jyutping":
        pytest.importorskip("ToJyutping")
    for text in (TEXT, "行。" * 30):
        found = readings(text, "hans", system)
        at = {reading.start: reading.text for reading in found}
        ruby = ruby_for(system, "source", [text])
        shown = page_of(1, (Piece("paragraph", text, 0),), measure, layout=Layout(ruby=ruby))
        for above, below in pairs(shown):
            readings_line, line = shown.line(above), shown.line(below)
            assert readings_line
            assert line
            assert line.line
            assert width(readings_line.text) <= measure
            assert width(line.text) <= measure
            for offset in range(line.line.start, line.line.end):
                if offset in at:
                    cells = line.line.cell_of(offset)
                    before = next(
                        n for n in range(len(readings_line.text) + 1) if width(readings_line.text[:n]) == cells
                    )
                    assert readings_line.text[before:].startswith(at[offset])


def test_words_are_apart_and_syllables_of_a_word_together() -> None:
    piece = Piece("paragraph", "我走在银行外，很快乐", 0)
    shown = page_of(1, (piece,), 100, layout=Layout(ruby=ruby_for("pinyin", "source", [TEXT])))
    line = shown.line(0)
    assert line
    assert ["wǒ", "zǒu", "zài", "yínháng", "wài", "hěn", "kuàilè"] == line.text.split()


def test_only_text_has_readings() -> None:
    shown = page()
    looks = [shown.pieces[shown.piece_at(above)].look for above, _below in pairs(shown)]
    assert {"title", "paragraph", "quote", "verse"} == set(looks)


def test_readings_are_never_copied() -> None:
    assert page_of(1, PIECES, 40).plain() == page().plain()


def test_lines_cover_the_text_and_a_cell_is_its_character() -> None:
    for line in typeset(TEXT, 30, room_after={1: 3, 4: 5, 10: 2}):
        for offset in range(line.start, line.end):
            if line.text and line.cell_of(offset) < width(line.text):
                assert offset == line.offset_at(line.cell_of(offset))
    assert TEXT == "".join(TEXT[line.start : line.end] for line in typeset(TEXT, 30, room_after={1: 3, 4: 5, 10: 2}))


def test_a_place_is_kept_with_and_without_readings() -> None:
    plain, shown = page_of(1, PIECES, 40), page()
    for offset in range(0, len(TEXT), 7):
        number = shown.line_of(Anchor(3, offset))
        line = shown.line(number)
        assert line
        assert "ruby" == line.spans[0].look
        assert plain.line_of(shown.anchor_at(number)) <= plain.line_of(Anchor(3, offset))
        below = shown.line(shown.line_showing(3, offset))
        assert below
        assert below.line
        assert below.line.start <= offset < below.line.end


def test_a_decoration_is_drawn_on_the_text_only() -> None:
    shown = page()
    offset = TEXT.index("音乐")
    number = shown.line_showing(3, offset)
    line, above = shown.line(number), shown.line(number - 1)
    assert line
    assert above
    light = (Decoration(offset, offset + 2, "hit"),)
    assert "音乐" == "".join(span.text for span in lit(line, light) if span.lights).replace(" ", "")
    assert above.spans == lit(above, light)


@pytest.mark.parametrize(
    ("asked", "shown", "system"),
    [
        ("auto:tw", "source", "pinyin"), ("auto:tw", "cn", "pinyin"), ("auto:tw", "tw", "zhuyin"),
        ("zhuyin", "cn", "zhuyin"), ("pinyin", "tw", "pinyin"),
    ],
)  # fmt: skip
def test_the_wording_decides_unless_a_system_is_asked_for(asked: str, shown: Shown, system: str) -> None:
    assert system == ruby_for(asked, shown, [TEXT]).system


def test_traditional_text_as_written_has_the_system_of_the_preferred_region() -> None:
    assert (
        "zhuyin" == ruby_for("auto:tw", "source", ["銀行與學校的關係，這裡說得很清楚，書裡寫過的事情都在這兒"]).system
    )


def test_the_name_of_a_page_tells_what_was_asked_for() -> None:
    assert "auto:tw" == name_of(page("auto:tw")).ruby
    assert "" == name_of(page_of(1, PIECES, 40)).ruby


def test_a_line_without_readings_is_empty() -> None:
    (line,) = typeset("abc", 10)
    assert "" == ruby_text(line, lambda _offset: None)
