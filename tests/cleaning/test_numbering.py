"""Numbers at the head of lines."""

import pytest

from tui_reader.cleaning.patterns.numbering import Number, counts_on, gutter_rows, number_of


@pytest.mark.parametrize(
    ("line", "value", "form"),
    [
        ("第一章 总则", 1, "第一章"),
        ("第21条 社员", 21, "第1条"),
        ("二十一、停电", 21, "一、"),
        ("(三)干货", 3, "(一)"),
        ("2.擦干水分", 2, "1."),
        ("十、完", 10, "一、"),
    ],
)
def test_a_number_is_read_with_its_signs(line: str, value: int, form: str) -> None:
    assert number_of(line) == Number(value, form)


@pytest.mark.parametrize("line", ["2024年3月8日", "3.14 是圆周率", "08:30 签到", "一个人", "十五箱"])
def test_quantities_and_times_are_no_numbers_of_lines(line: str) -> None:
    assert number_of(line) is None


def test_the_first_counts_on_only_where_the_second_follows_in_its_form() -> None:
    assert counts_on("第一章 总则", ["正文。", "第二章 使用"])
    assert not counts_on("第一章 总则", ["正文。", "二、使用"])
    assert not counts_on("第二章 使用", ["第三章 附则"])


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (("opkg update", "opkg install htop", "reboot"), [1, 2, 3]),
        (("opkg update", "# 再装一次", "reboot"), [1, 2, 3]),
        (("opkg update\nopkg install htop\nreboot",), [1, 2, 3]),
        (("opkg update",), []),
        (("老陈卖鱼", "小陈寄鱼", "老周修船"), []),
    ],
)
def test_numbers_above_as_many_rows_of_code_are_its_gutter(below: tuple[str, ...], found: list[int]) -> None:
    assert found == gutter_rows(["命令如下:", "1", "2", "3", *below])
