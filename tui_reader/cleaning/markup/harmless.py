r"""Sanitizes text after parsing, because entities such as `&#x1b;` and `\u202e` become characters only then."""

from collections.abc import Sequence

from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line, sanitize
from tui_reader.text.urls import is_url

LONGEST_LINE = 1000
"""Maximum characters of one-line values such as titles."""

_BETWEEN = "\n\x1f\n"
"""Separator that cannot occur: lines have no line feed at either end."""


def harmless_lines(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The texts sanitized and folded, all at once for speed."""
    whole = _BETWEEN.join(texts)
    if sanitize(whole.replace("\x1f", "")) != whole.replace("\x1f", ""):
        texts = [sanitize(text).strip() for text in texts]
        whole = _BETWEEN.join(texts)
    return list(zip(texts, fold(whole).split(_BETWEEN), strict=True)) if texts else []


def harmless_line(text: str | None) -> str | None:
    """A one-line value of the head; None if empty."""
    return one_line(text[:LONGEST_LINE]) or None if text else None


def is_address(text: str) -> bool:
    """Whether it is exactly a web URL, without spaces, line ends or control characters."""
    return len(text) <= LONGEST_LINE and sanitize(text) == text and is_url(text)
