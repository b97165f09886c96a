"""What a page's scripts carry about the article, where the page itself shows it only once a script has run.

Accounts on publishing platforms print "昨天" and leave the moment in a variable (`var ct = "1581497412"`).
"""

import re

from tui_reader.cleaning.dates import iso_of

_PUBLISHED = re.compile(
    r"""(?<![\w.])["']?(?:ct|ori_?create_?time|create_?time|publish_?time|publish_?date|pub_?date|pub_?time|ptime|date_?published|svr_?time|article_?time)["']?"""
    r"""\s*[:=]\s*["']?(?P<it>\d{13}(?!\d)|\d{10}(?!\d)|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)""",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"""(?<![\w.])(?:nick_?name|account_?name|media_?name|mp_?name)["']?\s*[:=]\s*(?:html_?decode\()?["'](?P<it>[^"'<>\\]{2,20})["']""",
    re.IGNORECASE,
)


def published_in(script: str) -> str | None:
    """The first moment of publication that a script names, ISO 8601; None where none does."""
    for match in _PUBLISHED.finditer(script):
        iso = iso_of(match["it"])
        if iso:
            return iso
    return None


def account_in(script: str) -> str | None:
    """The name of the account that a script says the article is of."""
    match = _ACCOUNT.search(script)
    return match["it"].strip() if match else None
