"""Feeds of a test site."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPHS = tuple(
    f"第{number}天，北港碼頭的倉庫繼續改建。工人把舊的木樑一根一根卸下來，量好尺寸，再換上新的；"
    f"附近的居民站在圍欄外面看，說以前卸貨的時候，這裡一天要停{number}艘船，船員就睡在貨堆旁邊，等天亮再出海。"
    for number in range(1, 8)
)


class Entry(NamedTuple):
    """An item of a feed: paths are relative to the feed."""

    title: str
    link: str = ""
    content: str = ""
    summary: str = ""
    guid: str = ""
    author: str = ""
    date: str = ""


def whole(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)


def rss(entries: Iterable[Entry], title: str = "碼頭週報") -> str:
    items = "".join(f"<item>{_rss_item(entry)}</item>" for entry in entries)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {spaces}><channel><title>{title}</title>{items}'
        "</channel></rss>"
    )


def _rss_item(entry: Entry) -> str:
    parts = {
        "title": escape(entry.title), "link": entry.link, "guid": entry.guid, "dc:creator": entry.author,
        "pubDate": entry.date, "description": escape(entry.summary), "content:encoded": escape(entry.content),
    }  # fmt: skip
    return "".join(f"<{name}>{value}</{name}>" for name, value in parts.items() if value)


def atom(entries: Iterable[Entry], title: str = "碼頭週報") -> str:
    items = "".join(
        f'<entry><title>{escape(entry.title)}</title><id>{entry.guid or entry.link}</id><link href="{entry.link}"/>'
        f"<updated>{entry.date or '2025-03-03T08:00:00+08:00'}</updated><author><name>{entry.author}</name></author>"
        f'<content type="html">{escape(entry.content)}</content></entry>'
        for entry in entries
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>{items}</feed>'
