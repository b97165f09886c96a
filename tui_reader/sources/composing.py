"""Pages composed of a text and what is known about it, so that cleaning the stored page finds the same again."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOCUMENT: Final = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
_HEAD_END: Final = re.compile(rb"</head\s*>", re.IGNORECASE)


class Known(NamedTuple):
    """What is known of a document; empty where unknown. `published`: ISO 8601."""

    title: str = ""
    author: str = ""
    source: str = ""
    published: str = ""
    address: str = ""


def page(known: Known, content: str) -> bytes:
    """A page of HTML around `content`, which is HTML. The same bytes for the same values."""
    heading = f"<h1>{escape(known.title)}</h1>" if known.title else ""
    body = f"<article>{heading}{content}</article>"
    head = f"<title>{escape(known.title)}</title>{''.join(declarations(known))}"
    whole = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return whole.encode("utf-8", "replace")


def page_of_text(known: Known, text: str) -> bytes:
    """A page of plain text: each line is a paragraph."""
    lines = filter(None, map(str.strip, text.splitlines()))
    return page(known, "".join(f"<p>{escape(line)}</p>" for line in lines))


def page_of_html(known: Known, html: str) -> bytes:
    """A page of a fragment of HTML; a whole page stays as it is, with the declarations added to its head."""
    if not _DOCUMENT.search(html):
        return page(known, html)
    return with_declarations(html.encode("utf-8", "replace"), known)


def with_declarations(data: bytes, known: Known) -> bytes:
    """A page with declarations added to its head, in ASCII, so that they are valid in its encoding; without a head, as it is."""
    added = "".join(declarations(known)).encode("ascii", "xmlcharrefreplace")
    return _HEAD_END.sub(lambda end: added + end[0], data, count=1)


def declarations(known: Known) -> Iterator[str]:
    """Elements for the head of a page, except the title."""
    if known.address:
        yield f'<link rel="canonical" href="{escape(known.address)}"/>'
    if known.author:
        yield f'<meta name="author" content="{escape(known.author)}"/>'
    if known.source:
        yield f'<meta property="og:site_name" content="{escape(known.source)}"/>'
    if known.published:
        yield f'<meta property="article:published_time" content="{escape(known.published)}"/>'
