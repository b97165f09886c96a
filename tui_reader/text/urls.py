"""Spans of URLs and e-mail addresses, which conversion leaves unchanged even where they contain Chinese characters."""

import re
from collections.abc import Iterator

_SIGNS = ("://", "www.", "@")
"""Substrings that every address contains; rare enough to search for directly."""

_BEFORE = re.compile(r"[A-Za-z0-9_.+-]*\Z")
_BEHIND = re.compile(r"[^\s，。；、！？（）「」『』《》“”]+")

_LONGEST_NAME = 64
"""Maximum characters before the @ of an e-mail address."""


def address_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans `(start, end)` of all addresses, in order."""
    done = 0
    for place, end in sorted(place for sign in _SIGNS for place in _places(text, sign)):
        before = _BEFORE.search(text, max(done, place - _LONGEST_NAME), place) if place >= done else None
        if before is None or (text[place] == "@" and before.start() == place):
            continue  # a person's @name is a name of the language
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
