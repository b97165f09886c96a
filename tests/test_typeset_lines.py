"""Gaps between Han and Latin, and offset mapping between source and display lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.cells import width
from tui_reader.typeset import Line, typeset


def gapped(text: str) -> str:
    (line,) = typeset(text, 200, gap=True)
    return line.text


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("訓練DeepSeek模型", "訓練 DeepSeek 模型"),
        ("約有200人參加", "約有 200人參加"),
        ("在2026年1月2日發布", "在 2026年1月2日發布"),
        ("下午3時20分到", "下午 3時20分到"),
        ("花了560万美元", "花了 560万美元"),
        ("走了5公里路", "走了 5公里路"),
        ("等了3個月後", "等了 3個月後"),
        ("第3章與第12屆大會", "第3章與第12屆大會"),
        ("第1.5版之後", "第1.5版之後"),
        ("漲5％。", "漲 5％。"),
        ("漲5%的股", "漲 5%的股"),
        ("（AI）與「GPT」，R1。", "（AI）與「GPT」，R1。"),
        ("用 GPU 訓練", "用 GPU 訓練"),
        ("Café裡", "Café 裡"),
        ("16系列", "16 系列"),
        ("plain English, 3 days", "plain English, 3 days"),
        ("漢字かなabc", "漢字かなabc"),
    ],
)
def test_gap_only_between_adjacent_han_and_latin(text: str, spaced: str) -> None:
    assert spaced == gapped(text)


def test_no_gap_by_default() -> None:
    assert "用GPU訓練" == typeset("用GPU訓練", 40)[0].text


def test_no_gap_at_a_lines_edges() -> None:
    lines = typeset("天地玄黄abcd天地玄黄", 8, gap=True)
    assert ["天地玄黄", "abcd 天", "地玄黄"] == [line.text for line in lines]
    assert [(0, 4), (4, 9), (9, 12)] == [(line.start, line.end) for line in lines]
    assert [(), (4,), ()] == [line.gaps for line in lines]


def test_gaps_are_counted_after_the_indent_and_in_later_paragraphs() -> None:
    first, second = typeset("甲a乙\n丙b", 40, first_indent=4, hang=2, gap=True)
    assert Line("　　甲 a 乙", 0, 4, 2, (3, 5)) == first
    assert Line("  丙 b", 4, 6, 2, (3,)) == second


def test_every_cell_maps_to_its_character() -> None:
    (line,) = typeset("用GPU，好", 40, first_indent=4, gap=True)
    assert "　　用 GPU，好" == line.text
    #            indent      用    gap G  P  U  ，    好    beyond
    expected = [0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6]
    assert expected == [line.offset_at(cell) for cell in range(16)]


def test_every_character_maps_to_its_cell() -> None:
    (line,) = typeset("用GPU，好", 40, first_indent=4, gap=True)
    assert [4, 7, 8, 9, 10, 12, 14] == [line.cell_of(offset) for offset in range(7)]


@pytest.mark.parametrize("joined", ["❤️", "1️⃣", "👍🏽", "葛\U000e0100", "e\u0301", "🇭🇰"])
def test_grapheme_cluster_is_one_character(joined: str) -> None:
    text = f"甲{joined}乙"
    (line,) = typeset(text, 40)
    after = len(joined) + 1
    cells = width(joined)
    assert [0, 0, *[1] * cells, after, after] == [line.offset_at(cell) for cell in range(cells + 4)]
    assert [0, *[2] * len(joined), 2 + cells] == [line.cell_of(offset) for offset in range(after + 1)]


def test_outside_the_line_is_its_edge() -> None:
    _, line, _ = typeset("天地玄黄  宇宙洪荒 日月", 9)
    assert "宇宙洪荒" == line.text
    assert line.start == line.offset_at(-3)
    assert line.start + 4 == line.offset_at(99)
    assert 0 == line.cell_of(0)
    assert 8 == line.cell_of(99)


def test_an_empty_line_has_one_place() -> None:
    line = typeset("甲\n\n乙", 9, hang=2)[1]
    assert [2, 2, 2] == [line.offset_at(cell) for cell in (0, 1, 5)]
    assert 2 == line.cell_of(2)


TEXT = st.text(st.sampled_from("天地，。「」（）“”—abc 1%./3年第\n\t　🇭🇰\u200d\ufe0f❤👩é\u0301"))


@settings(deadline=None)  # the first call compiles the rules
@given(TEXT, st.integers(4, 30), st.integers(0, 8), st.booleans())
def test_cells_and_offsets_agree(text: str, measure: int, indent: int, gap: bool) -> None:
    for line in typeset(text, measure, first_indent=indent, hang=indent, gap=gap):
        shown = len(line.text) - line.indent - len(line.gaps)
        for offset in range(line.start, line.start + shown):
            cell = line.cell_of(offset)
            found = line.offset_at(cell)
            assert found <= offset
            assert cell == line.cell_of(found)
        offsets = [line.offset_at(cell) for cell in range(width(line.text) + 2)]
        assert sorted(offsets) == offsets
        assert offsets[-1] == line.start + shown


@settings(deadline=None)  # the first call compiles the rules
@given(TEXT, st.integers(1, 30), st.integers(0, 8))
def test_gapped_lines_tile_the_text_and_show_it(text: str, measure: int, indent: int) -> None:
    lines = typeset(text, measure, first_indent=indent, gap=True)
    assert text == "".join(text[line.start : line.end] for line in lines)
    for line in lines:
        kept = "".join(c for n, c in enumerate(line.text) if n >= line.indent and n not in line.gaps)
        assert all(line.text[gap] == " " for gap in line.gaps)
        assert text[line.start : line.end].replace("\t", " ").startswith(kept)
