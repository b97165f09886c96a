"""Recognizes documents from the web that are no page: feeds, and scripts that only a browser can turn into a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHELL: Final = (
    "this page needs a browser: it contains scripts instead of text; save it in a browser and import the file"
)

FEED: Final = "this is a feed: subscribe to it with tui-reader feeds add, or F in the reader"

LITTLE: Final = 300
"""Bytes of text below which a page with scripts has none of its own: a title, a notice, a copyright line."""

_EDGE = re.compile(rb"<(/?)(script|style|noscript|template|svg|title)\b", re.IGNORECASE)
"""Edges of elements whose text is not the page's own."""
_TAG = re.compile(rb"<[^<>]*>|&[#\w]+;|\s+")
_LOOK: Final = 2**20
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_JSON_FEED = re.compile(rb"https?:(?://|\\/\\/)jsonfeed\.org")
_HEAD: Final = 1024


def is_feed(data: bytes) -> bool:
    """Whether a document is an RSS, Atom or JSON feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><pre>&lt;rss></pre></html>")
    (True, False)
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(_JSON_FEED.search(head) if head.startswith(b"{") else head.startswith(b"<") and _FEED.search(head))


def is_shell(data: bytes) -> bool:
    """Whether a page without an article is one that scripts fill in.

    >>> is_shell(b"<html><body><div id=app></div><script src=app.js></script></body></html>")
    True
    """
    page = data[:_LOOK]
    edges = list(_EDGE.finditer(page))
    if not any(edge[2].lower() == b"script" for edge in edges):
        return False
    return len(_TAG.sub(b"", b"".join(_outside(page, edges)))) < LITTLE


def _outside(page: bytes, edges: Iterable[re.Match[bytes]]) -> Iterator[bytes]:
    """What stands outside the elements that begin and end at these edges."""
    start, inside = 0, b""
    for edge in edges:
        name = edge[2].lower()
        if not inside and not edge[1]:
            yield page[start : edge.start()]
            inside = name
        elif inside == name and edge[1]:
            start, inside = edge.start(), b""
    if not inside:
        yield page[start:]
