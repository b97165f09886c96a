"""The own content of a feed's item: whether it is the whole article, and a document made of it.

Whether it is whole cannot be read off the format: feeds put excerpts into elements for full text and full text into the
summary. It counts as whole where it has the form of an article: several sentences in paragraphs, and an end that is not cut
off. Where it does not, the page is fetched, which costs a request but loses nothing.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Final

from tui_reader.sources.gathered import Source
from tui_reader.text.han import UNIFIED

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from tui_reader.sources.feeds.parsing import Item

ENOUGH_HAN: Final = 400
"""Han characters from which a content can be whole: excerpts have up to about 300."""

ENOUGH_PARAGRAPHS: Final = 3
"""Lines of text that a whole article has at least: an excerpt is usually one."""

_HAN = re.compile(f"[{UNIFIED}]")
_CUT = re.compile(r"(?:…|\.{3,}|。{3,}|\[…\]|\[\.\.\.\])[\s\])】]*$")
_MORE = re.compile(
    r"(?:阅读|閱讀|查看|继续|繼續|点击|點擊|看)(?:全文|更多|原文|阅读|閱讀)|全文[>»]|read more|continue reading",
    re.IGNORECASE,
)
_SHORT: Final = 30
"""Characters of a last line that may only say where the text goes on."""

_BLOCKS: Final = ("p", "div", "li", "blockquote", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6")


_PARTS = re.compile(r"[-–—_|｜·:：»/]|\b(?:rss|atom|feed)\b", re.IGNORECASE)
"""In the title of a feed between the name of the site and that of a section; or the title names no site."""


def is_name_of_site(title: str) -> bool:
    """Whether the title of a feed is just the name of its site, as the formats ask for.

    >>> is_name_of_site("碼頭週報"), is_name_of_site("碼頭週報 - 最新文章")
    (True, False)
    """
    return bool(title) and _PARTS.search(title) is None


class OwnContent:
    """The own content of an item, parsed once. `where` names it in messages; `feed`: title of the feed."""

    def __init__(self, item: Item, where: str, feed: str = "") -> None:
        self._item, self._where, self._feed = item, where, feed

    @property
    def is_whole(self) -> bool:
        """Whether it has the form of a whole article."""
        if len(self._item.content) < ENOUGH_HAN:
            return False
        lines = self._lines
        return (
            len(lines) >= ENOUGH_PARAGRAPHS
            and len(_HAN.findall("".join(lines))) >= ENOUGH_HAN
            and not _CUT.search(lines[-1])
            and not any(len(line) <= _SHORT and _MORE.search(line) for line in lines[-2:])
        )

    @property
    def document(self) -> Source:
        """A page that declares the item's title, author, date and address. The same bytes for the same item."""
        item = self._item
        canonical = f'<link rel="canonical" href="{escape(item.address)}">' if item.address else ""
        # Within a script, "<" could end it.
        declared = json.dumps(self._declared(), ensure_ascii=False).replace("<", "\\u003c")
        head = f'<meta charset="utf-8"><title>{escape(item.title)}</title>{canonical}'
        head += f'<script type="application/ld+json">{declared}</script>'
        heading = f"<h1>{escape(item.title)}</h1>" if item.title else ""
        body = f"<article>{heading}{self._soup.decode()}</article>"
        page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
        return Source(self._where, item.address, page.encode("utf-8", "replace"))

    def _declared(self) -> dict[str, object]:
        """What the feed says of the item, in the terms of schema.org."""
        item = self._item
        told = {
            "headline": item.title,
            "datePublished": item.published,
            "author": {"@type": "Person", "name": item.author} if item.author else None,
            "publisher": {"@type": "Organization", "name": self._feed} if is_name_of_site(self._feed) else None,
        }
        known = {name: value for name, value in told.items() if value}
        return {"@context": "https://schema.org", "@type": "NewsArticle", **known}

    @cached_property
    def _soup(self) -> BeautifulSoup:
        """The content as a tree: written out, it is balanced, whatever was left open or closed too often."""
        from bs4 import BeautifulSoup  # noqa: PLC0415 - only where an item has content

        return BeautifulSoup(self._item.content, "html.parser")

    @property
    def _lines(self) -> list[str]:
        """Texts that stand together in one block element, without line breaks."""
        lines: list[str] = [""]
        block = None
        for text in self._soup.find_all(string=True):
            around = text.find_parent(_BLOCKS)
            if around is not block or getattr(text.previous_element, "name", None) == "br":
                lines.append("")
                block = around
            lines[-1] += text
        return [text for text in (" ".join(line.split()) for line in lines) if text]
