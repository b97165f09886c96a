"""Fetches feeds and the pages of their new items, several at once, in a thread of its own.

What arrives waits in a basket of limited size, so that memory stays constant however slowly it is taken. The caller never
waits long: where nothing is ready, it gets None.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.errors import SourceError, SourceUnreachable
from tui_reader.model import Refused
from tui_reader.sources.answers import ServerBusy
from tui_reader.sources.feeds.content import OwnContent
from tui_reader.sources.feeds.hosts import Hosts
from tui_reader.sources.feeds.parsing import parse
from tui_reader.sources.feeds.robots import Robots
from tui_reader.sources.gathered import Source
from tui_reader.sources.web import Asked, Fetcher, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from tui_reader.sources.feeds.parsing import FeedDocument, Item
    from tui_reader.sources.web import Fetched

FEEDS_AT_ONCE: Final = 16
"""Feeds that are fetched at the same time."""

LARGEST_FEED: Final = 5 * 2**20
"""Bytes of a feed: reading one takes seconds for each MiB in the worst case."""

PATIENCE: Final = 0.1
"""Seconds that the caller waits at most for something to arrive."""

_PAUSE: Final = 0.02
"""Seconds until a task looks again whether the basket has room."""

_MOST_WAITING, _MOST_BYTES = 1000, 64 * 2**20
"""Documents and bytes that wait in the basket: so many that fetching goes on while worker processes start."""


class FollowedFeed(NamedTuple):
    """A feed to fetch, with the validators of its last update; `most`: number of its newest items to look at."""

    address: str
    title: str
    most: int
    etag: str | None = None
    modified: str | None = None


class FeedRead(NamedTuple):
    """A feed was fetched. `listed`: keys of its newest items; None: it is unchanged. `new`: number of items not seen."""

    feed: str
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    listed: tuple[str, ...] | None = None
    new: int = 0


class FeedFailed(NamedTuple):
    """A feed could not be fetched or read."""

    feed: str
    reason: str


class ItemArrived(NamedTuple):
    """A new item: its document, or why there is none. `again`: trying once more later may help.

    `own`: the item's own content, for a page without an article; None if it has none.
    """

    feed: str
    key: str
    source: Source | Refused
    again: bool = False
    own: OwnContent | None = None


class ItemKnown(NamedTuple):
    """The page of a new item is an article of the library already."""

    feed: str
    key: str
    article_id: int


Event = FeedRead | FeedFailed | ItemArrived | ItemKnown


class Known(NamedTuple):
    """What is asked of the library. Both may be called from any thread.

    `unseen`: those of a feed's item keys that are new. `article_at`: the article imported from an address.
    """

    unseen: Callable[[str, Iterable[str]], set[str]]
    article_at: Callable[[str], int | None]


def collect(
    feeds: Sequence[FollowedFeed], known: Known, limits: Limits | None = None
) -> Generator[Event | None, None, None]:
    """Fetch feeds and their new items. Yields events as they arrive, and None where none has for `PATIENCE` seconds.

    Close the generator or exhaust it: it holds a thread.
    """
    basket = _Basket()
    update = _Update(feeds, known, limits or Limits(), basket)
    thread = Thread(target=update.run, name="feeds", daemon=True)
    thread.start()
    try:
        while (event := basket.take()) is not None or not basket.is_finished:
            yield event
    finally:
        update.cancel()
        thread.join()
    if update.failure is not None:
        raise update.failure


class _Basket:
    """Events on their way from the thread that fetches to the one that takes them."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._events: deque[Event] = deque()
        self._bytes = 0
        self._ended = False

    @property
    def is_finished(self) -> bool:
        """Whether nothing will arrive any more, and all was taken."""
        with self._changed:
            return self._ended and not self._events

    @property
    def has_room(self) -> bool:
        with self._changed:
            return len(self._events) < _MOST_WAITING and self._bytes < _MOST_BYTES

    def put(self, event: Event) -> None:
        with self._changed:
            self._events.append(event)
            self._bytes += _size(event)
            self._changed.notify()

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify()

    def take(self) -> Event | None:
        """The next event; None if none arrives in time, or none will."""
        with self._changed:
            if not self._events and not self._ended:
                self._changed.wait(PATIENCE)
            if not self._events:
                return None
            event = self._events.popleft()
            self._bytes -= _size(event)
            return event


def _size(event: Event) -> int:
    return len(event.source.data) if isinstance(event, ItemArrived) and isinstance(event.source, Source) else 0


class _Update:
    """One update of feeds: its tasks, in an event loop of a thread of its own."""

    def __init__(self, feeds: Sequence[FollowedFeed], known: Known, limits: Limits, basket: _Basket) -> None:
        self._feeds, self._known, self._limits, self._basket = feeds, known, limits, basket
        self._hosts = Hosts()
        self._places = asyncio.Semaphore(FEEDS_AT_ONCE)
        self._busy: set[str] = set()
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Fetch everything; for a thread."""
        try:
            self._task = self._loop.create_task(self._all())
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._task)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that takes the events
            self.failure = _first(error)
        finally:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()
            self._basket.end()

    def cancel(self) -> None:
        """Stop all requests. Any thread may call it."""
        with suppress(RuntimeError):  # closed: everything is done
            self._loop.call_soon_threadsafe(lambda: self._task.cancel() if self._task else None)

    async def _all(self) -> None:
        async with Fetcher(self._limits) as self._fetcher:
            self._robots = Robots(self._fetcher)
            async with asyncio.TaskGroup() as group:
                for feed in self._feeds:
                    group.create_task(self._feed(feed))

    async def _feed(self, feed: FollowedFeed) -> None:
        try:
            async with self._places:
                fetched = await self._fetch_feed(feed)
                document = None if fetched.is_unchanged else await asyncio.to_thread(_parsed, fetched)
        except SourceError as error:
            self._basket.put(FeedFailed(feed.address, error.reason))
            return
        if document is None:
            self._basket.put(FeedRead(feed.address))
        else:
            await self._items(feed, document, fetched)

    async def _fetch_feed(self, feed: FollowedFeed) -> Fetched:
        headers = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        async with self._hosts.turn(feed.address):
            known = {name: value for name, value in headers.items() if value}
            return await self._fetcher.fetch(feed.address, Asked(known, any_type=True, size=LARGEST_FEED))

    async def _items(self, feed: FollowedFeed, document: FeedDocument, fetched: Fetched) -> None:
        items = document.items[: feed.most]
        keys = tuple(item.key for item in items)
        unseen = self._known.unseen(feed.address, keys)
        new = [item for item in items if item.key in unseen]
        title = feed.title if feed.title not in {"", feed.address} else document.title or feed.address
        self._basket.put(FeedRead(feed.address, document.title, fetched.etag, fetched.modified, keys, len(new)))
        async with asyncio.TaskGroup() as group:
            for item in new:
                group.create_task(self._item(feed.address, title, item))

    async def _item(self, feed: str, title: str, item: Item) -> None:
        event = await self._event(feed, title, item)
        while not self._basket.has_room:  # noqa: ASYNC110 - another thread makes room
            await asyncio.sleep(_PAUSE)
        self._basket.put(event)

    async def _event(self, feed: str, title: str, item: Item) -> Event:
        where = f"{title}: {item.address or item.title}"
        own = OwnContent(item, where, title) if item.content else None
        if own is not None and (item.address is None or own.is_whole):
            return ItemArrived(feed, item.key, own.document)
        if item.address is None:
            return ItemArrived(feed, item.key, Refused(where, "neither text nor an address"))
        known = self._known.article_at(item.address)
        if known is not None:
            return ItemKnown(feed, item.key, known)
        return await self._page(feed, where, item.key, item.address, own)

    async def _page(self, feed: str, where: str, key: str, address: str, own: OwnContent | None) -> ItemArrived:
        """The page of an item, or why it cannot be had; `no_article` where it never can."""
        try:
            fetched = await self._fetch_page(address)
        except SourceError as error:
            again = isinstance(error, SourceUnreachable) and not error.lasting
            refused = Refused(where, error.reason, no_article=not again)
            return ItemArrived(feed, key, refused, again, None if again else own)
        return ItemArrived(feed, key, Source(where, fetched.address, fetched.data, fetched.charset), own=own)

    async def _fetch_page(self, address: str) -> Fetched:
        """Fetch a page if robots.txt permits it. A host that is busy is left alone until the next update."""
        delay = await self._robots.delay(address)
        async with self._hosts.turn(address, delay) as host:
            if host in self._busy:
                raise SourceUnreachable(address, "the server asked for fewer requests; the next update tries again")
            try:
                return await self._fetcher.fetch(address)
            except ServerBusy:
                self._busy.add(host)
                raise


def _first(error: BaseException) -> BaseException:
    """The first error of those that tasks raised together."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _parsed(fetched: Fetched) -> FeedDocument:
    return parse(fetched.data, fetched.address, fetched.charset)
