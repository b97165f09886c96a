"""Conversion of a page to another wording, visible pieces first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.article_words import tag_converter
from tui_reader.present.display import as_written, quotes_of, text_converter
from tui_reader.present.page import Page, page_of
from tui_reader.present.worded import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Article, Shown
    from tui_reader.present.display import Converters


def converted_pages(
    page: Page, article: Article, view: range, converters: Converters, *, shown: Shown, repair: bool
) -> Iterator[Page]:
    """Yield the page converted to `shown`, punctuation repaired or not: first with the pieces in `view`, then complete."""
    written = page.written
    if page.shown not in {"source", shown}:
        page = page_of(page.key, written, page.measure, layout=page.layout)
    every = range(len(written))
    if as_written(article.script, shown) and (page.shown, page.repair) == ("source", repair):
        steps = [tuple(number for number in every if written[number].look == "tags")]
    else:
        rest = tuple(number for number in every if number not in view)
        steps = [tuple(view), rest] if rest else [tuple(view)]
    turn, quotes = text_converter(article, shown, converters), quotes_of(article.script, shown)
    tags = tag_converter(article, shown, converters)
    for step, numbers in enumerate(steps, 1):
        texts = {number: worded(written[number], turn, quotes, repair=repair, tags=tags) for number in numbers}
        page = page.turned(texts, shown, repair=repair, whole=step == len(steps))
        yield page
