"""Excerpts: the first passage of an article that matches the words of a query, cut around the hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.present.find import phrase_pattern
from tui_reader.present.rows import ELLIPSIS, cut
from tui_reader.text.cells import width
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from tui_reader.model import Article

BEFORE, AFTER = 60, 160
"""Maximum characters kept on either side of a hit: more than fits into a line."""

LEAD: Final = 3
"""One part of so many of the room beside the hit is for what precedes it; what follows tells more."""


class Excerpt(NamedTuple):
    """Text around a hit, on one line."""

    before: str
    hit: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.hit}{self.after}"


def excerpt(
    article: Article, tags: Iterable[str], forms: Iterable[str], convert: Callable[[str], str]
) -> Excerpt | None:
    """Excerpt around the first hit of folded `forms` in the body, else deck, captions, comments, tags or title.

    `convert` turns a passage into the wording shown. None without a hit.
    """
    pattern = phrase_pattern(forms)
    if pattern is None:
        return None
    for text in _texts(article, tags):
        if pattern.search(fold(text)):
            return _around(pattern, convert(text)) or _around(pattern, text)
    return None


def fitted_excerpt(found: Excerpt, cells: int) -> Excerpt:
    """The excerpt in exactly `cells` cells, with an ellipsis where it is cut; the hit stays in sight."""
    hit = cut(found.hit, cells)
    room = cells - width(hit)
    behind = min(width(found.after), room - room // LEAD)
    before = _tail(found.before, room - behind)
    room -= width(before)
    after = found.after if width(found.after) <= room else cut(found.after, room - width(ELLIPSIS)) + ELLIPSIS
    after = after if width(after) <= room else ""
    return Excerpt(before, hit, after + " " * (room - width(after)))


def _texts(article: Article, tags: Iterable[str]) -> Iterator[str]:
    yield from (one_line(passage.text) for passage in article.body)
    yield from map(one_line, (*article.deck, *article.captions))
    yield from (one_line(comment.text) for comment in article.comments)
    yield from (f"#{one_line(tag)}" for tag in tags)
    yield from map(one_line, filter(None, (article.title, article.source, article.author)))


def _around(pattern: re.Pattern[str], text: str) -> Excerpt | None:
    found = pattern.search(fold(text))
    if found is None:
        return None
    start, end = found.span()
    first, last = max(start - BEFORE, 0), end + AFTER
    before = (ELLIPSIS if first else "") + text[first:start]
    return Excerpt(before, text[start:end], text[end:last] + (ELLIPSIS if last < len(text) else ""))


def _tail(text: str, cells: int) -> str:
    """The end of a text in at most `cells` cells, with an ellipsis where it is cut."""
    if width(text) <= cells:
        return text
    start, used = len(text), width(ELLIPSIS)
    while start and used + width(text[start - 1]) <= cells:
        start -= 1
        used += width(text[start])
    return ELLIPSIS + text[start:] if start < len(text) else ""
