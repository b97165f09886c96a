"""Datelines of outlets known by the shape of their names, and sentences that begin like one."""

import pytest

from tui_reader.cleaning.metadata.datelines import find_dateline
from tui_reader.cleaning.patterns.dates import find_dates


@pytest.mark.parametrize(
    ("row", "outlet"),
    [
        ("海声社北京2月13日电 记者从会上获悉", "海声社"),
        ("海声社2月13日下午电 记者从会上获悉", "海声社"),
        ("海声网 台州 2月13日综合消息 记者从会上获悉", "海声网"),
        ("海声日报3月5日讯", "海声日报"),
    ],
)
def test_an_outlet_is_known_by_its_shape(row: str, outlet: str) -> None:
    found = find_dateline(row)
    assert found is not None
    assert outlet == row[found.start : found.stop]


@pytest.mark.parametrize(
    "row", ["这家报社3月5日收到来电", "他每天看电视台3月5日的消息", "工人们在工地网3月5日还没有报道"]
)
def test_a_sentence_about_an_outlet_is_no_dateline(row: str) -> None:
    assert find_dateline(row) is None


@pytest.mark.parametrize(
    ("row", "expected"), [("03/04/2025 month end", []), ("03/04/2025 money", []), ("03/04/2025 sunny", [])]
)
def test_a_word_that_begins_like_a_weekday_settles_no_date(row: str, expected: list[str]) -> None:
    assert expected == [date.iso for date in find_dates(row)]


@pytest.mark.parametrize("row", ["03/04/2025 thursday", "thu 03/04/2025", "03/04/2025 thurs", "03/04/2025 thur"])
def test_a_weekday_settles_an_ambiguous_date(row: str) -> None:
    assert ["2025-04-03"] == [date.iso for date in find_dates(row)]
