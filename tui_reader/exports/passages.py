"""Highlights in Markdown, JSON and tab-separated values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.exports.markdown import escaped
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.exports.document import Document


def highlights_markdown(document: Document) -> str:
    """The article's title as a heading, then a quotation for each highlight, with its note below."""
    article = document.article
    parts = [f"## {escaped(document.title or '(untitled)')}"]
    parts += [escaped(document.about)] if document.about else []
    parts += [f"<{article.url}>"] if article.url else []
    for highlight in document.highlights:
        parts.append("\n".join(f"> {escaped(line)}".rstrip() for line in highlight.text.split("\n")))
        parts += [escaped(one_line(highlight.note))] if highlight.note else []
    return "\n\n".join(parts) + "\n"


def highlight_records(document: Document) -> Iterator[dict[str, object]]:
    """A record for each highlight, with its article's metadata."""
    article, row = document.article, document.row
    for highlight in document.highlights:
        yield {
            "text": highlight.text,
            "note": highlight.note or None,
            "marked_at": highlight.when or None,
            "colour": highlight.colour,
            "article": row.short_id if row else None,
            "title": article.title,
            "author": article.author,
            "source": article.source,
            "published": article.published,
            "url": article.url,
        }


def highlight_rows(document: Document) -> Iterator[str]:
    """A line for each highlight, for flash-card programs such as Anki: sentence, note, where it is from; tab-separated."""
    article = document.article
    origin = " · ".join(filter(None, [document.title, document.about, article.url]))
    for highlight in document.highlights:
        yield "\t".join(one_line(field).replace("\t", " ") for field in (highlight.text, highlight.note, origin))
