"""Fetches the pages of many addresses politely: few at once from one host, and as its robots.txt asks for."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

from tui_reader.errors import SourceError
from tui_reader.model import Refused
from tui_reader.sources.documents import Source
from tui_reader.sources.feeds.hosts import Hosts
from tui_reader.sources.feeds.robots import Robots
from tui_reader.sources.web import Fetcher

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from tui_reader.sources.documents import Link
    from tui_reader.sources.web import Limits

PATIENCE: Final = 0.1
"""Seconds after which the caller is told that no page is ready yet."""

AT_ONCE: Final = 32
"""Addresses that are worked on; each waits for its turn at its host."""

MOST_WAITING: Final = 64
"""Pages that wait to be taken."""


def fetch_all(links: Sequence[Link], limits: Limits) -> Generator[Source | Refused | None, None, None]:
    """The pages of addresses as they arrive, and None where none has for `PATIENCE` seconds.

    Close the generator or exhaust it: it holds a thread.
    """
    fetching = _Fetching(links, limits)
    thread = Thread(target=fetching.run, name="fetch", daemon=True)
    thread.start()
    try:
        while not fetching.is_finished:
            yield fetching.take()
    finally:
        fetching.cancel()
        thread.join()


class _Fetching:
    """One run: its tasks in an event loop of a thread of its own, and the pages on their way."""

    def __init__(self, links: Sequence[Link], limits: Limits) -> None:
        self._waiting, self._limits = deque(links), limits
        self._pages: deque[Source | Refused] = deque()
        self._changed = Condition()
        self._ended = False
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_finished(self) -> bool:
        with self._changed:
            return self._ended and not self._pages

    def take(self) -> Source | Refused | None:
        """The next page; None if none arrives in time."""
        with self._changed:
            if not self._pages and not self._ended:
                self._changed.wait(PATIENCE)
            return self._pages.popleft() if self._pages else None

    def run(self) -> None:
        """Fetch everything; for a thread."""
        try:
            self._task = self._loop.create_task(self._all())
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._task)
        finally:
            self._loop.close()
            with self._changed:
                self._ended = True
                self._changed.notify()

    def cancel(self) -> None:
        """Stop all requests. Any thread may call it."""
        with suppress(RuntimeError):  # closed: everything is done
            self._loop.call_soon_threadsafe(lambda: self._task.cancel() if self._task else None)

    async def _all(self) -> None:
        async with Fetcher(self._limits) as fetcher:
            self._fetcher, self._robots, self._hosts = fetcher, Robots(fetcher), Hosts()
            async with asyncio.TaskGroup() as group:
                for _ in range(min(AT_ONCE, len(self._waiting))):
                    group.create_task(self._some())

    async def _some(self) -> None:
        """Fetch the next address again and again, while there are any."""
        while self._waiting:
            page = await self._page(self._waiting.popleft())
            while len(self._pages) >= MOST_WAITING:  # noqa: ASYNC110 - another thread makes room
                await asyncio.sleep(PATIENCE)
            with self._changed:
                self._pages.append(page)
                self._changed.notify()

    async def _page(self, link: Link) -> Source | Refused:
        try:
            delay = await self._robots.delay(link.address)
            async with self._hosts.turn(link.address, delay):
                fetched = await self._fetcher.fetch(link.address)
        except SourceError as error:
            return Refused(link.named, error.reason)
        return Source(link.named, fetched.address, fetched.data, fetched.charset, link.state, link.address)
