"""Articles made by hand, and short ways to put them into a library."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tui_reader.library import Library
from tui_reader.model import Added, AlreadyHere, Article, InTrash, Passage, Row
from tui_reader.query import Query

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


def later(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def article(title: str | None = "標題", *passages: str, **fields: Any) -> Article:
    body = tuple(Passage("paragraph", text) for text in passages or ("正文。",))
    return Article(**{"title": title, "body": body, "script": "hant", "encoding": "utf-8"} | fields)


def store(library: Library, content: Article, data: bytes | None = None, **how: Any) -> Added | AlreadyHere:
    """Store with the bytes given, or some that follow from the article."""
    data = hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).digest() if data is None else data
    outcome = library.store(content, data, **{"where": "input", "path": None, "now": NOW} | how)
    assert not isinstance(outcome, InTrash)
    return outcome


def put(library: Library, title: str | None = "標題", *passages: str, **fields: Any) -> Row:
    return store(library, article(title, *passages, **fields)).row


def titles(library: Library, query: str = "") -> list[str]:
    return [row.title for row in library.rows(library.listing(Query.parse(query)).article_ids)]


def tags(library: Library, article_id: int) -> Sequence[str]:
    return library.rows((article_id,))[0].tags
