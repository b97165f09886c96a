"""Entries of wallabag's JSON export, which have the page's content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tui_reader.sources.composing import Known, page_of_html
from tui_reader.sources.documents import Link, ReaderState, SavedHighlight, Source
from tui_reader.sources.services.moments import day, moment, stamp
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui_reader.sources.documents import Place

_NEEDED: Final = frozenset({"url", "is_archived", "is_starred"})

_NO_CONTENT: Final = "wallabag can't retrieve contents"
"""Beginning of the text that stands in an entry whose page wallabag could not fetch."""


def is_entry(record: Mapping[str, Any]) -> bool:
    return record.keys() >= _NEEDED


def entry(record: Mapping[str, Any], place: Place) -> Source | Link | None:
    """The document of an entry; its address where it has no content; None if it has neither."""
    address = str(record.get("given_url") or record["url"] or "")
    address = str(record["url"]) if record["url"] and is_url(str(record["url"])) else address
    content = str(record.get("content") or "")
    state = _state(record)
    if not content.strip() or _NO_CONTENT in content[:300]:
        return Link(place.named, address, state) if is_url(address) else None
    authors = record.get("published_by") or ()
    known = Known(
        title=str(record.get("title") or ""),
        author="、".join(str(name) for name in authors if name) if isinstance(authors, list) else "",
        published=day(record.get("published_at")),
        address=address if is_url(address) else "",
    )
    return Source(place.named, known.address or None, page_of_html(known, content), "utf-8", state, place.path)


def _state(record: Mapping[str, Any]) -> ReaderState:
    tags = [tag.get("label") if isinstance(tag, dict) else tag for tag in record.get("tags") or ()]
    return ReaderState(
        tags=tuple(tag for tag in tags if isinstance(tag, str)),
        read=bool(record["is_archived"]),
        bookmarked=bool(record["is_starred"]),
        added=moment(record.get("created_at")),
        highlights=tuple(
            SavedHighlight(str(one["quote"]), str(one.get("text") or ""), stamp(one.get("created_at")))
            for one in record.get("annotations") or ()
            if isinstance(one, dict) and one.get("quote")
        ),
    )
