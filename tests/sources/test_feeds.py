"""Feeds: what is read of them, what their own content is good for, lists of feeds, and what is fetched."""

from __future__ import annotations

import json
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources import server
from tests.sources.feeds import PARAGRAPHS, Entry, atom, rss, whole
from tests.sources.server import page_of
from tui_reader.errors import SourceBinary, SourceError, SourceUnreachable
from tui_reader.model import Refused
from tui_reader.sources import Source
from tui_reader.sources.feeds import opml
from tui_reader.sources.feeds.collecting import (
    FeedFailed,
    FeedRead,
    FollowedFeed,
    ItemArrived,
    ItemKnown,
    Known,
    collect,
)
from tui_reader.sources.feeds.content import OwnContent
from tui_reader.sources.feeds.discovery import discover
from tui_reader.sources.feeds.parsing import Item, parse
from tui_reader.sources.shells import is_feed
from tui_reader.sources.web import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.server import Handler, Site

BASE = "https://example.org/news/feed"
LOCAL = Limits(seconds=2, allow_private=True)
DATED = Entry("港口", "a.html", content="<p>正文</p>", author="林若溪", date="Mon, 03 Mar 2025 08:00:00 +0800")


# Reading


@pytest.mark.parametrize("write", [rss, atom])
def test_an_item_of_rss_and_atom(write: Any) -> None:
    entry = DATED if write is rss else DATED._replace(date="2025-03-03T08:00:00+08:00")
    document = parse(write([entry]).encode(), BASE)
    assert "碼頭週報" == document.title
    (item,) = document.items
    assert ("港口", "https://example.org/news/a.html", "林若溪") == (item.title, item.address, item.author)
    assert ("2025-03-03T08:00+08:00", "<p>正文</p>") == (item.published, item.content)


def json_feed(*items: dict[str, object], version: str = "https://jsonfeed.org/version/1.1") -> bytes:
    return json.dumps({"version": version, "title": "碼頭週報", "items": items}).encode()


def test_an_item_of_a_json_feed() -> None:
    given = {
        "id": 7, "url": "/a.html", "title": "港口", "content_text": "第一段<\n\n第二段",
        "authors": [{"name": "林若溪"}, {"name": "周予安"}, {}], "date_published": "2025-03-03T08:00:00+08:00",
    }  # fmt: skip
    document = parse(json_feed(given), BASE)
    assert "碼頭週報" == document.title
    (item,) = document.items
    assert ("https://example.org/a.html", "林若溪、周予安") == (item.address, item.author)
    assert ("2025-03-03T08:00+08:00", "<p>第一段&lt;</p><p>第二段</p>") == (item.published, item.content)


@pytest.mark.parametrize(
    "items",
    [
        None,
        "x",
        [1, None],
        [{"title": 5, "url": ["x"], "authors": 3, "content_html": {}}],
        [{"url": "javascript:alert(1)"}],
    ],
)
def test_a_json_feed_with_anything_in_it(items: object) -> None:
    data = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode()
    assert all(item.address is None for item in parse(data, BASE).items)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"<html><body>text</body></html>", b"/etc/hostname", b"{}", b"[1]", b'{"version": 1}', b"{" * 100_000),
        *(b"not a feed at all", b"\x00\xff", b"<opml><body/></opml>", b"https://example.org/"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceBinary, match="not a feed"):
        parse(data, BASE)


def test_a_feed_in_another_charset() -> None:
    text = rss([DATED]).replace("utf-8", "gbk")
    assert "港口" == parse(text.encode("gbk"), BASE).items[0].title
    undeclared = text.replace(' encoding="gbk"', "")
    assert "港口" == parse(undeclared.encode("gbk"), BASE, "gbk").items[0].title


def test_entities_that_grow_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(9))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE r [{entities}]><rss version="2.0"><channel><title>&e8;</title></channel></rss>'
    )
    begun = time.monotonic()
    assert len(parse(bomb.encode(), BASE).title) < 10_000
    assert time.monotonic() - begun < 3


def test_entities_read_no_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><rss version="2.0"><channel><title>&x;</title></channel></rss>'
    assert "geheim" not in parse(outside.encode(), BASE).title


def test_items_come_newest_first_and_once() -> None:
    days = [Entry(str(day), f"{day}.html", date=f"{day:02} Mar 2025 08:00:00 +0800") for day in (3, 9, 1, 9)]
    assert ["9", "3", "1"] == [item.title for item in parse(rss(days).encode(), BASE).items]
    undated = [*days[:2], Entry("x", "x.html")]
    assert ["3", "9", "x"] == [item.title for item in parse(rss(undated).encode(), BASE).items]


def test_an_items_key_does_not_depend_on_its_text() -> None:
    (before,), (after,) = (
        parse(rss([Entry(title, "a.html", content=title, guid="7")]).encode(), BASE).items for title in ("甲", "乙")
    )
    assert before.key == after.key
    assert before.key != parse(rss([Entry("甲", "a.html", guid="8")]).encode(), BASE).items[0].key


@pytest.mark.parametrize("data", [rss([DATED]).encode(), atom([DATED]).encode(), json_feed()])
def test_feeds_are_told_from_pages(data: bytes) -> None:
    assert is_feed(data)
    assert is_feed(b"\xef\xbb\xbf\n" + data)


# Own content


def own(content: str, **more: Any) -> OwnContent:
    item = Item("key", "https://example.org/a", "港口", None, None, content)
    return OwnContent(item._replace(**more), "碼頭週報: a")


def test_a_content_with_the_form_of_an_article_is_whole() -> None:
    assert own(whole()).is_whole
    assert own("<br>".join(PARAGRAPHS)).is_whole


@pytest.mark.parametrize(
    "content",
    [
        "",
        whole(*PARAGRAPHS[:2]),
        whole("".join(PARAGRAPHS)),
        whole(*PARAGRAPHS[:-1], PARAGRAPHS[-1][:40] + "……"),
        whole(*PARAGRAPHS[:-1], PARAGRAPHS[-1][:40] + " [...]"),
        whole() + "<a href='/a'>阅读全文</a>",
        whole() + "<p><a href='/a'>繼續閱讀 →</a></p><p>碼頭週報</p>",
        "<p>a</p>" * 500,
    ],
)
def test_an_excerpt_is_not_whole(content: str) -> None:
    assert not own(content).is_whole


def test_the_document_declares_what_the_feed_says_and_holds_nothing_open() -> None:
    content = own(
        "<p>正文</div></article></body><b>粗<i>", title='港<"口', author="林&若溪", published="2025-03-03T08:00+08:00"
    )
    page = content.document.data.decode()
    assert (
        content.document
        == own(content._item.content, title='港<"口', author="林&若溪", published="2025-03-03T08:00+08:00").document
    )
    assert '<meta name="author" content="林&amp;若溪">' in page
    assert '<link rel="canonical" href="https://example.org/a">' in page
    assert page.count("</article>") == 1
    assert page.endswith("</i></b></p></article></body></html>")


# Lists of feeds


def test_a_list_of_feeds_is_read_and_written() -> None:
    outlines = (
        opml.Outline("https://a.example/feed", "甲 & <乙>", ""),
        opml.Outline("https://b.example/feed?x=1&y=2", '"丙"', "新闻/港口"),
        opml.Outline("https://c.example/feed", "丁", "新闻/港口"),
    )
    assert outlines == opml.read(opml.write(outlines).encode(), "list")


def test_folders_within_folders() -> None:
    text = """<?xml version="1.0"?><OPML><body><outline text="新闻"><outline title="港口"><outline text="甲"
    xmlURL="https://a.example/feed"/></outline><outline text="乙" xmlUrl="https://b.example/feed"/></outline>
    <outline text="丙" xmlUrl="ftp://c.example"/></body></OPML>"""
    assert [("甲", "新闻/港口"), ("乙", "新闻")] == [
        (one.title, one.folder) for one in opml.read(text.encode(), "list")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a list of feeds"),
        ("<opml><body>", "not a list of feeds"),
        ("<opml><body/></opml>", "no feed in it"),
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "declares no document type"),
    ],
)
def test_what_is_no_list_is_refused(text: str, reason: str) -> None:
    with pytest.raises(SourceBinary, match=reason):
        opml.read(text.encode(), "list.opml")


# Finding a feed


def test_a_page_names_its_feed(site: Site) -> None:
    site.page("/blog/feed.xml", rss([DATED]), "text/xml")
    links = '<link rel=stylesheet href=x.css><LINK REL="alternate" TYPE="application/rss+xml" HREF="feed.xml">'
    (outline,) = discover(site.page("/blog/", f"<html><head>{links}</head></html>"), LOCAL)
    assert (f"{site.address}/blog/feed.xml", "碼頭週報", "") == outline


def test_a_list_behind_an_address_or_in_a_file(site: Site, tmp_path: Path) -> None:
    outlines = (opml.Outline("https://a.example/feed", "甲", "新闻"),)
    (tmp_path / "list.opml").write_text(opml.write(outlines))
    assert outlines == discover(str(tmp_path / "list.opml"), LOCAL)
    assert outlines == discover(site.page("/list", opml.write(outlines), "text/x-opml"), LOCAL)


def test_a_page_without_a_feed_is_refused(site: Site) -> None:
    with pytest.raises(SourceUnreachable, match="the page names none"):
        discover(site.page("/", page_of()), LOCAL)
    with pytest.raises(SourceError, match="no such file"):
        discover("/nowhere.opml", LOCAL)


# Collecting


def collected(*addresses: str, seen: tuple[str, ...] = (), most: int = 50, **more: Any) -> list[Any]:
    """Events of an update, without pauses."""
    known = Known(lambda _feed, keys: {*keys} - {*seen}, lambda page: 7 if page in more.get("known", ()) else None)
    feeds = [FollowedFeed(address, "", most, more.get("etag")) for address in addresses]
    with closing(collect(feeds, known, LOCAL)) as events:
        return [event for event in events if event is not None]


def of(kind: type, events: list[Any]) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def test_pages_of_new_items_are_fetched(site: Site) -> None:
    site.page("/a", page_of())
    address = site.page("/feed", rss([Entry("甲", "/a", summary="只是摘要")]), ETag='"1"', Last_Modified="yesterday")
    (read, item) = collected(address)
    assert (address, "碼頭週報", '"1"', "yesterday", 1) == (read.feed, read.title, read.etag, read.modified, read.new)
    assert (f"{site.address}/a", page_of().encode()) == (item.source.path, item.source.data)
    assert "碼頭週報: " in item.source.where
    assert ["/feed", "/a"] == site.paths()


def test_an_unchanged_feed_is_not_sent_again(site: Site) -> None:
    def conditional(handler: Handler) -> None:
        handler.reply(b"", "text/xml", 304 if handler.headers["If-None-Match"] == '"1"' else 500, {})

    (read,) = collected(site.on("/feed", conditional), etag='"1"')
    assert (None, 0) == (read.listed, read.new)


def test_the_own_content_is_taken_where_it_is_whole(site: Site) -> None:
    address = site.page("/feed", rss([Entry("甲", "/a", content=whole())]))
    (item,) = of(ItemArrived, collected(address))
    assert isinstance(item.source, Source)
    assert PARAGRAPHS[3] in item.source.data.decode()
    assert ["/feed"] == site.paths()


def test_a_page_that_is_gone_leaves_the_own_content(site: Site) -> None:
    (item,) = of(ItemArrived, collected(site.page("/feed", rss([Entry("甲", "/gone", summary="只是摘要")]))))
    assert isinstance(item.source, Refused)
    assert (False, "not found (404)") == (item.again, item.source.reason)
    assert item.own is not None
    assert "只是摘要" in item.own.document.data.decode()


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_server_that_fails_is_asked_again_next_time(site: Site, status: int) -> None:
    site.page("/a", "no", status=status)
    (item,) = of(ItemArrived, collected(site.page("/feed", rss([Entry("甲", "/a", summary="摘要")]))))
    assert (True, None) == (item.again, item.own)


def test_a_busy_server_is_left_alone(site: Site) -> None:
    entries = [Entry(str(n), f"/{n}") for n in range(20)]
    for entry in entries:
        site.page(entry.link, "no", status=429)
    items = of(ItemArrived, collected(site.page("/feed", rss(entries))))
    assert all(item.again for item in items)
    assert 20 == len(items)
    assert len(site.paths()) < 8


def test_robots_txt_is_respected(site: Site) -> None:
    site.page(
        "/robots.txt", "User-agent: *\nDisallow: /private/\n\nUser-agent: tui-reader\nDisallow: /drafts/", "text/plain"
    )
    for path in ("/drafts/a", "/private/b"):
        site.page(path, page_of())
    address = site.page("/feed", rss([Entry("甲", "/drafts/a"), Entry("乙", "/private/b")]))
    items = {item.source.where.rpartition("/")[2]: item for item in of(ItemArrived, collected(address))}
    assert "robots.txt" in items["a"].source.reason
    assert not items["a"].again
    assert isinstance(items["b"].source, Source)
    assert ["/feed", "/private/b"] == site.paths()
    assert 1 == sum(asked.path == "/robots.txt" for asked in site.asked)


def test_nothing_is_fetched_while_robots_txt_cannot_be_had(site: Site) -> None:
    site.page("/robots.txt", "no", status=500)
    site.page("/a", page_of())
    (item,) = of(ItemArrived, collected(site.page("/feed", rss([Entry("甲", "/a")]))))
    assert item.again
    assert ["/feed"] == site.paths()


def test_a_delay_that_a_site_asks_for_is_kept(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", "text/plain")
    entries = [Entry(str(n), f"/{n}") for n in range(4)]
    for entry in entries:
        site.page(entry.link, page_of())
    begun = time.monotonic()
    collected(site.page("/feed", rss(entries)))
    assert time.monotonic() - begun > 0.8


def test_what_was_seen_or_is_known_is_not_fetched(site: Site) -> None:
    entries = [Entry(str(n), f"/{n}", guid=str(n)) for n in range(4)]
    for entry in entries:
        site.page(entry.link, page_of())
    address = site.page("/feed", rss(entries))
    keys = [item.key for item in parse(rss(entries).encode(), address).items]
    events = collected(address, seen=(keys[0],), known=(f"{site.address}/1",), most=3)
    assert [ItemKnown(address, keys[1], 7)] == of(ItemKnown, events)
    assert ["/feed", "/2"] == site.paths()


def test_each_feed_that_fails_is_named_and_the_others_go_on(site: Site) -> None:
    addresses = [
        site.page("/feed", rss([])),
        f"{site.address}/missing",
        site.on("/silent", server.silent),
        site.page("/page", page_of()),
    ]
    events = collected(*addresses)
    assert {addresses[0]} == {event.feed for event in of(FeedRead, events)}
    failures = {event.feed.rpartition("/")[2]: event.reason for event in of(FeedFailed, events)}
    assert {
        "missing": "not found (404)",
        "silent": "no complete answer within 2 seconds",
        "page": "not a feed (RSS, Atom or JSON Feed)",
    } == failures


def test_closing_stops_the_requests(site: Site) -> None:
    address = site.on("/silent", server.silent)
    known = Known(lambda _feed, keys: {*keys}, lambda _page: None)
    begun = time.monotonic()
    with closing(collect([FollowedFeed(address, "", 5)], known, Limits(seconds=30, allow_private=True))) as events:
        assert next(events) is None
    assert time.monotonic() - begun < 3
