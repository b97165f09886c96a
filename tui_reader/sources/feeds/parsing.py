"""Bytes of a feed → its items. RSS and Atom are parsed by feedparser, JSON Feed by hand."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urljoin

from tui_reader.errors import SourceBinary
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOT_A_FEED: Final = "not a feed (RSS, Atom or JSON Feed)"

MOST_CONTENT: Final = 2**20
"""Characters of an item's own content; a longer one is left out, as no article has so many."""

_DIGITS: Final = 32
"""Hexadecimal digits of an item's key: 128 bits of a hash."""


class Item(NamedTuple):
    """An item of a feed. `key`: identifies it in its feed. `address`: its page. `content`: its own text, as HTML.

    `published`: ISO 8601, in the zone of the feed.
    """

    key: str
    address: str | None
    title: str
    author: str | None
    published: str | None
    content: str


class FeedDocument(NamedTuple):
    """A feed: its title, and its items, the newest first."""

    title: str
    items: tuple[Item, ...]


def parse(data: bytes, address: str, charset: str | None = None) -> FeedDocument:
    """Read a feed. `address`: where it was fetched, for relative addresses. Raises SourceBinary for what is none."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        title, items = _json_feed(data, address)
    else:
        title, items = _xml_feed(data, address, charset)
    unique = {item.key: _without_huge_content(item) for item in reversed(tuple(items))}
    return FeedDocument(one_line(title), _newest_first(tuple(reversed(unique.values()))))


def _without_huge_content(item: Item) -> Item:
    return item if len(item.content) <= MOST_CONTENT else item._replace(content="")


def _newest_first(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """By date, if every item has one; else as the feed lists them."""
    moments = [_moment(item.published) for item in items]
    if None in moments:
        return items
    dated = sorted(zip(moments, range(len(items)), strict=True), key=lambda pair: (-(pair[0] or 0.0), pair[1]))
    return tuple(items[place] for _, place in dated)


def _moment(published: str | None) -> float | None:
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


# RSS and Atom


def _xml_feed(data: bytes, address: str, charset: str | None) -> tuple[str, Iterator[Item]]:
    import feedparser  # noqa: PLC0415 - only where a feed is read

    headers = {"content-location": address, "content-type": f"application/xml; charset={charset}" if charset else ""}
    # Given as a stream: feedparser takes text and bytes for an address or the name of a file first.
    found = feedparser.parse(BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise SourceBinary(address, NOT_A_FEED)
    return str(found.feed.get("title", "")), (_entry(entry, address) for entry in found.entries)


def _entry(entry: Mapping[str, Any], base: str) -> Item:
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    content = max([*contents, str(entry.get("summary", ""))], key=len)
    link = _address(entry.get("link"), base)
    return Item(
        _key(entry.get("id") or link or f"{entry.get('title')}{content}"),
        link,
        one_line(str(entry.get("title", ""))),
        one_line(str(entry.get("author_detail", {}).get("name") or entry.get("author", ""))) or None,
        _date(entry.get("published") or entry.get("updated")),
        content,
    )


# JSON Feed


def _json_feed(data: bytes, address: str) -> tuple[str, Iterator[Item]]:
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise SourceBinary(address, NOT_A_FEED) from None
    if not isinstance(feed, dict) or "jsonfeed.org/version" not in str(feed.get("version")):
        raise SourceBinary(address, NOT_A_FEED)
    return _text(feed, "title"), _json_items(feed.get("items"), address)


def _json_items(items: object, base: str) -> Iterator[Item]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _json_item(item, base)


def _json_item(item: Mapping[str, Any], base: str) -> Item:
    content = _text(item, "content_html") or _paragraphs(_text(item, "content_text") or _text(item, "summary"))
    link = _address(item.get("url") or item.get("external_url"), base)
    return Item(
        _key(item.get("id") or link or f"{item.get('title')}{content}"),
        link,
        one_line(_text(item, "title")),
        _json_author(item),
        _date(item.get("date_published") or item.get("date_modified")),
        content,
    )


def _json_author(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors") or [item.get("author")]
    names = (_text(author, "name") for author in _dicts(authors))
    return "、".join(one_line(name) for name in names if name) or None


def _dicts(values: object) -> Iterable[Mapping[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _paragraphs(text: str) -> str:
    from html import escape  # noqa: PLC0415 - only for text without markup

    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


# Both


def _key(identity: object) -> str:
    return hashlib.sha256(str(identity).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _address(link: object, base: str) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        address = urljoin(base, link.strip())
    except ValueError:
        return None
    return address if is_url(address) else None


def _date(written: object) -> str | None:
    """ISO 8601 with the zone as written, from a date of RFC 822 or ISO 8601; None for anything else."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return read(str(written).strip()).isoformat(timespec="minutes")
    return None
