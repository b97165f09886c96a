"""serve: who is answered, and a reader in a real browser."""

from __future__ import annotations

import asyncio
import gc
import shutil
import subprocess
import sys
import time
import warnings
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tui_reader.api import Library
from tui_reader.paths import data_dir, library_path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.cli.conftest import CommandLine

pytest.importorskip("textual_serve", reason="the extra serve is not installed")

import aiohttp

from tui_reader.cli.web_server import ReaderServer, is_loopback

PATIENCE = 30.0

READER = "echo __GANGLION__; head -c 1 > /dev/null"
"""A program that greets textual-serve as a reader does, and ends when it is spoken to."""


@asynccontextmanager
async def served(token: str | None = None, host: str = "127.0.0.1") -> AsyncIterator[ReaderServer]:
    server = ReaderServer(READER, host, 0, token)
    running = asyncio.ensure_future(server.run())
    await asyncio.wait_for(server.ready.wait(), PATIENCE)
    try:
        yield server
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()  # textual-serve leaves the pipes of a reader that ended to the collector


async def status(server: ReaderServer, path: str = "/", **headers: str) -> int:
    address = f"http://127.0.0.1:{server.port}{path}"
    async with aiohttp.request("GET", address, headers=headers, allow_redirects=False) as answer:
        return int(answer.status)


async def socket_status(server: ReaderServer, **headers: str) -> int:
    """101 if a socket opens, else the refusal's status."""
    async with aiohttp.ClientSession() as client:
        try:
            async with client.ws_connect(f"ws://127.0.0.1:{server.port}/ws", headers=headers):
                return 101
        except aiohttp.WSServerHandshakeError as error:
            return int(error.status)


async def test_this_machine_is_answered() -> None:
    async with served() as server:
        assert f"http://127.0.0.1:{server.port}/" == server.address
        assert (200, 101) == (await status(server), await socket_status(server))
        assert 200 == await status(server, Host=f"localhost:{server.port}")


async def test_pages_of_other_sites_open_no_socket() -> None:
    async with served() as server:
        assert 403 == await socket_status(server, Origin="http://evil.example")
        assert 403 == await socket_status(server, Origin="null")
        assert 403 == await status(server, Host="evil.example")
        assert 101 == await socket_status(server, Origin=f"http://127.0.0.1:{server.port}")


async def test_a_token_is_asked_for_before_a_socket_opens() -> None:
    async with served("secret") as server:
        assert server.address.endswith("/?token=secret")
        assert (401, 401, 401) == (await status(server), await socket_status(server), await status(server, "/static/"))
        assert 401 == await status(server, "/?token=wrong")
        assert 303 == await status(server, "/?token=secret")
        assert (200, 101) == (
            await status(server, Cookie="tui_reader_token=secret"), await socket_status(server, Cookie="tui_reader_token=secret"),
        )  # fmt: skip
        assert 403 == await socket_status(server, Cookie="tui_reader_token=secret", Origin="http://evil.example")


async def test_the_token_leaves_the_address_for_a_cookie() -> None:
    async with served("secret") as server, aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        async with client.get(server.address) as answer:
            assert (200, "") == (answer.status, answer.url.query_string)
            cookie = answer.history[0].headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


def test_no_server_beyond_this_machine_without_a_token() -> None:
    with pytest.raises(ValueError, match="token"):
        ReaderServer(READER, "0.0.0.0", 0)  # noqa: S104 - refused
    hosts = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "a.example")  # noqa: S104 - not listened on
    assert [True, True, True, False, False] == list(map(is_loopback, hosts))


@contextmanager
def command(*words: str) -> Iterator[str]:
    """Run `tui-reader serve` and give the address that it prints."""
    asked = [sys.executable, "-m", "tui_reader", "serve", "--port", "0", *words]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            yield next(word for word in line.split() if word.startswith("http"))
        finally:
            process.terminate()


def test_the_command_prints_its_address() -> None:
    with command("--token", "t0ken") as address:
        assert address.startswith("http://127.0.0.1:")
        assert address.endswith("?token=t0ken")


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_a_browser_shows_the_list_and_takes_keys(cli: CommandLine) -> None:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    received: list[bytes] = []

    def follow(socket: Any) -> None:
        socket.on("framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()))

    def shown(text: str) -> bool:
        return text.encode() in b"".join(received)

    with command("--token", "t0ken") as address, api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("websocket", follow)
        page.goto(address)
        wait(lambda: shown("山城圖書館"), page)
        page.mouse.click(200, 200)
        page.keyboard.press("t")
        wait(lambda: shown("山城图书馆"), page)
        page.keyboard.press("b")
        wait(lambda: "1" == str(len(bookmarked())), page)
        browser.close()
    assert 1 == len(cli("bookmarks").out.splitlines())


def wait(reached: Any, page: Any) -> None:
    """Let the page run until something is reached."""
    end = time.monotonic() + PATIENCE
    while not reached() and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert reached()


def bookmarked() -> list[str]:
    with Library.open(library_path(data_dir())) as library:
        return [row.short_id for row in library.bookmarks()]
