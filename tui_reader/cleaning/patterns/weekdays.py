"""Weekdays as pages print them beside a date. All patterns read folded text."""

import re

_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_LATIN = r"(?P<latin>mon|tue|wed|thu|fri|sat|sun)(?:(?<=tue)s|(?<=wed)nes|(?<=thu)rs?|(?<=sat)ur)?(?:day)?\b"
_HAN_DAYS = "一二三四五六日"
_WEEKDAY_NAME = re.compile(rf"(?:星期|周|礼拜)(?P<han>[{_HAN_DAYS}天])|\b{_LATIN}")
_WEEKDAY_REACH = 12
"""Characters before or behind a date in which its weekday stands."""


def weekday_beside(match: re.Match[str]) -> int | None:
    """The weekday printed right before, in or behind a date: Monday is 0."""
    start = max(0, match.start() - _WEEKDAY_REACH)
    found = _WEEKDAY_NAME.search(match.string, start, match.end() + _WEEKDAY_REACH)
    if found is None:
        return None
    return _HAN_DAYS.index(found["han"].replace("天", "日")) if found["han"] else _DAYS.index(found["latin"])
