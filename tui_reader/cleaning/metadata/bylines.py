"""Rows that contain only the names of people who made a story."""

import re

from tui_reader.cleaning.metadata.author_weights import MAKERS
from tui_reader.cleaning.metadata.credits import read_credits
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.text.han import HAN

LONGEST = 60
"""Maximum characters of such a row."""
SPARE = 6
"""Maximum other Han characters: a place, a column, the reporter's paper."""

_BYLINE = re.compile(
    r"(?:□|■|◎|\()?\s?(?:[^\s,。]{2,10}\s)?[^\s,。]{0,12}(?:记者|实习生)\s?[^,。:]{2,24}(?:[/\s][^,。]{0,10}(?:报[道导]|电|整理))?\)?$"
    r"|[^\s,。]{2,6}中心\s?/\s?[^\s,。]{2,8}(?:报[道导]|整理)$"
    r"|(?:文|文字|撰文|作者|编译|执笔|采写|图文)\s?[:/|]\s?[^,。]{2,24}$"
    r"|(?:编译|外电)[^\s,。]{2,4}/[^,。]{2,8}$"
    r"|(?:written )?by:? [a-z][a-z.' -]{2,40}$"
    r"|本文作者[为是].{2,60}$"
)
_CREDIT_WORDS = re.compile(
    r"(?:本文)?作者|记者|通讯员|特约|实习|见习|全媒体|本报|本网|责任编辑|责编|编辑|校对|审核|监制|摄影|撰[文稿写]|采[访写]|文字|图片|整理|报[道导]|综合|即时|编译|执笔|来源|时间|日期|[文图摄]"
)
_SIGN = re.compile(f"{_CREDIT_WORDS.pattern}|外电|by")
"""Every byline contains one of these."""
_HAN = re.compile(f"[{HAN}]")


def is_byline(folded: str) -> bool:
    """Whether the folded row is only a byline."""
    if len(folded) > LONGEST or not _SIGN.search(folded):
        return False
    return _BYLINE.match(folded) is not None or _is_credits(folded)


def _is_credits(folded: str) -> bool:
    """Whether names and credit words leave almost nothing of the row."""
    if "。" in folded or not _CREDIT_WORDS.search(folded):
        return False
    said = [credit for credit in read_credits(folded, folded) if credit.names]
    if not any(credit.role in MAKERS and credit.sure for credit in said):
        return False
    rest = folded
    for found in reversed(find_dates(folded)):
        rest = rest[: found.start] + rest[found.end :]
    for name in sorted((name for credit in said for name in credit.names), key=len, reverse=True):
        rest = rest.replace(name, "")
    return len(_HAN.findall(_CREDIT_WORDS.sub("", rest))) <= SPARE
