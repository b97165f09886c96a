"""Addresses: what is fetched, and one sentence for everything that goes wrong, within the time limit."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from typing import TYPE_CHECKING, cast

import pytest

from tests.sources import server
from tui_reader.errors import SourceBinary, SourceEmpty, SourceError, SourceTooLarge, SourceUnreachable
from tui_reader.sources.resolving import is_public
from tui_reader.sources.web import Fetched, Limits, fetch, fetching

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sources.server import Handler, Site

SECONDS = 1.0
LOCAL = Limits(seconds=SECONDS, size=2**20, allow_private=True)


def test_a_page_comes_with_its_address_type_and_charset(site: Site) -> None:
    address = site.page("/a.html", "北港".encode("gbk"), "text/html; charset=GBK", ETag='"1"')
    fetched = fetch(address, LOCAL)
    assert ("北港".encode("gbk"), address, "gbk") == (fetched.data, fetched.address, fetched.charset)
    assert ("text/html", '"1"') == (fetched.media_type, fetched.etag)


def test_the_server_is_told_who_asks(site: Site) -> None:
    fetch(site.page("/a.html", "text"), LOCAL)
    (asked,) = site.asked
    assert "tui-reader/" in asked.headers["user-agent"]
    assert asked.headers["accept-language"].startswith("zh")


def test_a_redirect_gives_the_last_address_without_its_fragment(site: Site) -> None:
    site.page("/b.html", "text")
    assert f"{site.address}/b.html" == fetch(site.on("/a", server.redirect("/b.html#top")), LOCAL).address


def test_cookies_set_by_a_redirect_are_sent_to_the_next_page(site: Site) -> None:
    site.on("/a", lambda handler: handler.reply(b"", "text/html", 302, {"Location": "/b", "Set-Cookie": "seen=1"}))
    site.page("/b", "text")
    fetch(site.address + "/a", LOCAL)
    assert "seen=1" == site.asked[-1].headers["cookie"]


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("gzip", lambda data: gzip.compress(data[:4]) + gzip.compress(data[4:])),
    ],
)
def test_a_compressed_page_is_unpacked(site: Site, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    address = site.page("/a", pack(b"some text"), Content_Encoding=encoding)
    assert b"some text" == fetch(address, LOCAL).data


FAULTS: dict[str, tuple[Callable[[Handler], None], type[SourceError], str]] = {
    "slow": (server.slow, SourceUnreachable, "no complete answer within 1 seconds"),
    "silent": (server.silent, SourceUnreachable, "no complete answer within 1 seconds"),
    "endless": (server.endless, SourceTooLarge, "larger than the limit of 1 MiB"),
    "cut short": (server.cut_short, SourceUnreachable, "the connection failed before the end"),
    "loop": (server.redirect("/x"), SourceUnreachable, "more than 10 redirects"),
    "bomb": (server.bomb, SourceTooLarge, "larger than the limit of 1 MiB"),
    "elsewhere": (server.redirect("ftp://example.org/"), SourceUnreachable, "not a web address"),
    "to a file": (server.redirect("file:///etc/passwd"), SourceUnreachable, "not a web address"),
    "nonsense": (server.redirect("http://["), SourceUnreachable, ""),
    "empty": (lambda handler: handler.reply(b"", "text/html", 200, {}), SourceEmpty, "empty document"),
    "missing": (lambda handler: handler.reply(b"no", "text/html", 404, {}), SourceUnreachable, "not found (404)"),
    "broken": (lambda handler: handler.reply(b"no", "text/html", 503, {}), SourceUnreachable, "the server failed (503)"),
    "pdf": (lambda handler: handler.reply(b"%PDF-", "application/pdf", 200, {}), SourceBinary, "a PDF document, not a web page"),
    "picture": (lambda handler: handler.reply(b"GIF8", "image/gif", 200, {}), SourceBinary, "a picture, not a web page"),
    "large": (
        lambda handler: handler.begin(200, {"Content-Length": str(2**30), "Content-Type": "text/html"}),
        SourceTooLarge,
        "larger than the limit",
    ),
    "damaged": (
        lambda handler: handler.reply(gzip.compress(bytes(99))[:-9], "text/html", 200, {"Content-Encoding": "gzip"}),
        SourceUnreachable,
        "ends too early",
    ),
    "no gzip": (
        lambda handler: handler.reply(b"not at all", "text/html", 200, {"Content-Encoding": "gzip"}),
        SourceUnreachable,
        "damaged",
    ),
    "brotli": (
        lambda handler: handler.reply(b"?", "text/html", 200, {"Content-Encoding": "br"}),
        SourceUnreachable,
        "compressed as br",
    ),
    "no http": (server.babble, SourceUnreachable, "the connection failed"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_ends_in_a_sentence_in_time(site: Site, fault: str) -> None:
    answer, kind, reason = FAULTS[fault]
    address = site.on("/x", answer)
    begun = time.monotonic()
    with pytest.raises(SourceError) as caught:
        fetch(address, LOCAL)
    assert time.monotonic() - begun < SECONDS + 0.5
    assert isinstance(caught.value, kind)
    assert reason in caught.value.reason
    assert address == caught.value.where
    assert "\n" not in str(caught.value)


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with pytest.raises(SourceUnreachable, match="no connection"):
            fetch(address, LOCAL)


def test_tls_to_a_server_without_it(site: Site) -> None:
    with pytest.raises(SourceUnreachable, match="no connection"):
        fetch(site.page("/a", "text").replace("http:", "https:"), LOCAL)


def test_a_name_that_is_not_answered_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*_args: object, **_more: object) -> list[object]:
        time.sleep(2)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    begun = time.monotonic()
    with pytest.raises(SourceUnreachable, match=r"no complete answer within 0\.2 seconds"):
        fetch("http://slow.example/", Limits(seconds=0.2))
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    "address", ["https://", "http:///path", "ftp://example.org/", "http://exa mple.org:port/", "http://[::1/"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(SourceUnreachable):
        fetch(address, LOCAL)


# Private addresses


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1"),
        *("240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"),
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)  # fmt: skip
def test_these_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "114.114.114.114", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_these_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_private_addresses_are_refused_however_they_are_written(host: str, site: Site) -> None:
    port = site.address.rpartition(":")[2]
    site.page("/a", "secret")
    with pytest.raises(SourceUnreachable, match="--allow-private"):
        fetch(f"http://{host}:{port}/a", Limits(seconds=SECONDS))
    assert [] == site.asked


def names(monkeypatch: pytest.MonkeyPatch, **hosts: list[list[str]]) -> list[str]:
    """Resolve names of the domain example to these addresses, the next list each time. Returns the names asked for."""
    usual, asked = socket.getaddrinfo, []

    def getaddrinfo(host: str, port: int, **more: int) -> list[tuple[object, ...]]:
        name = host.removesuffix(".example")
        if name not in hosts:
            return list(usual(host, port, **more))
        asked.append(name)
        found = hosts[name].pop(0) if len(hosts[name]) > 1 else hosts[name][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


def test_a_name_of_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, inside=[["127.0.0.1"]])
    with pytest.raises(SourceUnreachable, match=r"inside.example \(127.0.0.1\) is a private address"):
        fetch(site.page("/a", "secret").replace("127.0.0.1", "inside.example"), Limits(seconds=SECONDS))
    assert [] == site.asked


def test_a_name_is_connected_to_at_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to another address the second time is not asked a second time."""
    asked = names(monkeypatch, twice=[["127.0.0.1"], ["192.0.2.1"]])
    address = site.page("/a", "text").replace("127.0.0.1", "twice.example")
    assert b"text" == fetch(address, LOCAL).data
    assert ["twice"] == asked
    assert site.asked[0].headers["host"].startswith("twice.example:")


def test_only_public_addresses_of_a_name_are_tried(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, mixed=[["127.0.0.1", "192.0.2.1"]])
    with pytest.raises(SourceUnreachable, match="private"):
        fetch(site.page("/a", "secret").replace("127.0.0.1", "mixed.example"), Limits(seconds=SECONDS))
    assert [] == site.asked


def test_the_next_address_of_a_name_is_tried(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, two=[["127.0.0.2", "127.0.0.1"]])
    assert b"text" == fetch(site.page("/a", "text").replace("127.0.0.1", "two.example"), LOCAL).data


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; the second is one by its name, and private by its address."""
    monkeypatch.setattr("tui_reader.sources.resolving.is_public", lambda address: address == "127.0.0.1")
    names(monkeypatch, inside=[["127.0.0.9"]])
    address = site.on("/a", server.redirect("http://inside.example/secret"))
    with pytest.raises(SourceUnreachable, match=r"inside.example \(127.0.0.9\) is a private address"):
        fetch(address, Limits(seconds=SECONDS))


# In the background


def test_a_fetch_in_the_background_gives_way(site: Site) -> None:
    steps = fetching(site.on("/silent", server.silent), Limits(seconds=30, allow_private=True))
    begun = time.monotonic()
    assert next(steps) is None
    steps.close()
    assert time.monotonic() - begun < 2


def test_a_fetch_in_the_background_ends_like_any_other(site: Site) -> None:
    def waited(address: str) -> Fetched:
        steps = fetching(address, LOCAL)
        try:
            while True:
                next(steps)
        except StopIteration as stop:
            return cast("Fetched", stop.value)

    assert b"text" == waited(site.page("/a", "text")).data
    with pytest.raises(SourceUnreachable, match="not found"):
        waited(f"{site.address}/missing")
