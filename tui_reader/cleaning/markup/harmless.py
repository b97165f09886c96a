r"""Markup's own ways of writing characters, made harmless once they are read.

`&#x1b;` and `\u202e` become characters only in the parser, so what it hands on is made harmless, not what it is given.
"""

import re
from collections.abc import Sequence

from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line, sanitize

LONGEST_LINE = 1000
"""Characters that are taken of a thing that is one line, a title say."""

_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_BETWEEN = "\n\x1f\n"
"""Stands in no text: lines have no line feed at either end."""


def harmless_lines(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The texts without anything a terminal would obey, and folded; all at once, for a page has a thousand."""
    whole = _BETWEEN.join(texts)
    if sanitize(whole.replace("\x1f", "")) != whole.replace("\x1f", ""):
        texts = [sanitize(text).strip() for text in texts]
        whole = _BETWEEN.join(texts)
    return list(zip(texts, fold(whole).split(_BETWEEN), strict=True)) if texts else []


def harmless_line(text: str | None) -> str | None:
    """A thing of the head on one line; None where nothing is left."""
    return one_line(text[:LONGEST_LINE]) or None if text else None


def is_address(text: str) -> bool:
    """Whether it is a web address and nothing besides: no space, line end or control character hides behind it."""
    return len(text) <= LONGEST_LINE and sanitize(text) == text and _ADDRESS.fullmatch(text) is not None
