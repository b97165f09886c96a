"""robots.txt of the hosts whose pages are fetched in numbers, asked for once an update (RFC 9309)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from protego import Protego

from tui_reader.errors import SourceEmpty, SourceError, SourceUnreachable
from tui_reader.sources.web import PRODUCT, Asked

if TYPE_CHECKING:
    from tui_reader.sources.web import Fetcher

DISALLOWED: Final = "the site's robots.txt asks programs not to fetch it"
UNKNOWN: Final = "the site's robots.txt cannot be had; the next update tries again"

MOST_DELAY: Final = 10.0
"""Seconds between requests that a site can ask for; more would keep one feed busy for many minutes."""

_LARGEST: Final = 500 * 1024
"""Bytes of a robots.txt that are read, as the standard requires."""


class Robots:
    """Rules of each host, fetched when the first page of it is asked for."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, asyncio.Task[Protego | None]] = {}

    async def delay(self, address: str) -> float:
        """Seconds that the site wants between two requests. Raises SourceUnreachable where a page may not be fetched.

        A file that does not exist forbids nothing; one that cannot be had, everything for now.
        """
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.create_task(self._fetch(f"{origin}/robots.txt"))
        rules = await self._rules[origin]
        if rules is None:
            raise SourceUnreachable(address, UNKNOWN)
        if not rules.can_fetch(address, PRODUCT):
            raise SourceUnreachable(address, DISALLOWED, lasting=True)
        return min(float(rules.crawl_delay(PRODUCT) or 0.0), MOST_DELAY)

    async def _fetch(self, address: str) -> Protego | None:
        try:
            fetched = await self._fetcher.fetch(address, Asked(any_type=True))
        except SourceEmpty:
            text = ""
        except SourceError as error:
            if not (isinstance(error, SourceUnreachable) and error.lasting):
                return None
            text = ""
        else:
            text = fetched.data[:_LARGEST].decode("utf-8", "replace")
        return Protego.parse(text)
