"""Numbers at line beginnings: 第一章, 一、, （1）, 2. and similar; which of them continue."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}
_NUMBER = r"(?P<it>\d{1,3}|[一二三四五六七八九十]{1,3})"
_FORMS = re.compile(
    rf"(?P<open>第|\(|\[)?\s?{_NUMBER}\s?(?P<close>[章节条回卷编部课步讲集篇幕场]|[.、,):\]](?!\d))(?!\Z)"
)


class Number(NamedTuple):
    """A line's number and the signs around it: 第…章."""

    value: int
    form: str


def number_of(folded: str) -> Number | None:
    """The number at the beginning of a folded line; None without one."""
    found = _FORMS.match(folded)
    if found is None:
        return None
    digits = found["it"]
    kind = "1" if digits.isdecimal() else "一"
    return Number(_value(digits), f"{found['open'] or ''}{kind}{found['close']}")


def counts_on(folded: str, below: Sequence[str]) -> bool:
    """Whether a line has the first of a series of numbers in the same form that continues below."""
    first = number_of(folded)
    if first is None or first.value > 1:
        return False
    wanted = first._replace(value=first.value + 1)
    return any(number_of(row) == wanted for row in below)


def _value(digits: str) -> int:
    """Value of up to three digits or Han numerals (二十一)."""
    if digits.isdecimal():
        return int(digits)
    if "十" not in digits:
        return int("".join(str(_DIGITS[digit]) for digit in digits))
    tens, _, ones = digits.partition("十")
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones[0]] if ones else 0)
