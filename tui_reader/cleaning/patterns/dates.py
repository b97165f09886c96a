"""Dates as pages print them → ISO 8601, as exact as printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from tui_reader.cleaning.patterns.lines import Lines

_TIME = r"(?P<hour>\d{1,2})\s?(?::|时|点)\s?(?P<minute>\d{2})(?:\s?(?::|分)\s?(?P<second>\d{2}))?(?!\d)(?:\s?(?P<after>[ap])\.?m\b\.?)?"
_BETWEEN = r"(?:[\s,tat·|/]|星期.|周[一二三四五六日]|\(.{1,3}\)|格林尼治标准时间|(?P<half>上午|下午|晚上|凌晨|早上|中午|[ap]m\b))*"
_CLOCK = rf"(?:{_BETWEEN}{_TIME})?"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_DAY = _YEAR + r"\s?(?:年|[-/.])\s?(?P<month>\d{1,2})\s?(?:月|[-/.])\s?(?P<day>\d{1,2})(?!\d{3})\s?日?"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS = "|".join(_MONTHS)
_WORD = rf"(?P<word>{_WORDS})[a-z]*\.?"
_MONTH = "A MONTH"
_MONTH_NAME = re.compile(_WORDS)
_FIGURES = "〇零○一二三四五六七八九"
_FIGURE = f"[{_FIGURES}0]"
_SAID = r"(?:日期|时间|发布|发表|更新|张贴|公告|上版|刊登)(?:日期|时间|日|于)?\s?[:|]?\s?"
_FORMS = (
    (
        "/",
        re.compile(
            r"(?<!\d)(?P<hour>\d{2}):(?P<minute>\d{2})(?P<year>20\d{2})/(?P<month>\d{2})/(?P<day>\d{2})(?!\d)"
        ),  # the clock first, as run-together rows have it
    ),
    ("t", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})t" + _TIME)),
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
    (  # 發布日期：113-01-02, only so labelled: it might be a number of anything
        "1",
        re.compile(_SAID + r"(?P<roc>)(?P<year>1[01]\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)" + _CLOCK),
    ),
    ("-", re.compile(r"(?<![\d-])(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})\s?" + _TIME)),
    ("-", re.compile(r"^(?:.{0,6}(?:时间|日期)\s?:\s?)?(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})$")),
    (  # month before day where the first figure can be no day of the second's kind
        "/",
        re.compile(
            r"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/(?P<day>[0-2]?\d|3[01])/(?P<year>(?:19|20)\d{2})(?!\d)" + _CLOCK
        ),
    ),
    (
        "/",
        re.compile(
            r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d{2})(?!\d)" + _CLOCK
        ),
    ),
    (
        _MONTH,
        re.compile(
            rf"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+{_WORD}\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+(?P<year>(?:19|20)\d{{2}})"
        ),
    ),
    (_MONTH, re.compile(rf"{_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}}){_CLOCK}")),
    (_MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+{_WORD},?\s+(?P<year>(?:19|20)\d{{2}}){_CLOCK}")),
    (_MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<year>(?:19|20)\d{{2}})(?!\d){_CLOCK}")),
    (_MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<short>)(?P<year>\d{{2}})(?!\d){_CLOCK}")),
)
"""A sign without which a row cannot hold the form, and the form: most rows need only two or three of them."""
_RELATIVE = re.compile(
    r"(?P<count>\d{1,3})\s?(?:个)?(?P<unit>秒|分钟?|小时|天|日|周|星期)(?:之?前)|(?P<named>刚刚|今天|昨天|前天)"
)
_DATED = re.compile(rf"(?:-(?<=\d-)(?:\d\d-\d|{_WORDS})|年(?<={_FIGURE}年)|1(?:[01]\d\s?[年/.-]|9\d\d)|20\d\d|民国).*")
"""As below, for a text of many rows: it finds each row with one of these once, and faster."""
_MAYBE = re.compile(rf"(?:19|20)\d\d|民国|1[01]\d\s?[年/.-]|\d-\d\d-\d|{_FIGURE}年|\d-(?:{_WORDS})")
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
_FIRST_ROC, _ROC_MOST = 1911, 200
"""The year before the republic's first, and more years than it may count."""
LONGEST_ROW = 80
"""Characters of a row with a date and little else."""
NOON = 12
_MILLISECONDS = 10**11
_STAMPS = (631_152_000, 2_208_988_800)
"""1990 and 2040: other figures of ten digits are no moments."""
_CHINA = timezone(timedelta(hours=8))
_RUN_TOGETHER = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:t?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?)?(?:$|[z+])"
)


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
                start = match.start("roc") if "roc" in match.groupdict() else match.start()
                taken.append(Found(iso, start, match.end()))
    return tuple(sorted(taken, key=lambda found: found.start))


def find_relative(folded: str, as_of: datetime | None) -> Iterator[Found]:
    """Times like 1小時前, counted back from `as_of`; none without it."""
    if as_of is None:
        return
    for match in _RELATIVE.finditer(folded):
        named, unit = match["named"], match["unit"] or ""
        try:
            moment = as_of - (_NAMED[named] if named else int(match["count"]) * _STEPS[unit[0]])
        except OverflowError:  # before the year 1
            continue
        exact = named == "刚刚" or unit[:1] in {"秒", "分", "小"}
        yield Found(
            moment.isoformat(timespec="minutes")[:16] if exact else moment.date().isoformat(),
            match.start(),
            match.end(),
        )


def is_date_row(folded: str) -> bool:
    """Does a row hold a date and little else?"""
    if len(folded) > LONGEST_ROW or folded.isalpha() or not _MAYBE.search(folded):
        return False
    found = find_dates(folded)
    return bool(found) and len(folded) - sum(f.end - f.start for f in found) <= 40 and "。" not in folded


def date_rows(rows: Sequence[str]) -> list[int]:
    """Which of the rows hold a date and little else: as is_date_row, for many rows at once."""
    lines = Lines([row if len(row) <= LONGEST_ROW else "" for row in rows])
    return [index for index in lines.having(_DATED) if is_date_row(rows[index])]


def iso_of(text: str) -> str | None:
    """What a page declares (`2024-10-14T08:00:00+08:00`), without seconds' fractions and zone; None if no date."""
    text = text.strip().lower()
    if found := find_dates(text):
        return found[0].iso
    if match := _RUN_TOGETHER.match(text):
        return _iso(match)
    return moment_of(int(text)) if text.isdecimal() and text.isascii() and len(text) in {10, 13} else None


def moment_of(stamp: int) -> str | None:
    """Seconds or milliseconds since 1970, as scripts carry them, in the time that Chinese clocks show."""
    seconds = stamp // 1000 if stamp >= _MILLISECONDS else stamp
    if not _STAMPS[0] <= seconds < _STAMPS[1]:
        return None
    return datetime.fromtimestamp(seconds, _CHINA).replace(tzinfo=None).isoformat(timespec="minutes")


def _iso(match: re.Match[str]) -> str | None:
    got = match.groupdict()
    year = _number(got["year"])
    if "short" in got:
        year += 2000
    elif got.get("roc") or ("roc" in got and year < _ROC_MOST):
        year += _FIRST_ROC
    month = _MONTHS.index(got["word"][:3]) + 1 if got.get("word") else _number(got["month"])
    try:
        day, minute, second = _number(got["day"]), int(got.get("minute") or 0), int(got.get("second") or 0)
        moment = datetime(year, month, day, _hour(got), minute, second)  # noqa: DTZ001 - as printed
    except ValueError:
        return None
    if not got.get("hour"):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if got.get("second") else "minutes")


def _hour(got: Mapping[str, str | None]) -> int:
    """The hour on a clock of 24."""
    hour = int(got.get("hour") or 0)
    half = got.get("after") or got.get("half") or ""
    if half in {"下午", "晚上", "pm", "p"} and hour < NOON:
        return hour + NOON
    return 0 if half in {"上午", "凌晨", "am", "a"} and hour == NOON else hour


def _number(text: str) -> int:
    """A number in figures of either kind: 2024, 二〇二四, 二十一, 一一三."""
    if text.isascii():
        return int(text)
    if "百" in text:
        head, _, rest = text.partition("百")
        return (_number(head) if head else 1) * 100 + (_number(rest.lstrip("零〇")) if rest else 0)
    if "十" in text:
        head, _, rest = text.partition("十")
        return (_number(head) if head else 1) * 10 + (_number(rest) if rest else 0)
    return int("".join(str(max(0, _FIGURES.index(figure) - 2)) if figure in _FIGURES else figure for figure in text))
