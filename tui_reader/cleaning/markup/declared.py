"""Declarations in a page's head: JSON-LD, OpenGraph, meta, canonical URL."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tui_reader.cleaning.markup.blocks import Declared
from tui_reader.cleaning.markup.fragments import fragment_text
from tui_reader.cleaning.markup.harmless import harmless_line, is_address
from tui_reader.cleaning.patterns.dates import Order, iso_of, order_of

FOUND_IN = {
    "title": ("og:title", "articletitle", "twitter:title", "dc.title", "dcterms.title"),
    "author": (
        "article:author",
        "og:article:author",
        "dable:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "author",
        "dc.creator",
        "dcterms.creator",
    ),
    "published": (
        "article:published_time",
        "og:published_time",
        "publishdate",
        "pubdate",
        "publish-date",
        "date",
        "og:release_date",
        "datepublished",
    ),
    "updated": ("article:modified_time", "og:updated_time", "lastmod"),
    "source": ("contentsource", "source", "dc.source", "article:source"),
    "site": ("og:site_name", "sitename", "application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title"),
    "category": ("article:section", "section", "columnname"),
    "url": ("og:url",),
    "image": ("og:image",),
    "language": ("content-language", "og:locale"),
}
"""Meta names per field, best first."""
_WRITERS = frozenset(
    {"article:author", "og:article:author", "dable:author", "parsely-author", "sailthru.author", "byl"}
)
"""Names that declare the article's author; `author` is often the person who entered the page."""
_PUBLISHED = re.compile(
    r"(?:^|[.:_-])(?:pub(?:lish(?:ed)?)?(?:[._-]?(?:date|time|at|on))?|(?:first)?publish(?:ed)?(?:date|time)|create(?:d)?(?:[._-]?(?:date|time|at|on))?|issued|release[._-]?date|date(?:[._-]?(?:published|created|issued))|time|posted)$"
)
_UPDATED = re.compile(r"modifi|updat|lastmod|revis")
"""Other date names, recognized by their parts: dcterms.created, weibo:article:create_at, apub:time."""
_FIELDS = ("headline", "datePublished", "dateModified", "articleSection", "author", "publisher", "articleBody")
_BARE_FIELDS = {"headline": "title", "datePublished": "pubDate", "dateModified": "upDate"}
"""Fields that identify an untyped thing as an article: search engines ask Chinese pages for these three."""
_ARTICLE = re.compile("Article|Posting|Recipe|HowTo$|Review$")
"""Types of JSON-LD that describe a text with an author."""
_MOST_THINGS = 1000
"""Maximum things read per JSON-LD block."""


def declared(meta: Mapping[str, str], linked_data: Sequence[str], address: str | None) -> Declared:
    """All declarations; JSON-LD before meta, because it describes the article rather than the page."""
    meta = {key: text for key, value in meta.items() if (text := fragment_text(value))}
    said = {thing: next((meta[key] for key in keys if key in meta), None) for thing, keys in FOUND_IN.items()}
    linked = _article(linked_data)
    order = order_of(said["language"])
    image = _address(said["image"])
    return Declared(
        title=harmless_line(linked.get("headline") or said["title"]),
        author=_person([linked.get("author"), *(meta.get(key) for key in FOUND_IN["author"])]),
        source=harmless_line(said["source"]),
        site=harmless_line(linked.get("publisher") or said["site"]),
        published=_first_date(
            [linked.get("datePublished"), said["published"], *_named(meta, _PUBLISHED, but=_UPDATED)], order
        ),
        updated=_first_date([linked.get("dateModified"), said["updated"], *_named(meta, _UPDATED)], order),
        category=harmless_line(linked.get("articleSection") or said["category"]),
        url=_address(address) or _address(said["url"]),
        images=(image,) if image else (),
        body=linked.get("articleBody"),
        language=harmless_line(said["language"]),
        is_writer=bool(linked.get("author") or _WRITERS.intersection(meta)),
    )


def _named(meta: Mapping[str, str], name: re.Pattern[str], but: re.Pattern[str] | None = None) -> Iterator[str]:
    """Contents of tags whose name contains `name`, without those that contain `but`."""
    return (content for key, content in meta.items() if name.search(key) and not (but and but.search(key)))


def _first_date(texts: Iterable[str | None], order: Order | None) -> str | None:
    """The first date among the texts, ISO 8601."""
    return next((iso for text in texts if text and (iso := iso_of(text, order))), None)


def _address(text: str | None) -> str | None:
    text = (text or "").strip()
    return text if is_address(text) else None


def _person(names: Iterable[str | None]) -> str | None:
    """The first author that is not a URL."""
    said = (harmless_line(name) for name in names)
    return next((name for name in said if name and not name.startswith(("http", "//"))), None)


def _article(linked_data: Sequence[str]) -> dict[str, str]:
    """Fields of the first article in JSON-LD."""
    for said in linked_data:
        try:
            for thing in _things(json.loads(said.strip().rstrip(";"), strict=False)):
                if _is_article(thing.get("@type")):
                    return {name: text for name in _FIELDS if (text := _text_of(thing.get(name)))}
                if "@type" not in thing and "pubDate" in thing:
                    return {name: text for name, key in _BARE_FIELDS.items() if (text := _text_of(thing.get(key)))}
        except (ValueError, RecursionError):
            continue
    return {}


def _is_article(kind: Any) -> bool:
    """Whether the type is an article type, alone or in a list."""
    names = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names[:8])


def _things(data: Any) -> Iterator[dict[str, Any]]:
    waiting, looked_at = [data], 0
    while waiting and looked_at < _MOST_THINGS:
        thing = waiting.pop(0)
        looked_at += 1
        if isinstance(thing, list):
            waiting.extend(thing[:50])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend([thing["@graph"]] if "@graph" in thing else [])


def _text_of(value: Any) -> str | None:
    if isinstance(value, list):
        return "、".join(filter(None, map(_text_of, value[:8]))) or None
    if isinstance(value, dict):
        value = value.get("name")
        return None if isinstance(value, dict) else _text_of(value)
    return fragment_text(value).strip() or None if isinstance(value, str) else None
