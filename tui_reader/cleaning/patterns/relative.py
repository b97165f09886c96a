"""Relative times: 2小时30分钟前, 半小時前, 昨天 23:01, and dates without a year: 02-11 09:30.

All patterns match folded text. Without a reference time there is no date.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from tui_reader.cleaning.patterns.date_forms import HALF, TIME
from tui_reader.cleaning.patterns.dates import Found, at_clock, find_dates

_COUNT = r"(?:\d{1,3}|半|[一二两三四五六七八九十]{1,3})"
_UNIT = r"(?:秒钟?|分钟?|小时|钟头|天|日|周|星期|礼拜|月|年)"
_STEP = re.compile(rf"(?P<count>{_COUNT})\s?个?(?P<half>半)?\s?(?P<unit>{_UNIT})")
_AGO = re.compile(
    rf"(?:{_COUNT}\s?个?半?\s?{_UNIT}\s?零?){{1,3}}(?:之前|以前|前)"
    r"|(?<![a-z\d])(?P<english>\d{1,3}|an?)\s(?P<step>second|minute|hour|day|week|month|year)s?\sago"
)
_NAMED_DAYS = {"今": 0, "昨": 1, "前": 2}
_NAMED = re.compile(
    rf"刚刚|刚才|(?P<day>[今昨]|(?<![大之以])前)(?:[天日]|(?P<part>[早晨晚])(?!报))(?:\s?{HALF})?(?:\s?{TIME})?"
)
_YEARLESS = re.compile(
    rf"(?<![\d年./:-])(?P<month>1[0-2]|0?[1-9])(?:\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?日(?:\s?{HALF})?(?:\s?{TIME})?|[-/](?P<other>3[01]|[12]\d|0?[1-9])\s{TIME.replace('?P<', '?P<_')})"
)
_STEPS = {
    "秒": timedelta(seconds=1),
    "分": timedelta(minutes=1),
    "小": timedelta(hours=1),
    "钟": timedelta(hours=1),
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "周": timedelta(days=7),
    "星": timedelta(days=7),
    "礼": timedelta(days=7),
}
_ENGLISH = {"second": "秒", "minute": "分", "hour": "小", "day": "天", "week": "周", "month": "月", "year": "年"}
_MONTHS_OF = {"月": 1, "年": 12}
_EXACT = frozenset("秒分小钟")
"""Units that give a time, not only a day."""
_DIGITS = "一二三四五六七八九"
_MADE = re.compile(
    r"(?:gmt|utc)\s?[+-]\s?\d{1,2}\s?[,:]|(?:现在|目前|当前)(?:的)?(?:\S{2})?时间(?:是|为)?\s?[:]?\s?(?=\D{0,6}\d)"
)
"""Before the time a page was made: a time zone (GMT+8, …), as forum software prints it at the foot, or words for now."""
_LOOK = 200


def find_relative(folded: str, as_of: datetime | None) -> Iterator[Found]:
    """Relative times (1小時前) based on `as_of`, and dates of its year; none without it."""
    if as_of is None:
        return
    for match in _AGO.finditer(folded):
        if iso := _counted_back(match, as_of):
            yield Found(iso, match.start(), match.end())
    for match in _NAMED.finditer(folded):
        if iso := _named(match, as_of):
            yield Found(iso, match.start(), match.end())
    for match in _YEARLESS.finditer(folded):
        if iso := _this_year(match, as_of):
            yield Found(iso, match.start(), match.end())


def has_relative(folded: str) -> bool:
    """Whether the row contains a relative time, resolvable or not."""
    return _AGO.search(folded) is not None or _NAMED.search(folded) is not None


def page_moment(rows: Iterable[str]) -> datetime | None:
    """Time the page was made, if a folded row prints it (GMT+8, 2025-2-11 12:00)."""
    for row in rows:
        if len(row) <= _LOOK and _MADE.search(row):
            for found in find_dates(row):
                if "T" in found.iso:
                    return datetime.fromisoformat(found.iso)
    return None


def _counted_back(match: re.Match[str], as_of: datetime) -> str | None:
    """ISO 8601 of `as_of` minus the matched time; without time of day if only days or longer units are named."""
    moment, exact = as_of, False
    try:
        for number, unit in _steps(match):
            exact |= unit in _EXACT
            moment = (
                _months_back(moment, number * _MONTHS_OF[unit])
                if unit in _MONTHS_OF
                else moment - number * _STEPS[unit]
            )
    except (OverflowError, ValueError):  # before the year 1
        return None
    return moment.isoformat(timespec="minutes")[:16] if exact else moment.date().isoformat()


def _steps(match: re.Match[str]) -> list[tuple[float, str]]:
    """(number, first character of the Chinese unit) of each part: 2小时30分 has two."""
    if match["english"]:
        count = int(match["english"]) if match["english"].isdigit() else 1
        return [(float(count), _ENGLISH[match["step"]])]
    return [(_count(step), step["unit"][0]) for step in _STEP.finditer(match[0])]


def _count(step: re.Match[str]) -> float:
    """Number of units: 2, 两, 十二, 半, 一个半."""
    text = step["count"].replace("两", "二")
    if text == "半":
        return 0.5
    half = 0.5 if step["half"] else 0.0
    if text.isdigit():
        return int(text) + half
    tens, ten, ones = text.rpartition("十")
    number = (_DIGITS.find(ones[-1:]) + 1 if ones else 0) + (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0)
    return number + half


def _months_back(moment: datetime, count: float) -> datetime:
    months = int(count)
    if count != months:
        moment -= timedelta(days=15)
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def _named(match: re.Match[str], as_of: datetime) -> str | None:
    if not match["day"]:
        return as_of.isoformat(timespec="minutes")[:16]
    try:
        day = as_of - timedelta(days=_NAMED_DAYS[match["day"]])
    except OverflowError:
        return None
    got = match.groupdict()
    return at_clock(day, got | {"half": "晚上"} if match["part"] == "晚" and not match["half"] else got)


def _this_year(match: re.Match[str], as_of: datetime) -> str | None:
    """02-11 09:30 within the twelve months before `as_of`."""
    got = {key.removeprefix("_"): value for key, value in match.groupdict().items() if value}
    for year in (as_of.year, as_of.year - 1):
        try:
            day = datetime(year, int(got["month"]), int(got.get("day") or got["other"]))  # noqa: DTZ001 - as printed
        except ValueError:
            continue
        if day <= as_of:
            return at_clock(day, got)
    return None
