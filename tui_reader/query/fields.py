"""Fields of queries: names, values, and dates counted back from today."""

import calendar
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Final, Literal, cast, get_args

from tui_reader.errors import QueryError
from tui_reader.locale import _

Field = Literal["word", "title", "tag", "source", "author", "feed", "script", "is", "after", "before"]
"""Fields of terms; `word` is written without a prefix."""
State = Literal["unread", "read", "bookmarked", "highlighted", "uncertain"]
STATES: Final[tuple[State, ...]] = get_args(State)
Script = Literal["hans", "hant"]
SCRIPTS: Final[tuple[Script, ...]] = get_args(Script)
SortKey = Literal["date", "added", "title", "source", "length", "unread", "relevance"]
SORT_KEYS: Final[tuple[SortKey, ...]] = get_args(SortKey)

SORT: Final = "sort"
PREFIXES: Final = ("title", "tag", "source", "author", "feed", "script", "is", "after", "before", SORT)
"""Field names, in the order of suggestion."""
_ALIASES: Final = {"marked": "bookmarked"}
_CHOICES: Final[dict[str, tuple[str, ...]]] = {"script": SCRIPTS, "is": STATES, SORT: SORT_KEYS}
_EXPECTED: Final = {
    "title": "words of a title",
    "tag": "a tag",
    "source": "a name, or a part of one",
    "author": "a name, or a part of one",
    "feed": "the title, folder or address of a feed, or a part of it",
}

_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4})(d|days?|天|日|w|weeks?|周|週|星期|m|months?|个月|個月|月|y|years?|年)", re.IGNORECASE)
_UNITS: Final = {"d": "days", "天": "days", "日": "days", "w": "weeks", "周": "weeks", "週": "weeks", "星": "weeks"} | {
    "m": "months", "个": "months", "個": "months", "月": "months", "y": "years", "年": "years"
}  # fmt: skip
_DAYS: Final = {"today": "today", "今天": "today", "yesterday": "yesterday", "昨天": "yesterday"}
_MONTHS_A_YEAR, _DAYS_A_WEEK = 12, 7
DATES: Final = ("today", "yesterday", "1week", "2weeks", "1month", "3months", "1year")
"""Suggested relative dates."""


def known_prefix(name: str, start: int) -> str:
    """Look up a field name, ignoring case. QueryError lists the known ones, most similar first. `start`: offset in the query."""
    folded = name.lower()
    if folded in PREFIXES:
        return folded
    named = ", ".join(f"{prefix}:" for prefix in nearest(folded, PREFIXES))
    raise QueryError(
        _(
            "unknown field {name}: at character {count}. Fields are {named}. Put the text in quotes to search for it"
        ).format(name=name, count=start + 1, named=named),
        start,
        start + len(name) + 1,
    )


def nearest(text: str, known: Sequence[str]) -> list[str]:
    """The known names, most similar to `text` first."""
    return sorted(known, key=lambda name: -SequenceMatcher(None, text, name).ratio())


def canonical_value(prefix: str, value: str, start: int, end: int) -> str:
    """Canonical value of a field. QueryError lists accepted values; `start` and `end` are the term's span."""
    if prefix in _CHOICES:
        return _choice(prefix, value, start, end)
    if prefix in {"after", "before"}:
        return _moment(prefix, value, start, end)
    if not value:
        raise QueryError(
            _("{prefix}: needs {expected} after it (at character {count})").format(
                prefix=prefix, expected=_(_EXPECTED[prefix]), count=end + 1
            ),
            start,
            end,
        )
    return value


def _choice(prefix: str, value: str, start: int, end: int) -> str:
    choices = _CHOICES[prefix]
    lower = _ALIASES.get(value.lower(), value.lower()) if prefix == "is" else value.lower()
    if lower in choices:
        return lower
    use = f"{prefix}:{'|'.join(nearest(lower, choices) if value else choices)}"
    what = _("Unknown {prefix}:{value}") if value else _("{prefix}: needs a value")
    what = what.format(prefix=prefix, value=value)
    raise QueryError(
        _("{what} at character {count}. Use {use}").format(what=what, count=start + 1, use=use), start, end
    )


def _moment(prefix: str, value: str, start: int, end: int) -> str:
    """Canonical date: YYYY[-MM[-DD]], or a time before today such as 2weeks. Raises QueryError."""
    plain = unicodedata.normalize("NFKC", value)
    if plain.lower() in _DAYS:
        return _DAYS[plain.lower()]
    if ago := _AGO.fullmatch(plain):
        number, unit = int(ago[1]), _UNITS[ago[2][0].lower()]
        return f"{number}{unit if number != 1 else unit[:-1]}"
    found = _DATE.fullmatch(plain)
    parts = [int(part) for part in found.groups() if part] if found else []
    try:
        date(*(*parts, 1, 1)[:3])
    except (TypeError, ValueError):
        raise QueryError(
            _(
                "{prefix}:{value} is not a date (at character {count}). Use a year, month or day such as 2025, 2025-02 or 2025-02-24, or a time before today such as 2weeks"
            ).format(prefix=prefix, value=value, count=start + 1),
            start,
            end,
        ) from None
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))


def is_relative(moment: str) -> bool:
    """Whether a canonical date is relative to today."""
    return not moment[:4].isdecimal() or not (len(moment) == 4 or moment[4] == "-")


def first_day(moment: str, today: date | None = None) -> str:
    """First day of a year, month, day or time: `2025-02` → `2025-02-01`; of a relative one, counted back from `today`."""
    if today is not None and is_relative(moment):
        return _ago(moment, today).isoformat()
    return moment[:10] + "-01-01"[len(moment) - 4 :] if len(moment) < 10 else moment


def _ago(moment: str, today: date) -> date:
    """Subtract a relative date from today; `date.min` on overflow."""
    if moment in _DAYS:
        return today - timedelta(days=moment == "yesterday")
    found = cast("re.Match[str]", _AGO.fullmatch(moment))
    number, unit = int(found[1]), found[2][0]
    try:
        if unit in "dw":
            return today - timedelta(days=number * (_DAYS_A_WEEK if unit == "w" else 1))
        return _months_before(today, number * (_MONTHS_A_YEAR if unit == "y" else 1))
    except (OverflowError, ValueError):
        return date.min


def _months_before(today: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(today.year * _MONTHS_A_YEAR + today.month - 1 - months, _MONTHS_A_YEAR)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
