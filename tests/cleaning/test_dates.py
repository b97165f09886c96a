from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.patterns.date_forms import DATE_FORMS, ENGLISH_MONTH, DateForm
from tui_reader.cleaning.patterns.dates import find_dates, is_date_row, iso_of, order_of
from tui_reader.cleaning.patterns.relative import find_relative
from tui_reader.text.fold import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025/02/24", "2025-02-24"),
        ("2025年8月15日23:45", "2025-08-15T23:45"),
        ("2025-02-11 15:21:45", "2025-02-11T15:21:45"),
        ("2024.10.14 | 半導體", "2024-10-14"),
        ("15:312018/09/16", "2018-09-16T15:31"),
        ("發布時間：18-03-0823:16", "2018-03-08T23:16"),
        ("2012年12月10日, 格林尼治标准时间10:41", "2012-12-10T10:41"),
        ("2012年12月10日 北京时间 10:41", "2012-12-10T10:41"),
        ("2012年12月10日 下午北京时间3:41", "2012-12-10T15:41"),
        ("2019年06月15日08:18 來源", "2019-06-15T08:18"),
        ("民國112年8月21日", "2023-08-21"),
        ("113年1月2日 下午3:05", "2024-01-02T15:05"),
        ("2024年1月2日 中午1:05", "2024-01-02T13:05"),
        ("2024年1月2日 中午11:50", "2024-01-02T11:50"),
        ("2024年1月2日 深夜11:30", "2024-01-02T23:30"),
        ("2024年1月2日 深夜1:30", "2024-01-02T01:30"),
        ("2024年1月2日 晚上12:00", "2024-01-02"),
        ("2024年1月2日 深夜12:30", "2024-01-02"),
        ("2024年1月2日 晚上8:30", "2024-01-02T20:30"),
        ("2024年1月2日 晚上0:30", "2024-01-02T00:30"),
        ("2024年1月2日 傍晚6:05", "2024-01-02T18:05"),
        ("2024年1月2日 半夜11:05", "2024-01-02T23:05"),
        ("2024年1月2日 中午12:00", "2024-01-02T12:00"),
        ("Mon Apr  2 07:24:47 2007", "2007-04-02T07:24:47"),
        ("March 5, 2021", "2021-03-05"),
        ("5 Mar 2021 10:30", "2021-03-05T10:30"),
        ("２０２５年１月２日", "2025-01-02"),
        ("2024-10-14T08:00:00+08:00", "2024-10-14T08:00:00"),
        ("二〇二五年二月二十四日", "2025-02-24"),
        ("中華民國一百一十四年二月四日", "2025-02-04"),
        ("發布日期：114-02-24", "2025-02-24"),
        ("24-Aug-25", "2025-08-24"),
        ("Feb 24 2025 12:05 AM", "2025-02-24T00:05"),
        ("02/24/2025 3:05 PM", "2025-02-24T15:05"),
        ("24/02/2025", "2025-02-24"),
        ("6月 12, 2009 8:11 pm", "2009-06-12T20:11"),
        ("2025 年 2 月 24 日 8 時 05 分", "2025-02-24T08:05"),
        ("2025-02-11 24:00", "2025-02-11"),
        ("2025年2月11日 9:5", "2025-02-11T09:05"),
        ("Tue Feb 11 09:30:00 CST 2025", "2025-02-11T09:30"),
        ("11 二月 2025", "2025-02-11"),
        ("十二月 11, 2025", "2025-12-11"),
        ("11 2月 2025", "2025-02-11"),
        ("2/11/2025, 9:30:00 AM", "2025-02-11T09:30"),
        ("週二, 02/11/2025 - 09:30", "2025-02-11T09:30"),
        ("週日 02/11/2025", "2025-11-02"),
        ("05/05/2025", "2025-05-05"),
        ("2025年2月11日（农历正月十四） 10:00", "2025-02-11T10:00"),
    ],
)
def test_dates_as_pages_print_them(text: str, expected: str) -> None:
    assert [expected] == [found.iso for found in find_dates(fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025",
        "2025-W07",
        "廿五年二月十一日",
        "2025/13/40",
        "電話 02-2308-7111",
        "1/20",
        "iPhone 15",
        "3.1415926",
        "今天",
        "第110屆",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [] == find_dates(fold(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1小時前", "2025-08-16T09:30"),
        ("20分钟前", "2025-08-16T10:10"),
        ("3天前", "2025-08-13"),
        ("昨天", "2025-08-15"),
    ],
)
def test_a_relative_time_counts_against_a_moment(text: str, expected: str) -> None:
    moment = datetime(2025, 8, 16, 10, 30)  # noqa: DTZ001 - as printed
    assert [expected] == [found.iso for found in find_relative(fold(text), moment)]
    assert [] == list(find_relative(fold(text), None))


def test_letters_are_no_space_before_a_time() -> None:
    assert ["2025-01-02"] == [found.iso for found in find_dates("2025-01-02tat|/ta 10:05")]


def test_the_language_tells_day_from_month() -> None:
    assert ["2025-04-03"] == [found.iso for found in find_dates("03/04/2025", order_of("zh-HK"))]
    assert ["2025-03-04"] == [found.iso for found in find_dates("03/04/2025", order_of("en_US"))]
    assert order_of("zh-CN") is None


@given(st.text("0123456789-/.:年月日時时分點点 tT上午下午民國二十一月周ap,", max_size=30))
def test_every_date_is_iso_8601(text: str) -> None:
    for found in find_dates(fold(text)):
        datetime.fromisoformat(found.iso)
        assert 0 <= found.start < found.end <= len(text)


def test_a_row_with_a_date_is_told_from_a_sentence_with_one() -> None:
    assert is_date_row(fold("2019-09-07 13:43 來源：河岸日報"))
    assert not is_date_row(fold("2019年9月7日，他離開了家鄉，再也沒有回來。"))


def test_a_declared_moment_loses_its_zone_and_seconds_that_nobody_set() -> None:
    assert iso_of("2022-09-30T18:05:07+08:00") == "2022-09-30T18:05:07"
    assert iso_of("2022-09-30T18:05:00+08:00") == "2022-09-30T18:05"
    assert iso_of("soon") is None


def test_a_moment_as_scripts_carry_it_is_shown_by_chinese_clocks() -> None:
    assert iso_of("1740399346") == iso_of("1740399346000") == "2025-02-24T20:15"
    assert iso_of("20250224") == "2025-02-24"
    assert iso_of("202502241230") == "2025-02-24T12:30"
    assert iso_of("1234567890123456") is None


def test_no_time_is_before_the_first_year() -> None:
    assert [] == list(find_relative(fold("3天前"), datetime(1, 1, 1)))  # noqa: DTZ001 - as printed


@pytest.mark.parametrize("form", DATE_FORMS, ids=lambda form: form.example)
def test_each_form_reads_its_example(form: DateForm) -> None:
    assert form.pattern.search(form.example)
    assert form.sign in form.example or form.sign is ENGLISH_MONTH
    assert [iso[:10] for iso, _, _ in find_dates(form.example, "day")] in (
        ["2023-05-12"],
        ["2023-05-24"],
        ["2024-01-02"],
    )
