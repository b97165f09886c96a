"""URLs and e-mail addresses: spans in a text, and what is exactly one URL.

Conversion leaves the spans unchanged even where they contain Chinese characters.
"""

import re
from collections.abc import Iterator

WEB = "https?://"
"""Pattern of the beginning of a web URL, for `re.IGNORECASE` or folded text."""

_URL = re.compile(rf"{WEB}[^\s<>\"\\^`{{|}}]+", re.IGNORECASE)
"""A web URL without the characters that RFC 3986 excludes; Chinese characters are common in practice."""
_WEB = re.compile(WEB, re.IGNORECASE)

_SIGNS = ("://", "www.", "@")
"""Substrings that every address contains; rare enough to search for directly."""

_BEFORE = re.compile(r"[A-Za-z0-9_.+-]*\Z")
_BEHIND = re.compile(r"[^\s，。；、！？（）「」『』《》“”]+")

_LONGEST_NAME = 64
"""Maximum characters before the @ of an e-mail address."""


def is_url(text: str) -> bool:
    """Whether the text is exactly one web URL, without spaces, quotes or brackets <>.

    >>> is_url("https://example.org/文章?id=3"), is_url("見 https://example.org")
    (True, False)
    """
    return _URL.fullmatch(text) is not None


def begins_with_url(text: str) -> bool:
    return _WEB.match(text) is not None


def address_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans `(start, end)` of all addresses, in order."""
    done = 0
    for place, end in sorted(place for sign in _SIGNS for place in _places(text, sign)):
        before = _BEFORE.search(text, max(done, place - _LONGEST_NAME), place) if place >= done else None
        if before is None or (text[place] == "@" and before.start() == place):
            continue  # a mention such as @name is converted
        behind = _BEHIND.match(text, end)
        if behind is None:
            continue
        done = behind.end()
        yield before.start(), done


def _places(text: str, sign: str) -> Iterator[tuple[int, int]]:
    at = text.find(sign)
    while at >= 0:
        yield at, at + len(sign)
        at = text.find(sign, at + 1)
