"""Requests that one host gets: few at once, and not faster than it asks for."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

AT_ONCE: Final = 2
"""Requests to one host at the same time. A slow server so is asked slowly."""

IN_ALL: Final = 32
"""Requests to all hosts together."""


class Hosts:
    """Turns at the hosts of one update."""

    def __init__(self) -> None:
        self._all = asyncio.Semaphore(IN_ALL)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, address: str, delay: float = 0.0) -> AsyncIterator[str]:
        """Wait for a turn at the host of an address, `delay` seconds after the one before. Gives the name of the host."""
        name = urlsplit(address).netloc.lower()
        host = self._hosts.setdefault(name, _Host())
        async with host.places:
            await host.wait(delay)
            async with self._all:
                yield name


class _Host:
    def __init__(self) -> None:
        self.places = asyncio.Semaphore(AT_ONCE)
        self._next = 0.0

    async def wait(self, delay: float) -> None:
        now = asyncio.get_running_loop().time()
        begin = max(now, self._next)
        self._next = begin + delay
        if begin > now:
            await asyncio.sleep(begin - now)
