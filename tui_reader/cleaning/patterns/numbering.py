"""Numbers at the beginning of lines (第一章, 一、, (1), 2.), and whether a series of them continues. Patterns read folded text."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from typing import NamedTuple

_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")}
_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})"
_NUMBERED = re.compile(
    rf"(?P<open>第|\(|\[)?\s?{_NUMBER}\s?(?P<close>[章节条回卷编部课步讲集篇幕场]|[.、,):\]](?!\d))(?!\Z)"
)
FEWEST_STEPS = 3
"""Minimum numbers in rows of their own."""
FEWEST_LINES, CODE = 2, 0.5
"""Minimum numbers of a gutter; minimum share of code in the rows below it."""
_STEP = re.compile(
    r"(?P<before>步骤|step|第)?\s?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?P<after>步)?[.:、]?$"
)


class Number(NamedTuple):
    """A line's number, and its form: the signs around it with 1 or 一 between (第一章, (1), 1.)."""

    value: int
    form: str


def number_of(folded: str) -> Number | None:
    """The number at the beginning of a folded line; None without one."""
    found = _NUMBERED.match(folded)
    if found is None:
        return None
    digits = found["number"]
    numeral = "1" if digits.isdecimal() else "一"
    return Number(_value(digits), f"{found['open'] or ''}{numeral}{found['close']}")


def counts_on(folded: str, below: Sequence[str]) -> bool:
    """Whether a line has number 0 or 1 and one of the lines `below` the next number in the same form."""
    return starts_series(folded, {number_of(row) for row in below})


def starts_series(folded: str, numbers: AbstractSet[Number | None]) -> bool:
    """Same as `counts_on` for the numbers of the lines below, found once for many lines above."""
    first = number_of(folded)
    return first is not None and first.value <= 1 and first._replace(value=first.value + 1) in numbers


def _value(digits: str) -> int:
    """Value of up to three digits or Han numerals (二十一)."""
    if digits.isdecimal():
        return int(digits)
    if "十" not in digits:
        return int("".join(str(_NUMERALS[digit]) for digit in digits))
    tens, _, ones = digits.partition("十")
    return (_NUMERALS[tens[-1]] if tens else 1) * 10 + (_NUMERALS[ones[0]] if ones else 0)


def step_rows(rows: Sequence[str]) -> list[int]:
    """Indices of folded rows that hold only the number of the row below: 1, 2, 3 or 步骤 1, 步骤 2, each above a single row.

    Numbers above several rows are those of sections, and none of these.
    """
    numbers = [(index, found) for index, row in enumerate(rows) if (found := _STEP.match(row))]
    for place, (index, found) in enumerate(numbers):
        series = [index]
        for step, (below, other) in enumerate(numbers[place + 1 :], _value(found["number"]) + 1):
            same = (other["before"], other["after"]) == (found["before"], found["after"])
            if not same or below != series[-1] + 2 or _value(other["number"]) != step:
                break
            series.append(below)
        if _value(found["number"]) == 1 and len(series) >= FEWEST_STEPS:
            return series
    return []


def gutter_rows(rows: Sequence[str]) -> list[int]:
    """Indices of folded rows that hold the line numbers of the program below: 1, 2, 3 in rows of their own, above as many rows
    of code.
    """
    found: list[int] = []
    index = 0
    while index < len(rows):
        size = _counted(rows, index)
        code = "\n".join(rows[index + size : index + 2 * size]).split("\n")[:size]
        if size >= FEWEST_LINES and len(code) == size and sum(map(_is_code, code)) >= CODE * size:
            found += range(index, index + size)
        index += max(size, 1)
    return found


def _counted(rows: Sequence[str], start: int) -> int:
    """How many rows from `start` on count 1, 2, 3."""
    return next(size for size in count() if rows[start + size : start + size + 1] != [str(size + 1)])


def _is_code(row: str) -> bool:
    """Whether most of a row is ASCII, and some of it letters."""
    return sum(map(str.isascii, row)) * 2 > len(row) and any(sign.isascii() and sign.isalpha() for sign in row)
