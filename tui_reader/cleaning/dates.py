"""Dates as pages print them → ISO 8601, as exact as printed."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_TIME = r"(?P<hour>\d{1,2})(?::|时|点)(?P<minute>\d{2})(?:(?::|分)(?P<second>\d{2}))?(?!\d)"
_BETWEEN = (
    r"(?:[\s,tat·|]|星期.|周[一二三四五六日]|\(.{1,3}\)|格林尼治标准时间|(?P<half>上午|下午|晚上|凌晨|中午|am|pm))*"
)
_DAY = (
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?(?:年|[-/.])\s?(?P<month>\d{1,2})\s?(?:月|[-/.])\s?(?P<day>\d{1,2})(?!\d{3})日?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS = "|".join(_MONTHS)
_MONTH = "A MONTH"
_MONTH_NAME = re.compile(_WORDS)
_FORMS = (
    (
        "/",
        re.compile(
            r"(?<!\d)(?P<hour>\d{2}):(?P<minute>\d{2})(?P<year>20\d{2})/(?P<month>\d{2})/(?P<day>\d{2})(?!\d)"
        ),  # the clock first, as run-together rows have it
    ),
    ("t", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})t" + _TIME)),
    ("", re.compile(_DAY + r"(?:" + _BETWEEN + _TIME + r")?")),
    (
        "民国",
        re.compile(
            r"(?P<roc>(?:民国|中华民国)\s?)(?P<year>\d{2,3})\s?[年./-]\s?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})日?(?:"
            + _BETWEEN
            + _TIME
            + r")?"
        ),
    ),
    (
        "年",
        re.compile(
            r"(?<!\d)(?P<roc>)(?P<year>1[01]\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:" + _BETWEEN + _TIME + r")?"
        ),
    ),
    ("-", re.compile(r"(?<![\d-])(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})\s?" + _TIME)),
    (
        _MONTH,
        re.compile(
            rf"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?P<word>{_WORDS})[a-z]*\.?\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+(?P<year>(?:19|20)\d{{2}})"
        ),
    ),
    (
        _MONTH,
        re.compile(
            rf"(?P<word>{_WORDS})[a-z]*\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d{{2}})(?:{_BETWEEN}{_TIME})?"
        ),
    ),
    (
        _MONTH,
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<word>{_WORDS})[a-z]*\.?,?\s+(?P<year>(?:19|20)\d{{2}})(?:{_BETWEEN}{_TIME})?"
        ),
    ),
)
"""A sign without which a row cannot hold the form, and the form: most rows need only two or three of them."""
_RELATIVE = re.compile(
    r"(?P<count>\d{1,3})\s?(?:个)?(?P<unit>秒|分钟?|小时|天|日|周|星期)(?:之?前)|(?P<named>刚刚|今天|昨天|前天)"
)
_MAYBE = re.compile(r"(?:19|20)\d\d|民国|1[01]\d年|\d-\d\d-\d")
"""No form matches a row without one of these."""
_STEPS = {
    "秒": timedelta(seconds=1),
    "分": timedelta(minutes=1),
    "小": timedelta(hours=1),
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "周": timedelta(days=7),
    "星": timedelta(days=7),
}
_NAMED = {"刚刚": timedelta(), "今天": timedelta(), "昨天": timedelta(days=1), "前天": timedelta(days=2)}
_FIRST_ROC = 1911
NOON = 12


class Found(NamedTuple):
    """A date in a text: ISO 8601, and where it stands."""

    iso: str
    start: int
    end: int


def find_dates(folded: str) -> list[Found]:
    """The dates of a folded text, in order; forms that would read the same characters again are left out."""
    return list(_dates(folded)) if _MAYBE.search(folded) else []


@lru_cache(512)
def _dates(folded: str) -> tuple[Found, ...]:
    """As find_dates; cached, because several stages ask about the rows around a title."""
    taken: list[Found] = []
    for form in (form for sign, form in _FORMS if sign in folded or (sign is _MONTH and _MONTH_NAME.search(folded))):
        for match in form.finditer(folded):
            iso = _iso(match)
            if iso and all(match.end() <= found.start or match.start() >= found.end for found in taken):
                taken.append(Found(iso, match.start(), match.end()))
    return tuple(sorted(taken, key=lambda found: found.start))


def find_relative(folded: str, as_of: datetime | None) -> Iterator[Found]:
    """Times like 1小時前, counted back from `as_of`; none without it."""
    if as_of is None:
        return
    for match in _RELATIVE.finditer(folded):
        named, unit = match["named"], match["unit"] or ""
        moment = as_of - (_NAMED[named] if named else int(match["count"]) * _STEPS[unit[0]])
        exact = named == "刚刚" or unit[:1] in {"秒", "分", "小"}
        yield Found(
            moment.isoformat(timespec="minutes")[:16] if exact else moment.date().isoformat(),
            match.start(),
            match.end(),
        )


def is_date_row(folded: str) -> bool:
    """Does a row hold a date and little else?"""
    if len(folded) > 80 or folded.isalpha() or not _MAYBE.search(folded):
        return False
    found = find_dates(folded)
    return bool(found) and len(folded) - sum(f.end - f.start for f in found) <= 40 and "。" not in folded


def iso_of(text: str) -> str | None:
    """What a page declares (`2024-10-14T08:00:00+08:00`), without seconds' fractions and zone; None if no date."""
    found = find_dates(text.strip().lower())
    return found[0].iso if found else None


def _iso(match: re.Match[str]) -> str | None:
    got = match.groupdict()
    year = int(got["year"]) + (_FIRST_ROC if "roc" in got else 2000 if "short" in got else 0)
    month = _MONTHS.index(got["word"][:3]) + 1 if got.get("word") else int(got["month"])
    hour = int(got["hour"]) if got.get("hour") else 0
    if got.get("half") in {"下午", "晚上", "pm"} and hour < NOON:
        hour += NOON
    try:
        moment = datetime(year, month, int(got["day"]), hour, int(got.get("minute") or 0), int(got.get("second") or 0))  # noqa: DTZ001 - as printed
    except ValueError:
        return None
    if not got.get("hour"):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if got.get("second") else "minutes")
