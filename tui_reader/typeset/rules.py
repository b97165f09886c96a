"""Line-breaking rules: characters not allowed at line edges, and patterns of unbreakable sequences.

Patterns are compiled when the first text longer than a line is set. They match the guide: the text with directed quotes
in place of ASCII quotes (`with_sided_quotes`), of the same length.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from tui_reader.text.han import HAN, HANGUL, HIRAGANA, KATAKANA

OPENING = "（［｛「『《〈【〔〖〘〚“‘〝([{«‹"
"""Marks that never end a line."""

CLOSING = "，、。．：；？！）］｝」』》〉】〕〗〙〛”’〞〟…⋯—―⸺～〜·•‧・％‰℃°｡､｣々〻ー»›"
"""Marks that never start a line."""

CLOSING_ASCII = "!%),.:;?]}~/"
"""Same for ASCII, unless preceded by a space and followed by a letter (.NET, /home)."""

LONG_WORD = 16
"""Minimum characters of a compound (large-language-model) that breaks at a hyphen rather than leave a hole."""

GLUED_MARKS = 8
"""Maximum marks attached to one character; longer runs are decorative, and moving them would leave a hole."""

COUNTED = "年月日号號时時点點分秒岁歲元块塊万萬亿億兆倍度人名个個家次位项項层層"
"""One-character counters that belong to the preceding number."""

MEASURED = (
    "美元|美金|欧元|歐元|港元|日元|日圓|台幣|公里|公尺|公分|公斤|公噸|公吨|公頃|公顷|千米|千克|厘米|毫米|微米|纳米|奈米|"
    "英里|英寸|英吋|小时|小時|分钟|分鐘|毫秒|百分点|百分點|个月|個月|个人|個人|人次"
)
"""Longer counters; also after 萬, 億 and similar."""

UNITS = "nm|mm|cm|m|km|g|kg|t|mg|ml|L|KB|MB|GB|TB|PB|Hz|MHz|GHz|V|W|kW|MW|GW|Wh|kWh|mAh|K|B|M|AM|PM|am|pm"
"""Units that belong to the preceding number after a space."""

AFTER_NUMBERS = frozenset(COUNTED + MEASURED)
"""Characters with break rules after numbers; between all other adjacent Han characters a line may end."""

SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u202f"
_WORDY = "0-9A-Za-z０-９Ａ-Ｚａ-ｚªµº\xc0-\xd6\xd8-\xf6\xf8-\u058f\u0591-\u10ff\u1200-\u1fff\u2c00-\u2dff\ua4d0-\uabff\ufb00-\ufdff\ufe70-\ufefc"
FREE = f"{HAN}{HIRAGANA}{KATAKANA}{HANGUL}"

_MARKS = "\u0300-\u036f\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
"""Combining marks and variation selectors after symbols and Han; those of other scripts are matched within words."""


def with_sided_quotes(text: str) -> str:
    """`text` with each ASCII quote replaced by an opening or closing mark; same length."""
    if '"' not in text and "'" not in text:
        return text
    opened = {'"': False, "'": False}

    def sided(found: re.Match[str]) -> str:
        mark = found[0]
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if mark == "'" and before.isalnum() and before.isascii() and after.isalnum():
            return "’"  # an apostrophe
        opens = not opened[mark]
        if (before in _QUOTE_OPENS_AFTER) != (after in _QUOTE_CLOSES_BEFORE):
            opens = before in _QUOTE_OPENS_AFTER  # neighbours decide, even after an unbalanced quote
        opened[mark] = opens
        return "“" if opens else "”"

    return re.sub("[\"']", sided, text)


_QUOTE_OPENS_AFTER = frozenset(["", *SPACE, *OPENING])
_QUOTE_CLOSES_BEFORE = frozenset(["", *SPACE, *CLOSING, *CLOSING_ASCII])


_CLOSING = (
    f"(?:[{SPACE}]*[{CLOSING}]|[{re.escape(CLOSING_ASCII)}]|-(?![{_WORDY}])"
    f"|[{SPACE}]+[{re.escape(CLOSING_ASCII)}](?![{_WORDY}]))"
)


_HYPHEN = "(?<=[0-9A-Za-z]{2})-(?=[A-Za-z]{2})"
"""Hyphens after which a compound may break."""


@cache
def units() -> re.Pattern[str]:
    """Group 1: a run of Han characters, breakable anywhere; group 2: an unbreakable unit; then spaces."""
    run = f"[{FREE}]+(?![{_MARKS}\u200d])(?!{_CLOSING})"
    unit = _glued(f"{_word()}(?![{_MARKS}\u200d])|[—―⸺]+|[…⋯]+|\\.{{3,}}|-{{2,}}|～+|{_cluster(_MARKS)}")
    return re.compile(f"(?:({run})|({unit}))[{SPACE}]*")


@cache
def finer(step: int) -> re.Pattern[str]:
    """Pattern that splits a unit wider than a line, for steps 0 … LAST_STEP: group 1 is a piece; then spaces.

    URLs at slashes, compounds at hyphens, then grapheme clusters, then code points.
    """
    marks = _all_marks()
    cluster = _cluster(marks)
    cores = (
        _glued(f"(?:[a-z]+://)?[!-~]+?[/?&]+(?=[0-9A-Za-z])|[!-~]+(?![{_MARKS}\u200d])|{cluster}"),
        _glued(f"[!-~]*?{_HYPHEN}|[!-~]+(?![{_MARKS}\u200d])|{cluster}"),
        _glued(f"——|……|{cluster}"),
        f"——|……|{cluster}",
        f".[{marks}\u200d\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]*",
    )
    return re.compile(f"({cores[step]})[{SPACE}]*")


LAST_STEP = 4


@cache
def _all_marks() -> str:
    """Combining marks of all scripts."""
    return "".join(chr(code) for code in range(0x300, 0xFE30) if category(chr(code)) in {"Mn", "Mc", "Me"})


@cache
def hyphened() -> re.Pattern[str]:
    """A long compound of Latin words."""
    return re.compile(f"[{re.escape(OPENING)}]*[A-Za-z][0-9A-Za-z.-]{{{LONG_WORD - 1},}}(?:{_CLOSING})*")


@cache
def hyphens() -> re.Pattern[str]:
    """Hyphens between words, not before a number."""
    return re.compile(_HYPHEN)


@cache
def orphan() -> re.Pattern[str]:
    """A last line with a single Han character and any marks."""
    return re.compile(f"[{re.escape(OPENING)}]*[{FREE}](?:{_CLOSING})*[{SPACE}]*")


def _glued(core: str) -> str:
    return f"(?:[{re.escape(OPENING)}][{SPACE}]*){{0,{GLUED_MARKS}}}(?:{core}){_CLOSING}{{0,{GLUED_MARKS}}}"


def _word() -> str:
    """A URL; or letters and digits with their connectors and counters."""
    letters = f"[{_WORDY}]+"
    return (
        "(?:[a-z]{2,8}://|www\\.)[!-~]*[0-9A-Za-z/#=&_-]"
        f"|[$€£¥￥＄#@&~+\\-]*{letters}(?:(?:[.'’\\-/&@#_+=*~^|\\\\$%]+|(?<=[0-9])[,:](?=[0-9])){letters})*"
        f"(?:(?<=[0-9０-９])(?:(?:[个個]|[万萬亿億千百]*)(?:{MEASURED})|[{COUNTED}]{{1,3}})(?![{_MARKS}])|(?<=[0-9])[ \xa0](?:{UNITS})(?![{_WORDY}])|(?<=[0-9０-９])[ \xa0]?[°˚][ \xa0]?[CF](?![{_WORDY}])|[+#]+)?"
    )


def _cluster(marks: str) -> str:
    """Pattern of one grapheme cluster: a character, its marks and joined characters."""
    pair = "[\U0001f1e6-\U0001f1ff]{2}|[\u1100-\u115f]+[\u1160-\u11ff]*"
    return f"(?:{pair}|.)(?:[{marks}\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|\u200d[^{SPACE}]?)*"
