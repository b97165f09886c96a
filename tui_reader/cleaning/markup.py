"""HTML → blocks, through BeautifulSoup.

A block is what a block-level element holds by itself; inline elements belong to the block around them. What a page
declares in its head (JSON-LD, OpenGraph, meta) is kept beside the blocks.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from warnings import catch_warnings, simplefilter

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import CData, Comment, NavigableString, PageElement, Tag

from tui_reader.cleaning.blocks import Block, Declared, Page
from tui_reader.cleaning.dates import iso_of
from tui_reader.model import Kind
from tui_reader.script.fold import fold

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|table|meta|article|section)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
ENOUGH_TAGS = 8
"""Tags in the first LOOK characters that make a page without a head markup; a text about HTML shows fewer."""
LOOK = 20_000

SET_IN_LINES = 5
"""Lines in one piece of text from which its line feeds mean something; editors wrap sources less."""

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "button",
        "nav",
        "footer",
        "aside",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "legend",
        "html",
    ]
)
_KINDS: dict[str, Kind] = {
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "list_item",
    "blockquote": "quote",
    "pre": "code",
}
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_FOUND_IN = {
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


def is_markup(text: str, name: str | None) -> bool:
    """Is it HTML? By what stands in it; the name decides only where that is unclear."""
    head = text[:LOOK]
    if _MARKUP.search(head[:4000]):
        return True
    tags = len(_TAG.findall(head))
    named = name is not None and name.lower().endswith((".html", ".htm", ".xhtml", ".shtml"))
    return tags >= (1 if named else ENOUGH_TAGS) and (named or head.lstrip().startswith("<"))


def from_markup(text: str) -> Page:
    """The page of an HTML document."""
    with catch_warnings():
        simplefilter("ignore", MarkupResemblesLocatorWarning)
        simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(text, "lxml")
    declared = _declared(soup)
    window = soup.title.get_text(" ", strip=True) if soup.title else None
    return Page(list(_blocks(soup)), declared, window or None)


# ------------------------------------------------------------------------------------------------------------- blocks
class _Building:
    """The block that is being filled: text pieces, and how much of them is in links."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0

    def take(self, tag: str) -> Iterator[Block]:
        """The blocks that the pieces make: line breaks inside part them."""
        text = "".join(self.pieces)
        size = len(text.strip())
        share = self.linked / size if size else 0.0
        self.pieces, self.linked = [], 0
        for line in _LINES.split(_SPACES.sub(" ", text).strip()):
            if line:
                yield Block(line, fold(line), _KINDS.get(tag), min(share, 1.0), tag)


def _blocks(soup: BeautifulSoup) -> Iterator[Block]:
    """Every block in order. An explicit stack: pages nest deeper than Python may."""
    building = _Building()
    stack: list[tuple[PageElement | str, str, bool]] = [(soup.body or soup, "body", False)]
    while stack:
        node, tag, linked = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield from building.take(node)
        elif isinstance(node, Tag):
            yield from _open(node, tag, linked, building, stack)
        elif isinstance(node, NavigableString) and (not isinstance(node, Comment) or isinstance(node, CData)):
            text = str(node) if tag == "pre" or _is_set_in_lines(str(node)) else " ".join(str(node).split("\n"))
            building.pieces.append(text)
            building.linked += len(text.strip()) if linked else 0


def _is_set_in_lines(text: str) -> bool:
    """Does a text stand in lines of its own, as boards set posts by style sheet?"""
    return text.count("\n") >= SET_IN_LINES and sum(map(bool, map(str.strip, text.split("\n")))) >= SET_IN_LINES


def _open(
    node: Tag, tag: str, linked: bool, building: _Building, stack: list[tuple[PageElement | str, str, bool]]
) -> Iterator[Block]:
    name = node.name.lower()
    if name in _SKIPPED or (node.get("hidden") is not None and name != "body"):
        return
    if name == "br":
        building.pieces.append("\n")
        return
    if name in _BLOCKS:
        yield from building.take(tag)
        tag = name if name not in {"div", "section"} or tag not in _KINDS else tag
        stack.append((tag, tag, False))
    linked = linked or name == "a"
    stack.extend((child, tag, linked) for child in reversed(node.contents))


# ----------------------------------------------------------------------------------------------------------- declared
def _declared(soup: BeautifulSoup) -> Declared:
    """What head and JSON-LD say."""
    meta: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        key, content = tag.get("property") or tag.get("name") or tag.get("itemprop"), tag.get("content")
        if isinstance(key, str) and isinstance(content, str) and content.strip():
            meta.setdefault(key.lower(), content.strip())
    said = {field: next((meta[key] for key in keys if key in meta), None) for field, keys in _FOUND_IN.items()}
    linked = _linked_data(soup)
    canonical = soup.find("link", rel="canonical")
    address = canonical.get("href") if isinstance(canonical, Tag) else None
    return Declared(
        title=linked.get("headline") or said["title"],
        author=_person(linked.get("author") or said["author"]),
        source=linked.get("publisher") or said["source"],
        published=iso_of(linked.get("datePublished") or said["published"] or ""),
        updated=iso_of(linked.get("dateModified") or said["updated"] or ""),
        category=linked.get("articleSection") or said["category"],
        url=address if isinstance(address, str) and address.startswith("http") else said["url"],
        images=(said["image"],) if said["image"] else (),
    )


def _person(name: str | None) -> str | None:
    """An author, unless an address stands there instead."""
    return None if name is None or name.startswith(("http", "//")) else name


def _linked_data(soup: BeautifulSoup) -> dict[str, str]:
    """The fields of the first article that JSON-LD describes."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text().strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if "Article" in str(thing.get("@type")) or "BlogPosting" in str(thing.get("@type")):
                fields = ("headline", "datePublished", "dateModified", "articleSection", "author", "publisher")
                return {field: text for field in fields if (text := _text_of(thing.get(field)))}
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        thing = waiting.pop(0)
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
