"""The web server of `serve`: textual-serve's, behind a check of host, origin and token. Needs the extra `serve`."""

from __future__ import annotations

import asyncio
import hmac
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server as TextualServer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

COOKIE = "tui_reader_token"
TITLE = "tui-reader"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def is_loopback(host: str) -> bool:
    """Whether an address is reachable from this machine only."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class ReaderServer(TextualServer):  # type: ignore[misc, unused-ignore]  # Any without the extra
    """Starts a reader for each browser that may have one.

    Args:
        command: the shell command that starts a reader.
        host: the address to listen on; beyond loopback addresses a `token` is needed.
        port: 0 lets the system choose; `address` has it once the server runs.
        token: what a browser must show, in `?token=` once, then as a cookie; None: no token.

    Raises ValueError for a host beyond this machine without a token.

    """

    def __init__(self, command: str, host: str, port: int, token: str | None = None) -> None:
        if token is None and not is_loopback(host):
            raise ValueError("a token is needed beyond this machine")
        super().__init__(command, host=host, port=port, title=TITLE)
        self.host: str = host
        self.port: int = port
        self._token = token
        self.ready = asyncio.Event()

    @property
    def address(self) -> str:
        """The address to open, with the token."""
        return f"{self.public_url}/" + (f"?token={self._token}" if self._token else "")

    async def run(self) -> None:
        """Serve until cancelled. Raises OSError if the port cannot be used."""
        runner = web.AppRunner(await self._make_app(), handle_signals=True)
        await runner.setup()
        try:
            site = web.TCPSite(runner, self.host, self.port)
            await site.start()
            self.port = runner.addresses[0][1]
            self.public_url = f"http://{_in_url(self.host)}:{self.port}"
            self.ready.set()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.on_startup.remove(self.on_startup)  # its banner; the command says where it serves
        return app

    @web.middleware  # type: ignore[untyped-decorator, unused-ignore]  # Any without the extra
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only to this server's own pages, and to those who know the token."""
        if not self._is_own(request.host) or not self._is_same_origin(request):
            raise web.HTTPForbidden(text="This address is not served here.")
        if self._token is None:
            return await handler(request)
        if _is_same(self._token, request.query.get("token")):
            return self._welcomed()
        if not _is_same(self._token, request.cookies.get(COOKIE)):
            raise web.HTTPUnauthorized(text="Open the address with its token, as tui-reader serve printed it.")
        return await handler(request)

    def _welcomed(self) -> web.StreamResponse:
        """Keep the token as a cookie, out of the address."""
        answer = web.Response(status=303, headers={"Location": "/", "Referrer-Policy": "no-referrer"})
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="Strict")
        return answer

    def _is_own(self, host: str) -> bool:
        """Whether a Host header names this server. Another name that leads here is an attack by name resolution.

        Beyond this machine the token is what decides: the server cannot know all its names.
        """
        if not is_loopback(self.host):
            return True
        name = host.lower().removesuffix(f":{self.port}")
        return name in LOCAL_NAMES or name == _in_url(self.host)

    @staticmethod
    def _is_same_origin(request: web.Request) -> bool:
        """Whether the page that asks, if a page does, is from this server."""
        origin = request.headers.get("Origin")
        return origin is None or urlsplit(origin).netloc.lower() == request.host.lower()


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _is_same(token: str, shown: str | None) -> bool:
    """Compare tokens in constant time, so that timing does not reveal how much of one is right."""
    return shown is not None and hmac.compare_digest(token.encode(), shown.encode("utf-8", "replace"))
