"""Dates as pages print them → ISO 8601 in the printed precision.

All patterns read folded text. A form whose day and month could be exchanged (03/04/2025) is read by the weekday beside it,
by the form itself (2/11/2025, 9:30:00 AM is how scripts write American dates), or by the page's language; else it is no date.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Literal, NamedTuple

from tui_reader.cleaning.patterns.date_forms import (
    DATE_FORMS,
    DATE_SIGN,
    DATE_SIGN_TO_LINE_END,
    ENGLISH_MONTH,
    ENGLISH_MONTH_NAME,
    HAN_DIGITS,
    MONTHS,
)
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.weekdays import weekday_beside

Order = Literal["day", "month"]
"""Which of the two numbers before a year comes first in the page's language."""

_FIRST_ROC, _ROC_MOST = 1911, 200
"""The year before the first of the Republic of China, and the least number that is no year of it."""
LONGEST_ROW = 80
"""Maximum characters of a row with a date and little else."""
NOON, MIDNIGHT, LAST_MINUTE = 12, 24, 59
_LATE = {
    **dict.fromkeys(("下午", "pm", "p"), range(NOON)),
    **dict.fromkeys(("晚上", "晚间", "傍晚"), range(4, NOON)),
    "中午": range(1, 6),
    **dict.fromkeys(("深夜", "夜里", "夜间", "半夜"), range(6, NOON)),
}
"""Words for parts of the day, and the hours that they move behind noon: 中午 11:30 and 深夜 2:00 are as printed."""
_NIGHT = frozenset({"晚上", "晚间", "深夜", "夜里", "夜间", "半夜", "午夜"})
"""Words with which 12:00 is midnight, after which another day may be meant."""
_MILLISECONDS = 10**11
_STAMPS = (631_152_000, 2_208_988_800)
"""Range of UNIX times (1990 to 2040); other numbers of ten digits are no times."""
_DAY_FIRST = (
    *(
        "en-gb",
        "en-au",
        "en-nz",
        "en-hk",
        "en-sg",
        "en-my",
        "zh-hk",
        "zh-mo",
        "zh-sg",
        "zh-my",
        "ms",
        "fr",
        "es",
        "pt",
        "it",
    ),
)
"""Beginnings of language tags whose pages write the day first."""
_CHINA = timezone(timedelta(hours=8))
_RUN_TOGETHER = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:t?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?)?(?:$|[z+])"
)
_MACHINE_MADE = re.compile(r"t\d{2}:\d{2}:00(?:\.0+)?(?:z|[+-]\d{2}:?\d{2})$")
"""A time with zone that a program wrote; its zero seconds carry no information."""


class Found(NamedTuple):
    """A date in a text: ISO 8601, and its span."""

    iso: str
    start: int
    end: int


def find_dates(folded: str, order: Order | None = None) -> list[Found]:
    """The dates of a folded text, in order; forms that would read the same characters again are left out.

    `order`: how the page's language writes 03/04/2025; without it such a date is left out.
    """
    return _dates(folded, order) if DATE_SIGN.search(folded) else []


def order_of(language: str | None) -> Order | None:
    """Order of day and month in the language tag that a page declares (zh-HK, en-US); None if usage varies."""
    tag = (language or "").lower().replace("_", "-")
    if tag in {"en-us", "en-ph"}:
        return "month"
    return "day" if tag.startswith(_DAY_FIRST) else None


def _dates(folded: str, order: Order | None) -> list[Found]:
    taken: list[Found] = []
    for form in DATE_FORMS:
        if form.sign not in folded and not (form.sign is ENGLISH_MONTH and ENGLISH_MONTH_NAME.search(folded)):
            continue
        for match in form.pattern.finditer(folded):
            iso = _iso(match, order)
            if iso and all(match.end() <= found.start or match.start() >= found.end for found in taken):
                start = match.start("roc") if "roc" in match.groupdict() else match.start()
                taken.append(Found(iso, start, match.end()))
    return sorted(taken, key=lambda found: found.start)


def is_date_row(folded: str) -> bool:
    """Whether a row contains a date and little else."""
    return may_be_date_row(folded) and are_nearly_all(find_dates(folded), folded)


def may_be_date_row(folded: str) -> bool:
    """Whether a row is short enough and contains a sign of a date."""
    return len(folded) <= LONGEST_ROW and not folded.isalpha() and DATE_SIGN.search(folded) is not None


def are_nearly_all(dates: Sequence[Found], folded: str) -> bool:
    """Whether a row contains little besides its dates."""
    spare = len(folded) - sum(found.end - found.start for found in dates)
    return bool(dates) and spare <= LONGEST_ROW // 2 and "。" not in folded


def rows_with_signs(rows: Sequence[str]) -> list[int]:
    """Indices of rows with a sign of a date; no other row can be a date row. One search over all rows."""
    return Lines([row if len(row) <= LONGEST_ROW else "" for row in rows]).having(DATE_SIGN_TO_LINE_END)


def iso_of(text: str, order: Order | None = None) -> str | None:
    """A declared date or time (`2024-10-14T08:00:00+08:00`) without zone, fractions, and zero seconds before a zone; None if it
    is no date.
    """
    text = text.strip().lower()
    if found := find_dates(text, order):
        return found[0].iso.removesuffix(":00") if _MACHINE_MADE.search(text) else found[0].iso
    if match := _RUN_TOGETHER.match(text):
        return _iso(match, order)
    return moment_of(int(text)) if text.isdecimal() and text.isascii() and len(text) in {10, 13} else None


def moment_of(stamp: int) -> str | None:
    """UNIX time in seconds or milliseconds → ISO 8601 in China's time zone; None outside _STAMPS."""
    seconds = stamp // 1000 if stamp >= _MILLISECONDS else stamp
    if not _STAMPS[0] <= seconds < _STAMPS[1]:
        return None
    return datetime.fromtimestamp(seconds, _CHINA).replace(tzinfo=None).isoformat(timespec="minutes")


def at_clock(day: datetime, got: Mapping[str, str | None]) -> str | None:
    """ISO 8601 of `day` at the time in the groups of TIME and HALF; the date alone without a time, at 24:00 and from 晚上12:00;
    None if the time is impossible.
    """
    hour, minute, second = _hour(got), int(got.get("minute") or 0), int(got.get("second") or 0)
    at_midnight = (hour, minute, second) == (MIDNIGHT, 0, 0) or (hour == NOON and got.get("half") in _NIGHT)
    if not got.get("hour") or (at_midnight and max(minute, second) <= LAST_MINUTE):
        return day.date().isoformat()
    try:
        moment = day.replace(hour=hour, minute=minute, second=second, microsecond=0)
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds" if got.get("second") else "minutes")


def _iso(match: re.Match[str], order: Order | None) -> str | None:
    got = match.groupdict()
    year = _number(got["year"])
    if "short" in got:
        year += 2000
    elif got.get("roc") or ("roc" in got and year < _ROC_MOST):
        year += _FIRST_ROC
    days = _slashed(match, year, order) if "other" in got else [(_month(got), _number(got["day"]))]
    if len(days) != 1:
        return None
    day = _day(year, *days[0])
    if got.get("second") == "00" and (got.get("zone") or ("other" in got and got.get("after"))):
        got["second"] = None  # a program wrote it
    return at_clock(day, got) if day else None


def _month(got: Mapping[str, str | None]) -> int:
    if got.get("word"):
        return MONTHS.index((got["word"] or "")[:3]) + 1
    return _number(got.get("month") or got.get("figure") or "0")


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - as printed
    except ValueError:
        return None


def _slashed(match: re.Match[str], year: int, order: Order | None) -> list[tuple[int, int]]:
    """(month, day) of 02/11/2025: one pair if certain, else both."""
    first, other = int(match["first"]), int(match["other"])
    ways: dict[Order, tuple[int, int]] = {"month": (first, other), "day": (other, first)}
    valid = list(dict.fromkeys(way for way in ways.values() if _day(year, *way)))
    if len(valid) < len(ways):
        return valid
    weekday = weekday_beside(match)
    fitting = [way for way in valid if (day := _day(year, *way)) and day.weekday() == weekday]
    if len(fitting) == 1:
        return fitting
    if match["after"] and match["second"]:
        return [ways["month"]]
    return [ways[order]] if order else valid


def _hour(got: Mapping[str, str | None]) -> int:
    """The hour, 0 to 23, with 下午 or pm added; 0 if the date has no time."""
    hour = int(got.get("hour") or 0)
    half = got.get("after") or got.get("half") or ""
    if hour in _LATE.get(half, ()):
        return hour + NOON
    return 0 if half in {"上午", "凌晨", "am", "a"} and hour == NOON else hour


def _number(text: str | None) -> int:
    """Value of ASCII digits or Han numerals: 2024, 二〇二四, 二十一, 一一三."""
    if not text or text.isascii():
        return int(text or 0)
    if "百" in text:
        head, _, rest = text.partition("百")
        return (_number(head) if head else 1) * 100 + (_number(rest.lstrip("零〇")) if rest else 0)
    if "十" in text:
        head, _, rest = text.partition("十")
        return (_number(head) if head else 1) * 10 + (_number(rest) if rest else 0)
    return int(
        "".join(str(max(0, HAN_DIGITS.index(figure) - 2)) if figure in HAN_DIGITS else figure for figure in text)
    )
