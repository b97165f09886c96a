"""Fetches documents by their addresses, within limits that hold whatever a server does.

    fetch(address)     one document, for callers without an event loop
    fetching(address)  the same for callers that want to go on or give up meanwhile
    Fetcher            many documents, with connections that are kept open

Every failure is a SourceError with a sentence. The time limit covers name resolution, all redirects and the whole body.
Loaded only when something is fetched.
"""

from __future__ import annotations

import asyncio
import ssl
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, Final, Self

import httpcore
import httpx

from tui_reader import __version__
from tui_reader.errors import SourceEmpty, SourceError, SourceUnreachable
from tui_reader.locale import _
from tui_reader.sources.answers import check_status, check_type, media_type
from tui_reader.sources.receiving import check_size, received
from tui_reader.sources.resolving import CheckedBackend

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Mapping

PRODUCT: Final = "tui-reader"
"""The name that rules in robots.txt may use."""

PATIENCE: Final = 0.1
"""Seconds after which a caller that can do something else meanwhile is told that nothing is ready."""

_HEADERS: Final = {
    "User-Agent": f"Mozilla/5.0 (compatible; {PRODUCT}/{__version__})",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8",
    "Accept-Language": "zh, *;q=0.5",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one fetch: seconds in all, bytes after decompression, redirects; whether private addresses are fetched."""

    seconds: float = 20.0
    size: int = 20 * 2**20
    redirects: int = 10
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document. `address`: after redirects. `charset`, `media_type`: as the server declares them.

    `etag`, `modified`: validators for a conditional request. `is_unchanged`: the server confirmed them; `data` is empty.
    """

    address: str
    data: bytes
    charset: str | None = None
    media_type: str = ""
    etag: str | None = None
    modified: str | None = None
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """How a document is asked for: additional headers, whatever type the server calls it, a limit of its own in bytes."""

    headers: Mapping[str, str] = field(default_factory=dict)
    any_type: bool = False
    size: int | None = None


def fetch(address: str, limits: Limits | None = None) -> Fetched:
    """Fetch one document. Raises SourceError."""

    async def fetched() -> Fetched:
        async with Fetcher(limits or Limits()) as fetcher:
            return await fetcher.fetch(address)

    return asyncio.run(fetched())


def fetching(address: str, limits: Limits | None = None) -> Generator[None, None, Fetched]:
    """Fetch one document in a thread; yields every `PATIENCE` seconds until it is here. Raises SourceError.

    Closing the generator abandons the fetch, which ends by its time limit at the latest.
    """
    answer: Future[Fetched] = Future()

    def run() -> None:
        try:
            answer.set_result(fetch(address, limits))
        except BaseException as error:  # noqa: BLE001 - raised again below
            answer.set_exception(error)

    Thread(target=run, name="fetch", daemon=True).start()
    while not wait((answer,), PATIENCE).done:
        yield
    return answer.result()


class Fetcher:
    """Fetches any number of documents, concurrently if asked to. Use it in `async with`."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        transport = _Transport(CheckedBackend(allow_private=limits.allow_private))
        self._client = httpx.AsyncClient(transport=transport, headers=_HEADERS, timeout=limits.seconds, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def fetch(self, address: str, asked: Asked | None = None) -> Fetched:
        """Fetch a document. Raises SourceError with `address` as its place."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._follow(address, asked or Asked())
        except SourceError as error:
            raise _placed(error, address) from None
        except (TimeoutError, httpcore.TimeoutException, httpx.TimeoutException):
            reason = _("no complete answer within {seconds:g} seconds").format(seconds=self._limits.seconds)
            raise SourceUnreachable(address, reason) from None
        except (httpcore.ConnectError, httpx.ConnectError, OSError) as error:
            raise SourceUnreachable(address, _("no connection ({why})").format(why=_cause(error))) from None
        except (httpcore.ProtocolError, httpcore.NetworkError, httpx.TransportError) as error:
            raise SourceUnreachable(
                address, _("the connection failed before the end ({why})").format(why=_cause(error))
            ) from None
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise SourceUnreachable(
                address, _("not a valid address ({why})").format(why=_cause(error)), lasting=True
            ) from None

    async def _follow(self, address: str, asked: Asked) -> Fetched:
        request: httpx.Request | None = self._client.build_request("GET", _web_address(address), headers=asked.headers)
        for _redirect in range(self._limits.redirects + 1):
            assert request is not None  # noqa: S101 - for mypy: it is None only after an answer without redirect
            _web_address(str(request.url))
            response = await self._client.send(request, stream=True)
            try:
                if not response.has_redirect_location:
                    return await self._received(response, asked)
                request = response.next_request
            finally:
                await response.aclose()
        raise SourceUnreachable(
            address, _("more than {redirects} redirects").format(redirects=self._limits.redirects), lasting=True
        )

    async def _received(self, response: httpx.Response, asked: Asked) -> Fetched:
        where, headers = str(response.url), response.headers
        final = str(response.url.copy_with(username=None, password=None, fragment=None))
        validators = {"etag": headers.get("etag"), "modified": headers.get("last-modified")}
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(final, b"", is_unchanged=True, **validators)
        check_status(response.status_code, where)
        kind = media_type(headers.get("content-type", ""))
        if not asked.any_type:
            check_type(kind, where)
        limit = min(self._limits.size, asked.size or self._limits.size)
        check_size(_declared_size(headers), limit, where)
        encoding = headers.get("content-encoding", "").strip().lower()
        data = await received(response.aiter_raw(), encoding, limit, where)
        if not data:
            raise SourceEmpty(where, "the server sent an empty document")
        return Fetched(final, data, response.charset_encoding, kind, **validators)


class _Transport(httpx.AsyncBaseTransport):
    """httpx over connection pools whose network checks addresses.

    A pool for each host: httpcore compares all connections of a pool with each other at every request.
    """

    def __init__(self, backend: CheckedBackend) -> None:
        self._backend = backend
        self._pools: dict[tuple[bytes, bytes, int | None], httpcore.AsyncConnectionPool] = {}

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)

    def _pool(self, url: httpx.URL) -> httpcore.AsyncConnectionPool:
        origin = (url.raw_scheme, url.raw_host, url.port)
        if origin not in self._pools:
            tls = self._tls if url.scheme == "https" else None
            self._pools[origin] = httpcore.AsyncConnectionPool(
                ssl_context=tls, network_backend=self._backend, max_connections=None, keepalive_expiry=10.0
            )
        return self._pools[origin]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        answer = await self._pool(url).handle_async_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._answer.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._answer.aclose()


def _web_address(address: str) -> str:
    url = httpx.URL(address)
    if url.scheme not in {"http", "https"} or not url.host:
        raise SourceUnreachable(address, _("not a web address: {address}").format(address=address), lasting=True)
    return address


def _declared_size(headers: httpx.Headers) -> int:
    size = headers.get("content-length", "")
    return int(size) if size.isdecimal() else 0


def _placed(error: SourceError, address: str) -> SourceError:
    """The error with the address that was asked for as its place; of another one after redirects, the reason names it."""
    lasting = {"lasting": error.lasting} if isinstance(error, SourceUnreachable) else {}
    return type(error)(address, error.reason, **lasting)


def _cause(error: BaseException) -> str:
    """Words of the innermost error, as httpcore's own are often empty; a certificate that is not trusted is named."""
    inner = error
    while (deeper := inner.__cause__ or inner.__context__) is not None:
        inner = deeper
    if isinstance(inner, ssl.SSLCertVerificationError):
        return _("its certificate is not trusted: {why}").format(why=inner.verify_message.rstrip("."))
    return (str(error) or str(inner)).rstrip(".") or type(error).__name__
