"""Conversion of texts around an article (tags, titles, list rows) by the article's context: 沈阳 may be a person or a city."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.deferred import Deferred
from tui_reader.present.display import (
    SCRIPTS,
    as_stored,
    as_written,
    context_of,
    known_script,
    name_converter,
    quotes_of,
    reworded,
    text_converter,
    texts_of,
)
from tui_reader.text.fold import fold
from tui_reader.typography import repaired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui_reader.model import Article, Row, Shown, Stored
    from tui_reader.present.display import Converters, TextConverter
    from tui_reader.script import Converter, Rewording
    from tui_reader.text import known_names, names
else:
    known_names, names = Deferred("tui_reader.text.known_names"), Deferred("tui_reader.text.names")

_ASKED = 3
"""Maximum article lines with a tag that are converted to find the tag's form; the majority wins."""


class ConvertedTag(NamedTuple):
    """A tag as shown, and its rewordings in offsets of the original tag."""

    text: str
    rewordings: tuple[Rewording, ...] = ()


class ArticleTags:
    """Converts the tags of one article.

    A tag that occurs in the article's text gets the form it has there. Others are converted on their own with the article's
    context; users may have entered them in another script. `as_written`: the article's text itself is not converted.
    """

    def __init__(self, article: Article, converter: Converter, *, as_written: bool = False) -> None:
        self._converter = converter
        self._as_written = as_written
        self._source = known_script(article.script)
        self._lines = [line for text in texts_of(article) for line in text.split("\n")]
        self._context = None if as_written else context_of(article)

    def __call__(self, tags: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.worded(tag).text for tag in tags)

    def worded(self, tag: str) -> ConvertedTag:
        if not tag:
            return ConvertedTag(tag)
        lines = (line for line in self._lines if tag in line)
        if self._as_written and next(lines, None) is not None:
            return ConvertedTag(tag)
        votes = Counter(filter(None, (self._in_line(tag, line) for line in islice(lines, _ASKED))))
        return votes.most_common(1)[0][0] if votes else self._alone(tag)

    def _alone(self, tag: str) -> ConvertedTag:
        convert, explain = self._converter.convert, self._converter.explain
        return ConvertedTag(convert(tag, context=self._context), explain(tag, context=self._context))

    def _in_line(self, tag: str, line: str) -> ConvertedTag | None:
        """The form of the tag's first occurrence in a line; None if a reworded word crosses the tag's edges."""
        start = line.index(tag)
        end = start + len(tag)
        found = self._converter.explain(line, source=self._source, context=self._context)
        if any(one.start < edge < one.end for one in found for edge in (start, end)):
            return None
        shown = self._converter.convert(line, source=self._source, context=self._context)
        first, last = start + _grown(found, start), end + _grown(found, end)
        inside = (one for one in found if start <= one.start and one.end <= end)
        return ConvertedTag(shown[first:last], tuple(_moved(inside, -start)))


def _grown(rewordings: Iterable[Rewording], offset: int) -> int:
    """Growth in length of the text before `offset`: only rewordings change the length."""
    return sum(len(one.target) - len(one.source) for one in rewordings if one.end <= offset)


def _moved(rewordings: Iterable[Rewording], by: int) -> Iterator[Rewording]:
    return (one._replace(start=one.start + by, end=one.end + by) for one in rewordings)


def tag_converter(article: Article, shown: Shown, converters: Converters) -> TextConverter:
    """Converter for tags of the article."""
    if shown == "source":
        return as_stored
    return ArticleTags(article, converters(shown), as_written=as_written(article.script, shown))


def reworded_row(row: Row, article: Article, shown: Shown, converters: Converters) -> Row:
    """The list row of an article, converted."""
    if shown == "source":
        return row
    (title,) = text_converter(article, shown, converters)((row.title,))
    source, author = name_converter(article.script, shown, converters)((row.source or "", row.author or ""))
    tags = tag_converter(article, shown, converters)(row.tags)
    return replace(row, title=title, source=source or None, author=author or None, tags=tags)


def repaired_row(row: Row, shown: Shown) -> Row:
    """The row with the punctuation of its title repaired."""
    return replace(row, title=repaired(row.title, quotes_of(row.script, shown)))


def texts_as_shown(
    article_of: Callable[[int], Article], shown: Shown, converters: Converters, *, repair: bool
) -> Callable[[str, Row], str]:
    """Converter for single texts of a row's article, such as its title. `repair`: also repair punctuation."""

    @cache
    def turn(article_id: int) -> TextConverter:
        return text_converter(article_of(article_id), shown, converters)

    def as_shown(text: str, row: Row) -> str:
        worded = text if shown == "source" else turn(row.article_id)((text,))[0]
        return repaired(worded, quotes_of(row.script, shown)) if repair else worded

    return as_shown


def source_labels(shown: Shown, converters: Converters) -> Callable[[str], str]:
    """Converter for names of sources of the whole library."""
    convert = name_converter("none", shown, converters)
    return lambda name: convert((name,))[0]


def labels(stored: Stored | None, shown: Shown, converters: Converters) -> Callable[[str], str]:
    """Converter for tags of the whole library; tags of the `stored` article get the form they have there.

    Known things are called by their name in the script shown; people of no table are converted by script only.
    """
    named = source_labels(shown, converters)
    of_article = tag_converter(stored.article, shown, converters) if stored else None

    def label(tag: str) -> str:
        if stored and of_article and tag in stored.row.tags:
            return of_article((tag,))[0]
        if shown in {"cn", "tw"} and (known := known_names.known_name(fold(tag))) is not None:
            return known.written(SCRIPTS[shown])
        if names.is_person(fold(tag)):
            return named(tag)
        return reworded((tag,), "none", shown, converters)[0]

    return label
