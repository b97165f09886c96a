import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.cells import width
from tui_reader.typeset import Line, typeset

NEVER_FIRST = "，、。．：；？！）］｝」』》〉】〕”’…—～·％" + ",.;:?!)]}"
NEVER_LAST = "（「『《〈【〔“‘［｛([{"
EVEN = range(20, 81, 2)

PROSE = (
    "「開源」不是終點，而是起點——他在信中寫道：“我們會繼續公開權重、代碼……以及失敗的實驗。”"
    "《觀察》（2025年2月）估計成本為560萬美元，僅為同類的5%；但GPT-4o的訓練花了100,000,000美元！"
)


def shown(text: str, measure: int, *, first_indent: int = 0, hang: int = 0, gap: bool = False) -> list[str]:
    return [line.text for line in typeset(text, measure, first_indent=first_indent, hang=hang, gap=gap)]


def forbidden(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    return [
        (before.text, after.text)
        for before, after in pairwise(lines)
        if after.text[:1] in NEVER_FIRST or before.text[-1:] in NEVER_LAST
    ]


def test_short_text_is_one_line() -> None:
    assert (Line("你好", 0, 2),) == typeset("你好", 10)


def test_nothing_has_no_lines() -> None:
    assert () == typeset("", 10)


def test_han_breaks_anywhere() -> None:
    assert ["天地玄黄", "宇宙洪荒"] == shown("天地玄黄宇宙洪荒", 8)


def test_an_odd_cell_stays_empty() -> None:
    assert ["天地", "玄黄"] == shown("天地玄黄", 5)


def test_a_closing_mark_is_pushed_out_with_its_character() -> None:
    assert ["天地玄", "黄，宇宙"] == shown("天地玄黄，宇宙", 8)


def test_an_opening_mark_goes_with_what_it_opens() -> None:
    assert ["天地玄", "「黄」宇"] == shown("天地玄「黄」宇", 8)


@pytest.mark.parametrize("mark", NEVER_FIRST)
def test_no_closing_mark_begins_a_line(mark: str) -> None:
    for length in range(1, 12):
        assert [] == forbidden(typeset("汉" * length + mark + "字" * 9, 8))


@pytest.mark.parametrize("mark", NEVER_LAST)
def test_no_opening_mark_ends_a_line(mark: str) -> None:
    for length in range(1, 12):
        assert [] == forbidden(typeset("汉" * length + mark + "字" * 9, 8))


def test_flattened_punctuation_of_scraped_pages() -> None:
    for measure in range(10, 60):
        assert [] == forbidden(typeset("動盪科技業?Meta祖克柏:評斷DeepSeek影響,為時過早!路透社(Reuters)報導", measure))


@pytest.mark.parametrize("pair", ["——", "……", "⸺", "..."])
def test_dashes_and_ellipses_are_never_split(pair: str) -> None:
    for length in range(1, 12):
        assert 1 == sum(pair in line for line in shown("汉" * length + pair + "字" * 9, 8))


def test_latin_words_stay_whole() -> None:
    assert ["阅读", "DeepSeek 文"] == shown("阅读DeepSeek 文", 11)


@pytest.mark.parametrize(
    "whole",
    [
        "1,234,567",
        "23:45",
        "5%",
        "５％",
        "$3.5",
        "GPT-4o",
        "don't",
        "AT&T",
        "C++",
        "R1-Zero",
        "km/h",
        "2025年",
        "560万",
        "7 nm",
        "35 °C",
        "36°C",
        "12 ℃",
        "80 GB",
        "5公里",
        "30亿美元",
        "24小時",
        "0.5個百分點",
    ],
)
def test_numbers_words_and_their_units_stay_whole(whole: str) -> None:
    for length in range(1, 14):
        assert 1 == sum(whole in line for line in shown("汉" * length + whole + "字" * 9, 12))


def test_an_address_breaks_at_its_slashes() -> None:
    address = "https://example.com/news/2025/02/the-story.html"
    assert ["https://example.com/news/", "2025/02/the-story.html"] == shown(address, 26)


def test_an_address_that_fits_a_line_stays_whole() -> None:
    assert ["来源", "https://example.com/a/b"] == shown("来源https://example.com/a/b", 24)


def test_a_long_address_is_cut_at_its_slashes_to_the_end() -> None:
    address = "https://example.com/a/b/what?next=3&then=some-thing"
    lines = shown(f"来源{address}，刊于三", 24)
    assert ["来源https://example.com/", "a/b/what?next=3&", "then=some-thing，刊于三"] == lines


def test_a_long_compound_is_parted_at_a_hyphen_rather_than_leave_a_hole() -> None:
    assert ["天地玄黄state-of-", "the-art-models宇"] == shown("天地玄黄state-of-the-art-models宇", 18)


def test_a_compound_that_fits_a_line_is_parted_all_the_same_if_that_would_be_empty() -> None:
    assert ["天地玄黄state-of-the-", "art-models宇"] == shown("天地玄黄state-of-the-art-models宇", 24)


def test_a_long_compound_stays_whole_where_the_line_is_full_without_it() -> None:
    assert ["天地玄黄宇宙洪荒", "state-of-the-art宇"] == shown("天地玄黄宇宙洪荒state-of-the-art宇", 18)


def test_a_number_within_a_compound_stays_with_its_hyphen() -> None:
    assert ["天地玄黄Some-", "Model-42-2026-01宇"] == shown("天地玄黄Some-Model-42-2026-01宇", 22)


def test_full_line_moves_its_end_to_a_ragged_line() -> None:
    text = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒（Computational）暑往"
    assert ["天地玄黄宇宙洪荒日", "月盈昃辰宿列张寒", "（Computational）", "暑往"] == shown(text, 20)


def test_no_line_becomes_ragged_by_giving_its_end() -> None:
    text = "天地玄黄宇宙洪荒日月盈昃辰宿（Computational）暑往"
    assert ["天地玄黄宇宙洪荒日月", "盈昃辰宿", "（Computational）", "暑往"] == shown(text, 20)


def test_a_word_longer_than_the_line_is_cut_anywhere_and_fills_it() -> None:
    assert ["汉aaaaaaaa", "aaaaaaaaaa", "aaaa字"] == shown("汉" + "a" * 22 + "字", 10)


def test_a_word_that_only_the_indented_first_line_cannot_hold() -> None:
    assert all(width(line) <= 10 for line in shown("abcdefghi 汉字", 10, first_indent=4))


@pytest.mark.parametrize("grapheme", ["é́", "👨‍👩‍👧", "🇭🇰", "❤️", "👍🏽", "葛\U000e0100", "1️⃣", "が", "한"])
def test_grapheme_clusters_are_never_split(grapheme: str) -> None:
    for measure in range(max(2, width(grapheme)), 15):
        text = "汉" + grapheme * 7
        edges = {line.start for line in typeset(text, measure)}
        assert edges <= {0, *range(1, len(text), len(grapheme))}


def test_spaces_at_a_break_belong_to_the_line_before() -> None:
    assert (Line("hello", 0, 7), Line("world", 7, 12)) == typeset("hello  world", 6)


def test_ideographic_space_between_words_may_be_a_break() -> None:
    assert ["天地玄", "黄宇"] == shown("天地玄　黄宇", 7)


def test_line_breaks_are_kept() -> None:
    assert (Line("床前", 0, 3), Line("", 3, 4), Line("明月", 4, 7)) == typeset("床前\n\n明月\n", 20)


def test_spaces_before_a_line_of_code_are_kept() -> None:
    assert ["if x:", "    y()"] == shown("if x:\n    y()", 20)


def test_a_tab_takes_one_cell() -> None:
    assert ["甲 乙"] == shown("甲\t乙", 20)


def test_first_indent() -> None:
    assert Line("　　天地", 0, 2, 2) == typeset("天地玄黄宇宙", 8, first_indent=4)[0]
    assert ["　　天地", "玄黄宇宙"] == shown("天地玄黄宇宙", 8, first_indent=4)


def test_an_odd_first_indent_ends_in_a_space() -> None:
    assert ["　 天"] == shown("天", 8, first_indent=3)


def test_hang() -> None:
    assert ["天地玄黄", "  宇宙洪", "  荒日"] == shown("天地玄黄宇宙洪荒日", 8, hang=2)


def test_an_indent_leaves_room_for_a_character() -> None:
    assert ["　天", "  地"] == shown("天地", 4, first_indent=40, hang=40)


def test_no_han_stands_alone_on_the_last_line() -> None:
    assert ["天地玄", "黄宇"] == shown("天地玄黄宇", 8)
    assert ["天地玄", "黄宇。」"] == shown("天地玄黄宇。」", 8)


def test_a_line_is_not_emptied_for_a_lone_character() -> None:
    assert ["天DeepSeek", "地"] == shown("天DeepSeek地", 10)


def test_ascii_quotes_open_and_close_in_turn() -> None:
    text = '他说"你好,世界"然后离开了"这里"的家,"真的"。'
    for measure in range(6, 30):
        for before, after in pairwise(typeset(text, measure)):
            inside = text[: before.end].count('"') % 2
            assert not (before.text.endswith('"') and inside)
            assert not (after.text.startswith('"') and inside)


def test_an_apostrophe_does_not_open_a_quotation() -> None:
    assert ["it's 他说", "'你好'吧"] == shown("it's 他说'你好'吧", 9)


def test_a_quote_before_a_latin_word_opens() -> None:
    assert ["天地玄", '"yes"'] == shown('天地玄 "yes"', 7)


@pytest.mark.parametrize("measure", EVEN)
def test_prose_with_every_mark(measure: int) -> None:
    assert [] == forbidden(typeset(PROSE, measure))


ANY = st.text(
    st.one_of(
        st.sampled_from("天地，。「」（）“”\"'…—abc 1%./:\n\t　🇭🇰\u200d\ufe0f❤👩́ぁ한"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    )
)


@settings(deadline=None)  # the first call compiles the rules
@given(ANY, st.integers(1, 30), st.integers(0, 8), st.integers(0, 8))
def test_lines_tile_the_text(text: str, measure: int, first_indent: int, hang: int) -> None:
    lines = typeset(text, measure, first_indent=first_indent, hang=hang)
    assert text == "".join(text[line.start : line.end] for line in lines)
    assert [0, *(line.end for line in lines)] == [*(line.start for line in lines), len(text)]
    assert all(line.start < line.end for line in lines)


@settings(deadline=None)  # the first call compiles the rules
@given(ANY, st.integers(1, 30), st.integers(0, 8), st.integers(0, 8))
def test_lines_show_the_source_without_what_was_dropped(text: str, measure: int, first_indent: int, hang: int) -> None:
    for line in typeset(text, measure, first_indent=first_indent, hang=hang):
        source = text[line.start : line.end].replace("\t", " ")
        assert source.startswith(line.text[line.indent :])
        assert "" == source.removeprefix(line.text[line.indent :]).strip()
        assert "" == line.text[: line.indent].strip()


@settings(deadline=None)  # the first call compiles the rules
@given(ANY, st.integers(1, 30), st.integers(0, 8), st.integers(0, 8))
def test_no_line_is_wider_than_the_measure(text: str, measure: int, first_indent: int, hang: int) -> None:
    for line in typeset(text, measure, first_indent=first_indent, hang=hang):
        if width(line.text) > measure:
            rest = line.text[line.indent :]
            assert (
                1 == len(re.findall("[^\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]", rest))
                or "\u200d" in rest
                or measure < 3
            )


LONG = [unit * (10_000 // len(unit)) for unit in ("」", "「", "「」", "……", "「 ", " 」", '"', "a", " ", "/")]


@pytest.mark.parametrize("text", [*LONG, "é" * 5_000 + "\u0301" * 5_000])
@pytest.mark.parametrize("measure", [2, 40])
def test_pathological_text_is_fast_and_stays_within_the_measure(text: str, measure: int) -> None:
    start = perf_counter()
    lines = typeset(text, measure)
    assert perf_counter() - start < 2
    assert all(width(line.text) <= measure for line in lines)
