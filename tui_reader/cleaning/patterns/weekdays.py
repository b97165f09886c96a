"""Weekdays beside dates, Chinese or English, which decide the order of day and month. Patterns read folded text."""

import re

_ENGLISH_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_LATIN = r"(?P<latin>mon|tue|wed|thu|fri|sat|sun)(?:(?<=tue)s|(?<=wed)nes|(?<=thu)rs?|(?<=sat)ur)?(?:day)?\b"
_HAN_DAYS = "一二三四五六日"
_WEEKDAY_NAME = re.compile(rf"(?:星期|周|礼拜)(?P<han>[{_HAN_DAYS}天])|\b{_LATIN}")
_WEEKDAY_REACH = 12
"""Maximum characters between a date and its weekday."""


def weekday_beside(match: re.Match[str]) -> int | None:
    """Number of the weekday printed before, in or behind the date that `match` found, Monday = 0; None without one."""
    start = max(0, match.start() - _WEEKDAY_REACH)
    found = _WEEKDAY_NAME.search(match.string, start, match.end() + _WEEKDAY_REACH)
    if found is None:
        return None
    return _HAN_DAYS.index(found["han"].replace("天", "日")) if found["han"] else _ENGLISH_DAYS.index(found["latin"])
