"""Dates as printed → ISO 8601, with the printed precision.

All patterns match folded text. Ambiguous day/month order (03/04/2025) is resolved by the weekday next to it, by the form
(2/11/2025, 9:30:00 AM is American), or by the page's language; otherwise it is not a date.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Literal, NamedTuple

from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.weekdays import weekday_beside

Order = Literal["day", "month"]
"""Which of two numbers before a year comes first in a language."""

TIME = r"(?P<hour>\d{1,2})\s?(?::|时|点)\s?(?P<minute>\d{1,2})(?:\s?(?::|分)\s?(?P<second>\d{1,2}))?(?!\d)(?:\s?(?P<after>[ap])\.?m\b\.?)?"
HALF = r"(?P<half>上午|下午|晚上|凌晨|早上|清晨|中午|晚间|深夜|[ap]m\b)"
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_BETWEEN = rf"(?:[\s,·|/_–—-]|t(?=\d)|at\s|{_WEEKDAY}|\([^()]{{1,9}}\)|格林尼治标准时间|{HALF})*"
_CLOCK = rf"(?:{_BETWEEN}{TIME})?"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_DAY = _YEAR + r"\s?(?:年|[-/.])\s?(?P<month>\d{1,2})\s?(?:月|[-/.])\s?(?P<day>\d{1,2})(?!\d{3})\s?(?:日|\.(?=\s\d))?"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_WORDS = "|".join(_MONTHS)
_WORD = rf"(?P<word>{_MONTH_WORDS})[a-z]*\.?"
_MONTH = "A MONTH"
_MONTH_NAME = re.compile(_MONTH_WORDS)
_FIGURES = "〇零○一二三四五六七八九"
_FIGURE = f"[{_FIGURES}0]"
_HAN_MONTH = r"(?P<month>十[一二]?|[一二三四五六七八九])\s?月"
_ZONE = r"(?P<zone>[a-z]{2,4}|[+-]\d{4})"
_SAID = r"(?:日期|时间|发布|发表|更新|张贴|公告|上版|刊登)(?:日期|时间|日|于)?\s?[:|]?\s?"
_SLASHED = r"(?<![\d/])(?P<first>0?[1-9]|[12]\d|3[01])/(?P<other>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)\d{2})(?!\d)"
_FORMS = (
    (
        "/",
        re.compile(
            r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?:(?P<after>[ap])\.?m\.?\s)?"
            r"(?P<year>20\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)"
        ),  # the clock first: 08:15 2023/05/12
    ),
    ("/", re.compile(_YEAR + r"\s(?P<month>\d{2})/(?P<day>\d{2})\s" + TIME)),  # 2023 05/12 08:15:21
    ("t", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})t" + TIME)),
    ("", re.compile(_DAY + _CLOCK)),
    (
        "国",
        re.compile(
            r"(?P<roc>(?:民国|中华民国)\s?)(?P<year>\d{2,3})\s?[年./-]\s?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})\s?日?"
            + _CLOCK
        ),
    ),
    (
        "年",
        re.compile(
            r"(?<!\d)(?P<roc>)(?P<year>1[01]\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日" + _CLOCK
        ),
    ),
    (
        "月",
        re.compile(
            rf"(?P<roc>(?:中华)?民国|(?!民国))(?P<year>{_FIGURE}{{4}}|(?<=民国)[{_FIGURES}十百]{{1,5}})年(?P<month>[{_FIGURES}十]{{1,2}})月(?P<day>[{_FIGURES}十]{{1,3}})日"
        ),
    ),
    ("月", re.compile(r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2}),\s?(?P<year>(?:19|20)\d{2})(?!\d)" + _CLOCK)),
    ("月", re.compile(_HAN_MONTH + r"\s(?P<day>\d{1,2}),?\s(?P<year>(?:19|20)\d{2})(?!\d)" + _CLOCK)),
    (
        "月",
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})\s(?:{_HAN_MONTH}|(?P<figure>\d{{1,2}})\s?月),?\s(?P<year>(?:19|20)\d{{2}})(?!\d)"
            + _CLOCK
        ),
    ),
    (  # 發布日期：113-01-02, only so labelled: it might be a number of anything
        "1",
        re.compile(_SAID + r"(?P<roc>)(?P<year>1[01]\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)" + _CLOCK),
    ),
    ("-", re.compile(r"(?<![\d-])(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})\s?" + TIME)),
    ("-", re.compile(r"^(?:.{0,6}(?:时间|日期)\s?:\s?)?(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})$")),
    (
        "/",
        re.compile(
            r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?:(?P<after>[ap])\.?m\.?)?\s"
            + _SLASHED
        ),  # 8:15am 24/05/2023
    ),
    ("/", re.compile(_SLASHED + _CLOCK)),
    (
        _MONTH,
        re.compile(
            rf"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+{_WORD}\s+(?P<day>\d{{1,2}})\s+{TIME}\s+(?:{_ZONE}\s+)?(?P<year>(?:19|20)\d{{2}})"
        ),
    ),
    (
        _MONTH,
        re.compile(
            rf"{_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?P<year>(?:19|20)\d{{2}}){_CLOCK}"
        ),
    ),
    (
        _MONTH,
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_WORD},?\s+(?P<year>(?:19|20)\d{{2}}){_CLOCK}"),
    ),
    (_MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<year>(?:19|20)\d{{2}})(?!\d){_CLOCK}")),
    (_MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<short>)(?P<year>\d{{2}})(?!\d){_CLOCK}")),
)
"""(sign that a row must contain, form): most rows need only two or three patterns."""
_DATED = re.compile(
    rf"(?:-(?<=\d-)(?:\d\d-\d|{_MONTH_WORDS})|年(?<={_FIGURE}年)|1(?:[01]\d\s?[年/.-]|9\d\d)|20\d\d|民国).*"
)
"""Same as below for a text of many rows: finds each row once, faster."""
_MAYBE = re.compile(rf"(?:19|20)\d\d|民国|1[01]\d\s?[年/.-]|\d-\d\d-\d|{_FIGURE}年|\d-(?:{_MONTH_WORDS})")
"""Every form contains one of these."""
_FIRST_ROC, _ROC_MOST = 1911, 200
"""The year before the first year of the Republic of China, and its maximum year number."""
LONGEST_ROW = 80
"""Maximum characters of a date row."""
NOON, MIDNIGHT = 12, 24
_MILLISECONDS = 10**11
_STAMPS = (631_152_000, 2_208_988_800)
"""1990 and 2040: other ten-digit numbers are not timestamps."""
_CHINA = timezone(timedelta(hours=8))
_RUN_TOGETHER = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:t?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?)?(?:$|[z+])"
)
_MACHINE_MADE = re.compile(r"t\d{2}:\d{2}:00(?:\.0+)?(?:z|[+-]\d{2}:?\d{2})$")
"""A machine-written time with zone, whose zero seconds are meaningless."""


class Found(NamedTuple):
    """A date (ISO 8601) and its span."""

    iso: str
    start: int
    end: int


def find_dates(folded: str, order: Order | None = None) -> list[Found]:
    """Dates of a folded text, in order, without overlaps.

    `order`: day/month order of the page's language; without it ambiguous dates are omitted.
    """
    return _dates(folded, order) if _MAYBE.search(folded) else []


def order_of(language: str | None) -> Order | None:
    """Day/month order of a declared language (zh-HK, en-US); None if undetermined."""
    tag = (language or "").lower().replace("_", "-")
    if tag in {"en-us", "en-ph"}:
        return "month"
    return (
        "day"
        if tag.startswith(
            (
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
            )
        )
        else None
    )


def _dates(folded: str, order: Order | None) -> list[Found]:
    taken: list[Found] = []
    for form in (form for sign, form in _FORMS if sign in folded or (sign is _MONTH and _MONTH_NAME.search(folded))):
        for match in form.finditer(folded):
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
    return len(folded) <= LONGEST_ROW and not folded.isalpha() and _MAYBE.search(folded) is not None


def are_nearly_all(dates: Sequence[Found], folded: str) -> bool:
    """Whether the dates cover most of a row."""
    spare = len(folded) - sum(found.end - found.start for found in dates)
    return bool(dates) and spare <= LONGEST_ROW // 2 and "。" not in folded


def rows_with_signs(rows: Sequence[str]) -> list[int]:
    """Rows with a sign of a date, searched at once; no other can be a date row."""
    return Lines([row if len(row) <= LONGEST_ROW else "" for row in rows]).having(_DATED)


def iso_of(text: str, order: Order | None = None) -> str | None:
    """A declared time (`2024-10-14T08:00:00+08:00`) without zone, fractions, and zero seconds before a zone. None if it is no
    date.
    """
    text = text.strip().lower()
    if found := find_dates(text, order):
        return found[0].iso.removesuffix(":00") if _MACHINE_MADE.search(text) else found[0].iso
    if match := _RUN_TOGETHER.match(text):
        return _iso(match, order)
    return moment_of(int(text)) if text.isdecimal() and text.isascii() and len(text) in {10, 13} else None


def moment_of(stamp: int) -> str | None:
    """A timestamp in seconds or milliseconds since 1970, as Chinese local time."""
    seconds = stamp // 1000 if stamp >= _MILLISECONDS else stamp
    if not _STAMPS[0] <= seconds < _STAMPS[1]:
        return None
    return datetime.fromtimestamp(seconds, _CHINA).replace(tzinfo=None).isoformat(timespec="minutes")


def at_clock(day: datetime, got: Mapping[str, str | None]) -> str | None:
    """`day` at the time matched by TIME and HALF: ISO 8601; only the date without a time or at 24:00, None for invalid times."""
    hour, minute, second = _hour(got), int(got.get("minute") or 0), int(got.get("second") or 0)
    if not got.get("hour") or (hour, minute, second) == (MIDNIGHT, 0, 0):
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
        return _MONTHS.index((got["word"] or "")[:3]) + 1
    return _number(got.get("month") or got.get("figure") or "0")


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - as printed
    except ValueError:
        return None


def _slashed(match: re.Match[str], year: int, order: Order | None) -> list[tuple[int, int]]:
    """Possible (month, day) pairs of 02/11/2025: one if certain, two if ambiguous."""
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
    """Hour on a 24-hour clock."""
    hour = int(got.get("hour") or 0)
    half = got.get("after") or got.get("half") or ""
    if half in {"下午", "晚上", "晚间", "pm", "p"} and hour < NOON:
        return hour + NOON
    return 0 if half in {"上午", "凌晨", "am", "a"} and hour == NOON else hour


def _number(text: str | None) -> int:
    """A number in digits or Han numerals: 2024, 二〇二四, 二十一, 一一三."""
    if not text or text.isascii():
        return int(text or 0)
    if "百" in text:
        head, _, rest = text.partition("百")
        return (_number(head) if head else 1) * 100 + (_number(rest.lstrip("零〇")) if rest else 0)
    if "十" in text:
        head, _, rest = text.partition("十")
        return (_number(head) if head else 1) * 10 + (_number(rest) if rest else 0)
    return int("".join(str(max(0, _FIGURES.index(figure) - 2)) if figure in _FIGURES else figure for figure in text))
