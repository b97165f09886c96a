"""The forms in which pages print dates, as patterns over folded text.

Named groups: year, month, day, hour, minute, second, half (of the day), word (an English month), zone.
"""

import re

TIME = r"(?P<hour>\d{1,2})\s?(?::|时|点)\s?(?P<minute>\d{1,2})(?:\s?(?::|分)\s?(?P<second>\d{1,2}))?(?!\d)(?:\s?(?P<after>[ap])\.?m\b\.?)?"
HALF = r"(?P<half>上午|下午|晚上|凌晨|早上|清晨|中午|晚间|深夜|[ap]m\b)"
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_BETWEEN = rf"(?:[\s,·|/_–—-]|t(?=\d)|at\s|{_WEEKDAY}|\([^()]{{1,9}}\)|格林尼治标准时间|{HALF})*"
_CLOCK = rf"(?:{_BETWEEN}{TIME})?"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
_DAY = _YEAR + r"\s?(?:年|[-/.])\s?(?P<month>\d{1,2})\s?(?:月|[-/.])\s?(?P<day>\d{1,2})(?!\d{3})\s?(?:日|\.(?=\s\d))?"
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_WORDS = "|".join(MONTHS)
_WORD = rf"(?P<word>{_MONTH_WORDS})[a-z]*\.?"
MONTH = "A MONTH"
MONTH_NAME = re.compile(_MONTH_WORDS)
FIGURES = "〇零○一二三四五六七八九"
_FIGURE = f"[{FIGURES}0]"
_HAN_MONTH = r"(?P<month>十[一二]?|[一二三四五六七八九])\s?月"
_ZONE = r"(?P<zone>[a-z]{2,4}|[+-]\d{4})"
_SAID = r"(?:日期|时间|发布|发表|更新|张贴|公告|上版|刊登)(?:日期|时间|日|于)?\s?[:|]?\s?"
_SLASHED = r"(?<![\d/])(?P<first>0?[1-9]|[12]\d|3[01])/(?P<other>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)\d{2})(?!\d)"
FORMS = (
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
            rf"(?P<roc>(?:中华)?民国|(?!民国))(?P<year>{_FIGURE}{{4}}|(?<=民国)[{FIGURES}十百]{{1,5}})年(?P<month>[{FIGURES}十]{{1,2}})月(?P<day>[{FIGURES}十]{{1,3}})日"
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
        MONTH,
        re.compile(
            rf"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+{_WORD}\s+(?P<day>\d{{1,2}})\s+{TIME}\s+(?:{_ZONE}\s+)?(?P<year>(?:19|20)\d{{2}})"
        ),
    ),
    (
        MONTH,
        re.compile(
            rf"{_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?P<year>(?:19|20)\d{{2}}){_CLOCK}"
        ),
    ),
    (
        MONTH,
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_WORD},?\s+(?P<year>(?:19|20)\d{{2}}){_CLOCK}"),
    ),
    (MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<year>(?:19|20)\d{{2}})(?!\d){_CLOCK}")),
    (MONTH, re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})-{_WORD}-(?P<short>)(?P<year>\d{{2}})(?!\d){_CLOCK}")),
)
"""A sign without which a row cannot hold the form, and the form: most rows need only two or three of them."""
DATED = re.compile(
    rf"(?:-(?<=\d-)(?:\d\d-\d|{_MONTH_WORDS})|年(?<={_FIGURE}年)|1(?:[01]\d\s?[年/.-]|9\d\d)|20\d\d|民国).*"
)
"""As below, for a text of many rows: it finds each row with one of these once, and faster."""
MAYBE = re.compile(rf"(?:19|20)\d\d|民国|1[01]\d\s?[年/.-]|\d-\d\d-\d|{_FIGURE}年|\d-(?:{_MONTH_WORDS})")
"""No form matches a row without one of these."""
