"""Article data in scripts that the page itself shows only after running them.

Accounts on publishing platforms print "昨天" and store the time in a variable (`var ct = "1581497412"`).
"""

import re
from collections.abc import Iterable, Iterator

from tui_reader.cleaning.patterns.dates import iso_of

FEW = 3
"""Maximum times in a script; more are a list of articles."""
LONGEST_KEY = 32
"""Characters before a value searched for its name."""

_MOMENT = re.compile(
    r"""[:=]\s{0,4}["']?(?P<it>\d{13}(?!\d)|\d{10}(?!\d)|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)"""
)
"""Starts with the operator, not the name: most scripts contain no time at all."""
_PUBLISHED = re.compile(
    r"""(?<![\w.$])["']?(?:ct|ori_?create_?time|create_?time|publish_?time|publish_?date|pub_?date|pub_?time|ptime|date_?published|article_?time)["']?\s{0,4}$""",
    re.IGNORECASE,
)
_NAME = re.compile(r"""[:=]\s{0,4}(?:html_?[dD]ecode\()?["'](?P<it>[^"'<>\\\n]{2,20})["']""")
_ACCOUNT = re.compile(
    r"""(?<![\w.$])["']?(?:nick_?name|account_?name|media_?name|mp_?name)["']?\s{0,4}$""", re.IGNORECASE
)
_ACCOUNTS = tuple(f"{word}{tie}name" for word in ("nick", "account", "media", "mp") for tie in ("", "_"))
_TIMES = ("pub", "ptime", "createtime", "create_time", "articletime", "article_time")
_CT = re.compile(r"""ct(?<![\w.$]ct)["']?\s{0,4}[:=]""")
"""Every script with such a key contains one of these in lower case: a quick test."""


def published_in(scripts: Iterable[str]) -> str | None:
    """Publication time in scripts, ISO 8601; None if absent or ambiguous."""
    with_time = (script for script in scripts if _has_time(script.lower()))
    moments = {iso for text in _values(with_time, _MOMENT, _PUBLISHED) if (iso := iso_of(text))}
    return min(moments, default=None) if len(moments) <= FEW else None


def account_in(scripts: Iterable[str]) -> str | None:
    """Account name in scripts; None if absent or ambiguous."""
    with_account = (script for script in scripts if _has_account(script.lower()))
    accounts = {text.strip() for text in _values(with_account, _NAME, _ACCOUNT)} - {""}
    return accounts.pop() if len(accounts) == 1 else None


def _has_time(lowered: str) -> bool:
    return any(word in lowered for word in _TIMES) or _CT.search(lowered) is not None


def _has_account(lowered: str) -> bool:
    return any(word in lowered for word in _ACCOUNTS)


def _values(scripts: Iterable[str], value: re.Pattern[str], key: re.Pattern[str]) -> Iterator[str]:
    """Values of this form preceded by such a name."""
    for script in scripts:
        for match in value.finditer(script):
            if key.search(script[max(0, match.start() - LONGEST_KEY) : match.start()]):
                yield match["it"]
