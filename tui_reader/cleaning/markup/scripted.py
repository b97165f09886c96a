"""What a page's scripts carry about the article, where the page itself shows it only once a script has run.

Accounts on publishing platforms print "昨天" and leave the moment in a variable (`var ct = "1581497412"`).
"""

import re
from collections.abc import Iterable, Iterator

from tui_reader.cleaning.patterns.dates import iso_of

FEW = 3
"""Moments at most: a script that names more holds a list of articles, and nobody knows which of them is this one."""
LONGEST_KEY = 32
"""Characters before a value in which its name stands."""

_MOMENT = re.compile(
    r"""[:=]\s{0,4}["']?(?P<it>\d{13}(?!\d)|\d{10}(?!\d)|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)"""
)
"""Begins with the sign and not with the name, for scripts are long and most of them hold no moment at all."""
_PUBLISHED = re.compile(
    r"""(?<![\w.$])["']?(?:ct|ori_?create_?time|create_?time|publish_?time|publish_?date|pub_?date|pub_?time|ptime|date_?published|article_?time)["']?\s{0,4}$""",
    re.IGNORECASE,
)
_NAME = re.compile(r"""[:=]\s{0,4}(?:html_?[dD]ecode\()?["'](?P<it>[^"'<>\\\n]{2,20})["']""")
_ACCOUNT = re.compile(
    r"""(?<![\w.$])["']?(?:nick_?name|account_?name|media_?name|mp_?name)["']?\s{0,4}$""", re.IGNORECASE
)
_ACCOUNTS = tuple(word + tie for word in ("nick", "account", "media", "mp") for tie in ("", "_"))
"""What stands before `name` there."""


def published_in(scripts: Iterable[str]) -> str | None:
    """The moment of publication that scripts name, ISO 8601; None where none does, or where they name many."""
    moments = {iso for text in _values(scripts, _MOMENT, _PUBLISHED) if (iso := iso_of(text))}
    return min(moments, default=None) if len(moments) <= FEW else None


def account_in(scripts: Iterable[str]) -> str | None:
    """The name of the account that scripts say the article is of; None where they name none, or several."""
    telling = (script for script in scripts if _has_account(script))
    accounts = {text.strip() for text in _values(telling, _NAME, _ACCOUNT)} - {""}
    return accounts.pop() if len(accounts) == 1 else None


def _has_account(script: str) -> bool:
    """Has it the name of an account's variable at all? Nearly no script has, though all have values."""
    return any(part.endswith(_ACCOUNTS) for part in script.lower().split("name"))


def _values(scripts: Iterable[str], value: re.Pattern[str], key: re.Pattern[str]) -> Iterator[str]:
    """The values that have such a form, and such a name before them."""
    for script in scripts:
        for match in value.finditer(script):
            if key.search(script[max(0, match.start() - LONGEST_KEY) : match.start()]):
                yield match["it"]
