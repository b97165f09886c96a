"""The forms in which pages print dates, as patterns over folded text.

Groups of a pattern: year, month, day, hour, minute, second; `half` (上午, pm) before the time or `after` it; `word`, an English month;
`figure`, a month in digits where another form has Han numerals; `first` and `other`, two numbers whose order the page's language
decides; `zone`. Empty groups define how to read the year: `roc`, counted from 1912; `short`, two digits of this century.
"""

import re
from typing import NamedTuple

from tui_reader.text.han import HAN

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
HAN_DIGITS = "〇零○一二三四五六七八九"
"""Digits of years and days in Han numerals; the first three are zero."""
TIME = r"(?P<hour>\d{1,2})\s?(?::|时|点)\s?(?P<minute>\d{1,2})(?:\s?(?::|分)\s?(?P<second>\d{1,2}))?(?!\d)(?:\s?(?P<after>[ap])\.?m\b\.?)?"
HALF = r"(?P<half>上午|下午|晚上|凌晨|早上|清晨|中午|傍晚|晚间|深夜|夜里|夜间|半夜|午夜|[ap]m\b)"
ENGLISH_MONTH = "english month"
"""Sign of the forms with an English month; ENGLISH_MONTH_NAME finds it."""

_MONTH_NAMES = "|".join(MONTHS)
ENGLISH_MONTH_NAME = re.compile(_MONTH_NAMES)
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_ENGLISH_WEEKDAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_BETWEEN = rf"(?:[\s,·|/_–—-]|t(?=\d)|at\s|{_WEEKDAY}|\([^()]{{1,9}}\)|{HALF}|[{HAN}]{{2,6}}时间)*+"
"""Between a date and its time: separators, a weekday, half of the day, the name of a time zone (北京时间, 格林尼治标准时间). Possessive,
because 时间时间 … can be divided in exponentially many ways.
"""
_OPTIONAL_TIME = rf"(?:{_BETWEEN}{TIME})?"
_TIME_FIRST = r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_LAST_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DATE = _YEAR + r"\s?(?:年|[-/.])\s?(?P<month>\d{1,2})\s?(?:月|[-/.])\s?(?P<day>\d{1,2})(?!\d{3})\s?(?:日|\.(?=\s\d))?"
_MONTH_WORD = rf"(?P<word>{_MONTH_NAMES})[a-z]*\.?"
_DIGIT = f"[{HAN_DIGITS}0]"
_HAN_MONTH = r"(?P<month>十[一二]?|[一二三四五六七八九])\s?月"
_ZONE = r"(?P<zone>[a-z]{2,4}|[+-]\d{4})"
_LABEL = r"(?:日期|时间|发布|发表|更新|张贴|公告|上版|刊登)(?:日期|时间|日|于)?\s?[:|]?\s?"
_SLASHED = r"(?<![\d/])(?P<first>0?[1-9]|[12]\d|3[01])/(?P<other>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)\d{2})(?!\d)"
_ROC_DATE = r"\s?[年./-]\s?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})\s?日?"


class DateForm(NamedTuple):
    """A form: `sign`, without which no row contains it; its pattern; an example, folded.

    Most rows need two or three patterns, because the others' signs are missing.
    """

    sign: str
    pattern: re.Pattern[str]
    example: str


def _form(example: str, sign: str, pattern: str) -> DateForm:
    return DateForm(sign, re.compile(pattern), example)


DATE_FORMS = (
    _form(
        "08:15 2023/05/12",
        "/",
        _TIME_FIRST + r"(?:(?P<after>[ap])\.?m\.?\s)?(?P<year>20\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
    ),
    _form("2023 05/12 08:15:21", "/", _YEAR + r"\s(?P<month>\d{2})/(?P<day>\d{2})\s" + TIME),
    _form("2023-05-12t08:15", "t", _YEAR + r"-(?P<month>\d{2})-(?P<day>\d{2})t" + TIME),
    _form("2023年5月12日 下午3:05", "", _DATE + _OPTIONAL_TIME),
    _form("民国112年5月12日", "国", r"(?P<roc>(?:民国|中华民国)\s?)(?P<year>\d{2,3})" + _ROC_DATE + _OPTIONAL_TIME),
    _form(
        "112年5月12日",
        "年",
        r"(?<!\d)(?P<roc>)(?P<year>1[01]\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日" + _OPTIONAL_TIME,
    ),
    _form(
        "二〇二三年五月十二日",
        "月",
        rf"(?P<roc>(?:中华)?民国|(?!民国))(?P<year>{_DIGIT}{{4}}|(?<=民国)[{HAN_DIGITS}十百]{{1,5}})年(?P<month>[{HAN_DIGITS}十]{{1,2}})月(?P<day>[{HAN_DIGITS}十]{{1,3}})日",
    ),
    _form(
        "5月12, 2023",
        "月",
        rf"(?<!\d)(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}}),\s?{_LAST_YEAR}(?!\d)" + _OPTIONAL_TIME,
    ),
    _form("五月 12, 2023", "月", rf"{_HAN_MONTH}\s(?P<day>\d{{1,2}}),?\s{_LAST_YEAR}(?!\d)" + _OPTIONAL_TIME),
    _form(
        "12 五月, 2023",
        "月",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s(?:{_HAN_MONTH}|(?P<figure>\d{{1,2}})\s?月),?\s{_LAST_YEAR}(?!\d)"
        + _OPTIONAL_TIME,
    ),
    _form(  # only with its label: without one it may be a number of anything
        "发布日期:113-01-02",
        "1",
        _LABEL + r"(?P<roc>)(?P<year>1[01]\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)" + _OPTIONAL_TIME,
    ),
    _form("23-05-12 08:15", "-", r"(?<![\d-])(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})\s?" + TIME),
    _form(
        "时间:23-05-12",
        "-",
        r"^(?:.{0,6}(?:时间|日期)\s?:\s?)?(?P<short>)(?P<year>[012]\d)-(?P<month>\d{2})-(?P<day>\d{2})$",
    ),
    _form("8:15am 24/05/2023", "/", _TIME_FIRST + r"(?:(?P<after>[ap])\.?m\.?)?\s" + _SLASHED),
    _form("24/05/2023 08:15", "/", _SLASHED + _OPTIONAL_TIME),
    _form(
        "fri may 12 08:15:21 cst 2023",
        ENGLISH_MONTH,
        rf"{_ENGLISH_WEEKDAY},?\s+{_MONTH_WORD}\s+(?P<day>\d{{1,2}})\s+{TIME}\s+(?:{_ZONE}\s+)?{_LAST_YEAR}",
    ),
    _form(
        "may 12th, 2023",
        ENGLISH_MONTH,
        rf"{_MONTH_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:{_ENGLISH_WEEKDAY}\.?,?\s+)?{_LAST_YEAR}{_OPTIONAL_TIME}",
    ),
    _form(
        "12 may 2023",
        ENGLISH_MONTH,
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_WORD},?\s+{_LAST_YEAR}{_OPTIONAL_TIME}",
    ),
    _form("12-may-2023", ENGLISH_MONTH, rf"(?<!\d)(?P<day>\d{{1,2}})-{_MONTH_WORD}-{_LAST_YEAR}(?!\d){_OPTIONAL_TIME}"),
    _form(
        "12-may-23",
        ENGLISH_MONTH,
        rf"(?<!\d)(?P<day>\d{{1,2}})-{_MONTH_WORD}-(?P<short>)(?P<year>\d{{2}})(?!\d){_OPTIONAL_TIME}",
    ),
)
"""All forms; an earlier one takes its characters from the later ones."""

DATE_SIGN = re.compile(rf"(?:19|20)\d\d|民国|1[01]\d\s?[年/.-]|\d-\d\d-\d|{_DIGIT}年|\d-(?:{_MONTH_NAMES})")
"""No form matches a row without one of these."""
DATE_SIGN_TO_LINE_END = re.compile(
    rf"(?:-(?<=\d-)(?:\d\d-\d|{_MONTH_NAMES})|年(?<={_DIGIT}年)|1(?:[01]\d\s?[年/.-]|9\d\d)|20\d\d|民国).*"
)
"""DATE_SIGN for a text of many rows: matches once a row, and begins with rare characters, which is faster."""
