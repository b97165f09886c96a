"""JSON records of rows and articles; keys are promised to users of `list`, `show`, `clean` and `export --format jsonl`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.exports.document import Document
    from tui_reader.model import Article, Comment, Row


def row_record(row: Row) -> dict[str, object]:
    """JSON object that `list --json` prints for a row."""
    return {
        "id": row.short_id,
        "title": row.title,
        "author": row.author,
        "source": row.source,
        "published": row.published,
        "updated": row.updated,
        "script": row.script,
        "tags": row.tags,
        "bookmarked": row.bookmarked,
        "read": row.read,
        "added": row.added,
        "path": row.path,
        "uncertain": row.uncertain,
        "copies": [copy.short_id for copy in row.copies],
    }


def article_record(path: str | None, article: Article) -> dict[str, object]:
    """JSON object that `clean --json` prints for an article."""
    return {
        "path": path,
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "published": article.published,
        "updated": article.updated,
        "category": article.category,
        "url": article.url,
        "script": article.script,
        "encoding": article.encoding,
        "deck": article.deck,
        "body": [asdict(passage) for passage in article.body],
        "captions": article.captions,
        "images": article.images,
        "comments": [_comment_record(comment) for comment in article.comments],
        "tags": article.tags,
        "uncertain": article.uncertain,
        "removed": [{"text": removed.text, "reason": removed.reason} for removed in article.removed],
    }


def stored_record(row: Row, article: Article) -> dict[str, object]:
    """Record of `show --json`: `clean --json` plus the library's fields."""
    record = row_record(row)
    known = {key: record[key] for key in ("id", "bookmarked", "read", "added", "copies")}
    return {"id": row.short_id} | article_record(row.path, article) | known


def document_record(document: Document) -> dict[str, object]:
    """Record of `export --format jsonl`: `show --json` plus `highlights`."""
    article, row = document.article, document.row
    record = stored_record(row, article) if row else article_record(None, article)
    highlights = [
        {"text": it.text, "note": it.note or None, "marked_at": it.when or None, "colour": it.colour}
        for it in document.highlights
    ]
    return record | {"highlights": highlights}


def record_lines(documents: Iterable[Document]) -> Iterator[str]:
    """A line of JSON for each document, with readable Chinese."""
    return (json.dumps(document_record(document), ensure_ascii=False) + "\n" for document in documents)


def _comment_record(comment: Comment) -> dict[str, object]:
    keys = ("author", "time", "sign", "floor", "text")
    return {key: getattr(comment, key) for key in keys}
