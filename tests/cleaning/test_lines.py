import re

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.markup.blocks import plain_blocks
from tui_reader.cleaning.patterns.lines import Lines

rows = st.lists(st.text("老街a1於楼", min_size=1, max_size=6), max_size=8)


@given(rows)
def test_a_pattern_finds_the_rows_it_would_find_one_by_one(rows: list[str]) -> None:
    pattern = re.compile("街|1(?<=a1)")
    assert [index for index, row in enumerate(rows) if pattern.search(row)] == Lines(rows).having(pattern)


@given(rows)
def test_a_line_feed_in_a_pattern_is_the_edge_of_a_row(rows: list[str]) -> None:
    assert [index for index, row in enumerate(rows) if row[0] == "老"] == Lines(rows).having(re.compile("\n老"))


def test_a_row_with_line_feeds_of_its_own_is_one_row() -> None:
    assert [1] == Lines(["老街", "市集\n夜市", "河岸"]).having(re.compile("市"))


def test_empty_rows_keep_the_numbers_of_the_others() -> None:
    assert [2] == Lines(["", "", "老街", ""]).having(re.compile("老街"))


def test_the_rows_of_blocks_are_their_folded_text() -> None:
    assert ["第3楼"] == list(Lines.of(plain_blocks(["第３樓"])).rows)
