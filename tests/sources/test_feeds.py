"""Feeds: finding them, and what an update fetches."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources import server
from tests.sources.feeds import PARAGRAPHS, Entry, rss, whole
from tests.sources.server import page_of, serving
from tui_reader.errors import LibraryBusy, SourceError, SourceUnreachable
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
from tui_reader.sources.feeds.discovery import discover
from tui_reader.sources.feeds.parsing import parse
from tui_reader.sources.web import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.server import Handler, Site

LOCAL = Limits(seconds=2, allow_private=True)
DATED = Entry("港口", "a.html", content="<p>正文</p>", author="林若溪", date="Mon, 03 Mar 2025 08:00:00 +0800")


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


def test_an_error_of_the_library_is_raised_as_it_is() -> None:
    def unseen(_feed: str, _keys: object) -> set[str]:
        raise LibraryBusy("locked")

    with serving() as site:
        address = site.page("/feed", rss([Entry("甲", "/a")]))
        events = collect([FollowedFeed(address, "", 5)], Known(unseen, lambda _page: None), LOCAL)
        with pytest.raises(LibraryBusy, match="locked"):
            list(events)


def test_a_feed_that_is_too_large_fails(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.sources.feeds.collecting.LARGEST_FEED", 1000)
    (failed,) = collected(site.page("/feed", rss([Entry("甲", "/a", content=whole())])))
    assert "larger than the limit" in failed.reason
