from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.patterns.relative import find_relative, has_relative, page_moment
from tui_reader.text.fold import fold

NOON = datetime(2025, 8, 16, 12, 0)  # noqa: DTZ001 - as printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2小時30分鐘前", "2025-08-16T09:30"),
        ("1天2小时前", "2025-08-15T10:00"),
        ("兩小時前", "2025-08-16T10:00"),
        ("半小时前", "2025-08-16T11:30"),
        ("一个半小时前", "2025-08-16T10:30"),
        ("十二分钟前", "2025-08-16T11:48"),
        ("一周前", "2025-08-09"),
        ("3个月前", "2025-05-16"),
        ("6个月前", "2025-02-16"),
        ("2年前", "2023-08-16"),
        ("5 minutes ago", "2025-08-16T11:55"),
        ("刚刚", "2025-08-16T12:00"),
        ("昨天 23:01", "2025-08-15T23:01"),
        ("昨天下午3:05", "2025-08-15T15:05"),
        ("昨晚 9:10", "2025-08-15T21:10"),
        ("今早 09:30", "2025-08-16T09:30"),
        ("前日", "2025-08-14"),
        ("8月15日 18:10", "2025-08-15T18:10"),
        ("12-31 09:30", "2024-12-31T09:30"),
    ],
)
def test_counted_from_a_moment(text: str, expected: str) -> None:
    assert [expected] == [found.iso for found in find_relative(fold(text), NOON)]


@pytest.mark.parametrize("text", ["以前天天下雨", "上周五 20:00", "今天下午", "比分 3-2", "第3天"])
def test_what_tells_no_moment(text: str) -> None:
    assert [] == [found.iso for found in find_relative(fold(text), NOON) if "T" in found.iso]


def test_the_last_day_of_a_shorter_month() -> None:
    moment = datetime(2025, 3, 31, 8, 0)  # noqa: DTZ001 - as printed
    assert ["2025-02-28"] == [found.iso for found in find_relative("1个月前", moment)]


def test_the_moment_at_which_the_page_was_made() -> None:
    rows = ["热门", "gmt+8, 2025-2-11 12:00 , processed in 0.05 second(s)"]
    assert page_moment(rows) == datetime(2025, 2, 11, 12, 0)  # noqa: DTZ001 - as printed
    assert page_moment(["2025-2-11 12:00"]) is None
    assert page_moment(["utc+9, 2025-2-11 13:00"]) == datetime(2025, 2, 11, 13, 0)  # noqa: DTZ001 - as printed


def test_a_relative_time_is_seen_without_a_moment() -> None:
    assert has_relative(fold("發布於 3小時前"))
    assert not has_relative(fold("河岸日報"))


@given(
    st.sampled_from(["秒", "分钟", "小时", "天", "周", "个月", "年"]),
    st.integers(0, 999),
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),  # noqa: DTZ001 - as printed
)
def test_every_counted_time_is_iso_8601(unit: str, count: int, moment: datetime) -> None:
    for found in find_relative(f"{count}{unit}前", moment):
        assert datetime.fromisoformat(found.iso) <= moment
