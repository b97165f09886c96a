"""An article as the screen shows it: converted to a script or wording, with repaired punctuation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.present.worded import UNREPAIRED
from tui_reader.typography import repaired as repaired_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.model import Article, Script

    Turn = Callable[[str], str]


def article_as_shown(session: Session, article: Article, target: str) -> Article:
    """The article in `target` (`cn tw hk hans hant`, or `source`: unconverted), its punctuation repaired."""
    return repaired(converted(session, article, target), quotes_for(article, target))


def quotes_for(article: Article, target: str) -> Script:
    """Script whose quotation marks the article has in `target`."""
    if target == "source":
        return article.script
    from tui_reader.script.convert import script_of_target  # noqa: PLC0415 - only where something is converted

    return script_of_target(target)


def converted(session: Session, article: Article, target: str) -> Article:
    """The article in `target`; its number of passages stays."""
    if target == "source":
        return article
    from tui_reader.present.article_words import ArticleTags  # noqa: PLC0415 - see above
    from tui_reader.present.display import context_of  # noqa: PLC0415
    from tui_reader.script.convert import script_of_target  # noqa: PLC0415

    source, context = article.script, context_of(article)
    tags = ArticleTags(article, session.converter(target))
    return reworded(
        article,
        lambda text: session.convert(text, target, source=source, context=context),
        lambda tag: tags.worded(tag).text,
        lambda name: session.convert(name, script_of_target(target), source=source),
    )


def reworded(article: Article, turn: Turn, turn_tag: Turn, turn_name: Turn) -> Article:
    """Convert all text of an article; `turn_name`: names of sources and people. URLs, dates and comment authors stay."""
    from tui_reader.script import script_of  # noqa: PLC0415 - see above

    def maybe(text: str | None, turn: Turn = turn) -> str | None:
        return None if text is None else turn(text)

    body = tuple(replace(passage, text=turn(passage.text)) for passage in article.body)
    return replace(
        article,
        script=script_of("\n".join(passage.text for passage in body)),
        title=maybe(article.title),
        author=maybe(article.author, turn_name),
        source=maybe(article.source, turn_name),
        category=maybe(article.category),
        deck=tuple(map(turn, article.deck)),
        body=body,
        captions=tuple(map(turn, article.captions)),
        comments=tuple(replace(comment, text=turn(comment.text)) for comment in article.comments),
        tags=tuple(map(turn_tag, article.tags)),
        removed=tuple(replace(removed, text=turn(removed.text)) for removed in article.removed),
    )


def repaired(article: Article, quotes: Script) -> Article:
    """Repair the article's punctuation as on screen; `quotes`: script of its quotation marks."""

    def mended(text: str) -> str:
        return repaired_marks(text, quotes)

    return replace(
        article,
        title=article.title and mended(article.title),
        deck=tuple(map(mended, article.deck)),
        body=tuple(
            passage if passage.kind in UNREPAIRED else replace(passage, text=mended(passage.text))
            for passage in article.body
        ),
        captions=tuple(map(mended, article.captions)),
        comments=tuple(replace(comment, text=mended(comment.text)) for comment in article.comments),
    )
