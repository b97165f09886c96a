"""Articles from `export --format jsonl`: they come back as they were, without cleaning.

The source that is stored for such an article is the record itself, without what a person did with it, so that cleaning it
again gives the same article.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, get_args

from tui_reader.model import Article, Comment, Kind, Passage, Removed, Script
from tui_reader.sources.documents import ReaderState, SavedHighlight, Source, colour_of
from tui_reader.sources.services.moments import moment
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui_reader.sources.documents import Place

BEGIN: Final = b'{"tui-reader": 1, "title":'
"""First bytes of a stored record."""

_TEXTS: Final = ("author", "source", "published", "updated", "category", "url")
_LISTS: Final = ("deck", "captions", "images")
_NEEDED: Final = frozenset({"title", "script", "encoding", "body", "removed", "comments"})


def is_own(record: Mapping[str, Any]) -> bool:
    """Whether a record was exported by this program."""
    return record.keys() >= _NEEDED and isinstance(record["body"], list)


def own_source(record: Mapping[str, Any], place: Place) -> Source | None:
    """The article of an exported record; None for a record that is damaged."""
    article = _article(record)
    if article is None:
        return None
    address = article.url if article.url and is_url(article.url) else None
    return Source(place.named, address, stored_record(article), state=_state(record), origin=place.path)


def stored_record(article: Article) -> bytes:
    """An article as the source that is stored for it, without tags: they are a person's, or given anew."""
    values: dict[str, Any] = {"tui-reader": 1, "title": article.title, "script": article.script}
    values |= {"encoding": article.encoding} | {name: getattr(article, name) for name in (*_TEXTS, *_LISTS)}
    values["body"] = [[passage.kind, passage.text] for passage in article.body]
    values["comments"] = [[one.text, one.author, one.time, one.sign, one.floor] for one in article.comments]
    values["removed"] = [[one.text, one.reason, one.before, one.kind] for one in article.removed]
    values["uncertain"] = article.uncertain
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def stored_article(data: bytes) -> Article | None:
    """The article of a stored record; None if the data is none."""
    if not data.startswith(BEGIN):
        return None
    try:
        values = json.loads(data)
        texts: dict[str, Any] = {name: values[name] for name in _TEXTS}
        lists: dict[str, Any] = {name: tuple(values[name]) for name in _LISTS}
        return Article(
            values["title"],
            tuple(Passage(kind, text) for kind, text in values["body"]),
            values["script"],
            values["encoding"],
            **texts,
            **lists,
            comments=tuple(Comment(*one) for one in values["comments"]),
            removed=tuple(Removed(*one) for one in values["removed"]),
            uncertain=bool(values["uncertain"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _article(record: Mapping[str, Any]) -> Article | None:
    """The article of an exported record. Every value is checked: the file may have been edited."""
    try:
        body = tuple(Passage(_kind(one["kind"]), _text(one["text"])) for one in record["body"])
        comments = tuple(_comment(one) for one in record["comments"])
        removed = tuple(Removed(_text(one["text"]), _text(one["reason"]), len(body)) for one in record["removed"])
        script, encoding = record["script"], _text(record["encoding"])
        texts: dict[str, Any] = {name: _optional(record.get(name)) for name in _TEXTS}
        lists: dict[str, Any] = {name: tuple(map(_text, record.get(name) or ())) for name in _LISTS}
        title = _optional(record["title"])
    except (KeyError, TypeError, AttributeError):
        return None
    if not body or script not in get_args(Script):
        return None
    uncertain = record.get("uncertain") is True
    return Article(
        title, body, script, encoding, **texts, **lists, comments=comments, removed=removed, uncertain=uncertain
    )


def _comment(one: Mapping[str, Any]) -> Comment:
    author, time, sign = (_optional(one.get(name)) for name in ("author", "time", "sign"))
    floor = one.get("floor")
    return Comment(_text(one["text"]), author, time, sign, floor if isinstance(floor, int) else None)


def _state(record: Mapping[str, Any]) -> ReaderState:
    highlights = [one for one in record.get("highlights") or () if isinstance(one, dict) and one.get("text")]
    return ReaderState(
        tags=tuple(tag for tag in record.get("tags") or () if isinstance(tag, str)),
        read=record.get("read") is True,
        bookmarked=record.get("bookmarked") is True,
        added=moment(record.get("added")),
        highlights=tuple(
            SavedHighlight(
                str(one["text"]),
                str(one.get("note") or ""),
                str(one.get("marked_at") or ""),
                colour_of(one.get("colour")),
            )
            for one in highlights
        ),
        is_complete="added" in record,
        short_id=record["id"] if isinstance(record.get("id"), str) else None,
    )


def _kind(value: object) -> Kind:
    if value not in get_args(Kind):
        raise TypeError
    return value  # type: ignore[return-value]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)
