"""Records of dumps: JSON objects or rows with a text or HTML, and where it is from.

    C4, CulturaX   text, timestamp, url, source
    FineWeb        text, id, url, date, dump, …
    datatrove      text, id, metadata {url, title, …}
    others         html, content, raw_html … with url, title, author, published

Times of such dumps are those of the crawl, so only fields that name a publication count as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tui_reader.model import Refused
from tui_reader.sources.archives.limits import TOO_LARGE
from tui_reader.sources.composing import Known, page_of_html, page_of_text
from tui_reader.sources.documents import Link, Source
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.services import own, wallabag
from tui_reader.sources.services.moments import day
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui_reader.sources.documents import Place

HTML: Final = ("html", "raw_html", "content_html", "html_content")
TEXT: Final = ("text", "content", "body", "raw_content", "article", "full_text")
ADDRESS: Final = ("url", "link", "source_url", "original_url", "uri", "warc-target-uri")
TITLE: Final = ("title", "headline")
AUTHOR: Final = ("author", "authors", "byline")
PUBLISHED: Final = ("published", "published_at", "publish_date", "date_published", "publication_date", "pub_date")
COLUMNS: Final = frozenset({*HTML, *TEXT, *ADDRESS, *TITLE, *AUTHOR, *PUBLISHED, "metadata"})
"""All names of fields that are used, in lower case."""

NO_TEXT: Final = f"no field with a text ({', '.join(TEXT)}) or HTML ({', '.join(HTML)})"
NO_RECORD: Final = "not a record: a JSON object was expected"


def document_of(record: object, place: Place) -> Source | Link | Refused:
    """The document of a record."""
    if not isinstance(record, dict):
        return Refused(place.named, NO_RECORD)
    if own.is_own(record):
        return own.own_source(record, place) or Refused(place.named, "a damaged record of this program's export")
    if wallabag.is_entry(record):
        return wallabag.entry(record, place) or Refused(place.named, "neither content nor an address")
    return _generic(_flat(record), place)


def _generic(record: Mapping[str, Any], place: Place) -> Source | Refused:
    html, text = _first(record, HTML), _first(record, TEXT)
    address = _first(record, ADDRESS)
    known = Known(
        title=_first(record, TITLE),
        author=_first(record, AUTHOR),
        published=day(_first(record, PUBLISHED)),
        address=address if is_url(address) else "",
    )
    if not (html or text).strip():
        return Refused(place.named, NO_TEXT if not (record.keys() & {*HTML, *TEXT}) else "the text is empty")
    data = _data(known, html, text)
    if len(data) > MAX_BYTES:
        return Refused(place.named, TOO_LARGE)
    return Source(place.named, known.address or place.path, data, "utf-8", origin=place.path)


def _data(known: Known, html: str, text: str) -> bytes:
    """A page, or the text alone where nothing but its address is known of it."""
    if html.strip() or text.lstrip()[:15].lower().startswith(("<!doctype", "<html")):
        return page_of_html(known, html if html.strip() else text)
    if known.title:
        return page_of_text(known, text)
    return text.encode("utf-8", "replace")


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by names in lower case; those of `metadata` where the record has none of that name."""
    nested = next((value for name, value in record.items() if name.lower() == "metadata"), None)
    below = {str(name).lower(): value for name, value in nested.items()} if isinstance(nested, dict) else {}
    return below | {str(name).lower(): value for name, value in record.items()}


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields that has a value; several authors are joined."""
    for name in names:
        value = record.get(name)
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            value = "、".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""
