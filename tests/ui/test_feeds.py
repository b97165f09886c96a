"""Feeds in the reader: the panel, subscribing, updates in the background, the list of one feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tests.sources import server
from tests.sources.feeds import Entry, rss, whole
from tests.sources.server import Site, page_of, serving
from tests.ui.screens import reading
from tui_reader.library.feeds import Feed, Subscription
from tui_reader.ui.features.feeds.controller import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.session import Session


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        served.page("/harbour", page_of(HARBOUR))
        served.page("/library", page_of(LIBRARY))
        served.page("/feed", rss([Entry("港口", "/harbour"), Entry("圖書館", "/library")]), "text/xml")
        yield served


@pytest.fixture
def local(session: Session) -> Session:
    """A session that fetches from this machine."""
    session.allow_private = True
    return session


def subscribed(session: Session, *addresses: str) -> None:
    session.library.feeds.add([Subscription(address, address.rpartition("/")[2]) for address in addresses])


async def test_a_feed_is_subscribed_to_and_its_articles_appear(local: Session, site: Site) -> None:
    async with reading(local) as reader:
        await reader.press("F")
        await reader.shows("No feeds yet.")
        await reader.press("a")
        await reader.type(f"{site.address}/feed")
        await reader.pilot.press("enter")
        await reader.shows("Imported: 2 new")
        await reader.shows("碼頭週報")
        await reader.shows("2/2")
        await reader.press("enter")
        await reader.shows("feed:碼頭週報")
        assert 2 == len(reader.app.main.reader.articles.article_ids)
        await reader.press("enter")
        await reader.settled()
        assert 5 == len(reader.app.main.reader.articles.article_ids)


async def test_the_keys_work_while_a_feed_does_not_answer(local: Session, site: Site) -> None:
    subscribed(local, site.on("/silent", server.silent))
    async with reading(local) as reader:
        await reader.press("F")
        await reader.pilot.press("U")
        await reader.shows("Updating feeds")
        await reader.pilot.press("escape", "j")
        assert 1 == reader.app.main.reader.articles.cursor
        await reader.pilot.press("F", "U")
        await reader.shows("No new articles")


async def test_a_failure_is_shown_with_its_feed(local: Session, site: Site) -> None:
    subscribed(local, f"{site.address}/[red]gone")
    async with reading(local) as reader:
        await reader.press("F", "R")
        await reader.shows("Not updated")
        await reader.shows("! [red]gone")
        await reader.shows("not found (404) ─╯")


async def test_unsubscribing_can_be_undone(local: Session, site: Site) -> None:
    subscribed(local, f"{site.address}/feed")
    async with reading(local) as reader:
        await reader.press("F", "d")
        await reader.shows("No feeds yet.")
        await reader.press("u")
        await reader.shows("feed  ")
        assert 1 == len(local.library.feeds.all())


async def test_what_is_no_feed_is_refused(local: Session, site: Site) -> None:
    async with reading(local) as reader:
        await reader.press("F", "a")
        await reader.type(f"{site.address}/harbour")
        await reader.pilot.press("enter")
        await reader.shows("the page names none")
        assert () == local.library.feeds.all()


async def test_an_address_is_imported(local: Session, site: Site) -> None:
    async with reading(local) as reader:
        await reader.press("i")
        await reader.type(f"{site.address}/harbour")
        await reader.pilot.press("enter")
        await reader.shows("Imported: 1 new")


async def test_an_update_is_undone_at_once(local: Session, site: Site) -> None:
    subscribed(local, site.page("/own", rss([Entry("全文", "/whole", content=whole())]), "text/xml"))
    async with reading(local) as reader:
        await reader.press("F", "U")
        await reader.shows("Imported: 1 new")
        await reader.press("u")
        await reader.shows("Undone: Imported: 1 new")
        assert 3 == local.library.count()


def feed(title: str, address: str, folder: str = "") -> Feed:
    return Feed(address, title, folder, 50, None, None, None, "", 0, 0)


def test_a_title_within_another_names_no_feed() -> None:
    one, two = feed("新闻", "https://a.example"), feed("港口新闻", "https://b.example")
    assert "新闻" == name_of(one, (one,))
    assert ["https://a.example", "港口新闻"] == [name_of(each, (one, two)) for each in (one, two)]
