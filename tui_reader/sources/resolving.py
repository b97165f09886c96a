"""Connects to host names, but only to public addresses, and only to the address that was checked.

A name is resolved once for a connection and the connection is made to one of the addresses found, so that a name that
resolves differently the second time gains nothing. Host header and TLS still use the name. Notations such as
`http://2130706433/` or `http://0x7f.1/` are resolved by the system first and need no rules of their own.
"""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Thread
from typing import TYPE_CHECKING, Final

import httpcore

from tui_reader.errors import SourceUnreachable
from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

CONNECT_SECONDS: Final = 6.0
"""Seconds for each of several addresses of a host, so that one that is dead leaves time for the next."""

_NAT64: Final = IPv6Network("64:ff9b::/96")
PRIVATE: Final = "a private address, which is only fetched with --allow-private"


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also the IPv4 address that an IPv6 one may contain.

    >>> is_public("93.184.216.34"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("fe80::1%eth0")
    (True, False, False, False)
    """
    return all(map(_is_global, _meant(ip_address(address.partition("%")[0]))))


def _meant(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the one that it is another spelling of; and those that traffic to it is forwarded to."""
    if not isinstance(address, IPv6Address):
        yield address
    elif address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    elif address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    else:
        yield address
        if address.sixtofour is not None:
            yield address.sixtofour
        yield from address.teredo or ()


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    special = (
        address.is_private,
        address.is_loopback,
        address.is_link_local,
        address.is_multicast,
        address.is_reserved,
        address.is_unspecified,
        isinstance(address, IPv6Address) and address.is_site_local,
    )
    return address.is_global and not any(special)


async def resolved(host: str, port: int) -> list[str]:
    """IP addresses of a host, in the system's order of preference. Raises OSError.

    The system call cannot be interrupted. It runs in a daemon thread, which holds up neither a time limit nor the end of
    the process.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def give(setter: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop has been closed since
            loop.call_soon_threadsafe(lambda: None if answer.done() else setter())

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            refused = error if isinstance(error, OSError) else OSError("not a host name")
            give(lambda: answer.set_exception(refused))
        else:
            addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
            give(lambda: answer.set_result(addresses))

    Thread(target=ask, name="resolve", daemon=True).start()
    return await answer


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Network of a connection pool: resolves, checks and connects. Raises SourceUnreachable, httpcore's errors."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._permitted(host, port)
        seconds = min(timeout or CONNECT_SECONDS, CONNECT_SECONDS)
        for address in addresses[:-1]:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return await self._network.connect_tcp(address, port, seconds, local_address, socket_options)
        return await self._network.connect_tcp(addresses[-1], port, seconds, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)

    async def _permitted(self, host: str, port: int) -> list[str]:
        try:
            addresses = await resolved(host, port)
        except OSError as error:
            raise SourceUnreachable(
                host, _("the host {host} is not known ({why})").format(host=host, why=error.strerror or error)
            ) from None
        permitted = [address for address in addresses if self._allow_private or is_public(address)]
        if not permitted:
            named = host if addresses[0] == host else f"{host} ({addresses[0]})"
            raise SourceUnreachable(
                host,
                _("{host} is a private address, which is only fetched with --allow-private").format(host=named),
                lasting=True,
            )
        return permitted
