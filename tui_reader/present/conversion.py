"""Conversion of a page to another wording, visible pieces first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.article_words import tag_converter
from tui_reader.present.display import as_written, name_converter, quotes_of, text_converter
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import pieces_of
from tui_reader.present.place import anchor_of
from tui_reader.present.ruby import ruby_for
from tui_reader.present.worded import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Article, Shown, Stored
    from tui_reader.present.display import Converters
    from tui_reader.present.lines import Layout
    from tui_reader.present.pages import PageName


def converted_pages(
    page: Page, article: Article, view: range, converters: Converters, *, shown: Shown, repair: bool
) -> Iterator[Page]:
    """Yield the page converted to `shown`, punctuation repaired or not: first with the pieces in `view`, then complete."""
    written = page.written
    if page.shown not in {"source", shown}:
        page = page_of(page.article_id, written, page.measure, layout=page.layout)
    every = range(len(written))
    if as_written(article.script, shown) and (page.shown, page.repair) == ("source", repair):
        steps = [tuple(number for number in every if written[number].look == "tags")]
    else:
        rest = tuple(number for number in every if number not in view)
        steps = [tuple(view), rest] if rest else [tuple(view)]
    turn, quotes = text_converter(article, shown, converters), quotes_of(article.script, shown)
    tags, names = tag_converter(article, shown, converters), name_converter(article.script, shown, converters)
    for step, numbers in enumerate(steps, 1):
        texts = {
            number: worded(written[number], turn, quotes, repair=repair, tags=tags, names=names) for number in numbers
        }
        page = page.turned(texts, shown, repair=repair, whole=step == len(steps))
        yield page


IN_VIEW = 60
"""Lines converted first when it is not known yet what is in view: the tallest usual terminal."""

LONG = 600
"""Lines of a page of which what is in view is typeset first: typesetting them takes as long as an eye notices."""


def page_steps(
    name: PageName, stored: Stored, converters: Converters, layout: Layout, *, base: Page | None, view: range
) -> Iterator[Page]:
    """An article's page, as one or two pages: first what is in view, then the whole.

    `base` is a page of the same article that there is already, `view` the numbers of its pieces in view. Without a base
    what is in view follows from the stored position.
    """
    if base is None or base.layout.ruby is not None:
        layout = layout._replace(dense=name.dense)
        base = page_of(name.article_id, pieces_of(stored.article, stored.row.tags), name.measure, layout=layout)
        top = base.line_of(anchor_of(base.written, stored.position)) if stored.position else 0
        view = view or base.in_view(top, IN_VIEW)
    elif (base.measure, base.layout.dense) != (name.measure, name.dense):
        base = base.measured(name.measure, dense=name.dense)
    steps = converted_pages(base, stored.article, view, converters, shown=name.shown, repair=name.repair)
    if name.ruby:
        *_, page = steps
        steps = measured_steps(page, view, name)
    yield from steps


def measured_steps(base: Page, view: range, name: PageName) -> Iterator[Page]:
    """A page with the measure, the spacing and the ruby of `name`; of a long one what is in view first, then the whole."""
    asked = base.layout.ruby.asked if base.layout.ruby is not None else ""
    if name.ruby != asked:
        texts = (piece.text for piece in base.written)
        base = base.with_ruby(ruby_for(name.ruby, name.shown, texts) if name.ruby else None)
    if base.height > LONG or name.ruby:
        yield base.measured_in(view, name.measure, dense=name.dense)
    yield base.measured(name.measure, dense=name.dense)
