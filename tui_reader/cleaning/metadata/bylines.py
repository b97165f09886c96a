"""Rows that name who wrote a story."""

import re

_BYLINE = re.compile(
    r"(?:□|■|◎|\()?\s?(?:[^\s,。]{2,10}\s)?[^\s,。]{0,12}记者\s?[^,。:]{2,24}(?:[/\s][^,。]{0,10}(?:报[道导]|电|整理))?\)?$"
    r"|[^\s,。]{2,6}中心\s?/\s?[^\s,。]{2,8}(?:报[道导]|整理)$"
    r"|(?:文|文字|撰文|作者|编译|执笔|采写|图文)\s?[:/|]\s?[^,。]{2,24}$"
    r"|(?:编译|外电)[^\s,。]{2,4}/[^,。]{2,8}$"
    r"|(?:written )?by:? [a-z][a-z.' -]{2,40}$"
    r"|本文作者[为是].{2,60}$"
)
_LONGEST = 60


def is_byline(folded: str) -> bool:
    """Is the folded row a byline and nothing else?"""
    return len(folded) <= _LONGEST and _BYLINE.match(folded) is not None
