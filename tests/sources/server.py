"""A web server on the loopback interface that misbehaves as told."""

from __future__ import annotations

import gzip
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from tests.cli.stories import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def page_of(story: str = HARBOUR, *, head: str = "") -> str:
    """A web page with a story, whose first line is the title."""
    title, *paragraphs = story.split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><div>{body}</div></body></html>"


class Asked(NamedTuple):
    """A request that the server got."""

    path: str
    headers: dict[str, str]


class Site:
    """What the server answers: by path, a function that writes to the handler. `asked`: the requests so far."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[Asked] = []
        self.closing = Event()
        self.address = ""

    def page(self, path: str, data: bytes | str, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        """Answer with this document. Returns its address."""
        body = data.encode() if isinstance(data, str) else data
        self.answers[path] = lambda handler: handler.reply(body, kind, status, headers)
        return self.address + path

    def on(self, path: str, answer: Callable[[Handler], None]) -> str:
        self.answers[path] = answer
        return self.address + path

    def paths(self) -> list[str]:
        """Paths that were asked for, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = self.site.answers.get(self.path)
        with suppress(OSError):  # the client has had enough
            if answer is None:
                self.reply(b"<h1>404</h1>", "text/html", 404, {})
            else:
                answer(self)

    def reply(self, body: bytes, kind: str, status: int, headers: dict[str, str]) -> None:
        self.begin(status, {"Content-Type": kind, "Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def begin(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass


def slow(handler: Handler) -> None:
    """A byte now and then: each read succeeds, the whole never ends."""
    handler.begin(200, {"Content-Type": "text/html", "Content-Length": "100000"})
    while not handler.site.closing.is_set():
        handler.wfile.write(b"<")
        time.sleep(0.05)


def endless(handler: Handler) -> None:
    handler.begin(200, {"Content-Type": "text/html", "Connection": "close"})
    while not handler.site.closing.is_set():
        handler.wfile.write(b"<p>" * 10_000)


def silent(handler: Handler) -> None:
    """Accepts the request and never answers."""
    handler.site.closing.wait(30)


def cut_short(handler: Handler) -> None:
    handler.begin(200, {"Content-Type": "text/html", "Content-Length": "5000", "Connection": "close"})
    handler.wfile.write(page_of().encode()[:1000])
    handler.close_connection = True


def babble(handler: Handler) -> None:
    """No HTTP."""
    handler.wfile.write(b"what?\r\n\r\n")
    handler.close_connection = True


BOMB = gzip.compress(gzip.compress(bytes(2**28), 1), 1)
"""256 MiB, compressed twice to a few KiB."""


def bomb(handler: Handler) -> None:
    handler.reply(gzip.decompress(BOMB), "text/html", 200, {"Content-Encoding": "gzip"})


def redirect(to: str) -> Callable[[Handler], None]:
    return lambda handler: handler.reply(b"", "text/html", 302, {"Location": to})


class _Server(ThreadingHTTPServer):
    """Says nothing of clients that close a connection early."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site in a thread."""
    site = Site()
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = _Server((host, 0), handler)
    server.daemon_threads = True
    site.address = f"http://{host}:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
