"""What a page says about itself in its head: JSON-LD, OpenGraph, meta, the canonical address."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui_reader.cleaning.markup.blocks import Declared
from tui_reader.cleaning.markup.harmless import harmless_line, is_address
from tui_reader.cleaning.patterns.dates import iso_of

FOUND_IN = {
    "title": ("og:title", "twitter:title"),
    "author": ("author", "article:author", "og:article:author", "dable:author"),
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
    "source": ("og:site_name", "source", "application-name"),
    "category": ("article:section", "section"),
    "url": ("og:url",),
    "image": ("og:image",),
}
"""Names under which meta tags tell a thing, best first."""
_FIELDS = ("headline", "datePublished", "dateModified", "articleSection", "author", "publisher", "articleBody")
_MOST_THINGS = 1000
"""Things looked at in one piece of JSON-LD; pages list breadcrumbs and videos, but not without end."""


def declared(meta: Mapping[str, str], linked_data: Sequence[str], address: str | None) -> Declared:
    """All that together; JSON-LD before meta, for it speaks of the article and not of the page."""
    said = {thing: next((meta[key] for key in keys if key in meta), None) for thing, keys in FOUND_IN.items()}
    linked = _article(linked_data)
    image = _address(said["image"])
    return Declared(
        title=harmless_line(linked.get("headline") or said["title"]),
        author=_person(harmless_line(linked.get("author") or said["author"])),
        source=harmless_line(linked.get("publisher") or said["source"]),
        published=iso_of(linked.get("datePublished") or said["published"] or ""),
        updated=iso_of(linked.get("dateModified") or said["updated"] or ""),
        category=harmless_line(linked.get("articleSection") or said["category"]),
        url=_address(address) or _address(said["url"]),
        images=(image,) if image else (),
        body=linked.get("articleBody"),
    )


def _address(text: str | None) -> str | None:
    """What claims to be an address, where it is one."""
    text = (text or "").strip()
    return text if is_address(text) else None


def _person(name: str | None) -> str | None:
    """An author, unless an address stands there instead."""
    return None if name is None or name.startswith(("http", "//")) else name


def _article(linked_data: Sequence[str]) -> dict[str, str]:
    """The fields of the first article that JSON-LD describes."""
    for said in linked_data:
        try:
            for thing in _things(json.loads(said.strip().rstrip(";"), strict=False)):
                if _is_article(thing.get("@type")):
                    return {name: text for name in _FIELDS if (text := _text_of(thing.get(name)))}
        except (ValueError, RecursionError):
            continue
    return {}


def _is_article(kind: Any) -> bool:
    """NewsArticle, BlogPosting, alone or in a list."""
    names = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and ("Article" in name or "BlogPosting" in name) for name in names[:8])


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
        return _text_of(value) if isinstance(value, list) else value if isinstance(value, str) else None
    return value.strip() or None if isinstance(value, str) else None
