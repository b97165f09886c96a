"""Addresses on the command line: imported, cleaned, updated and refused like files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tests.sources import server
from tests.sources.server import Site, page_of, serving
from tui_reader.sources import shells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import CommandLine

TITLE = HARBOUR.split("\n", maxsplit=1)[0]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def fetch(cli: CommandLine, *words: str) -> list[str]:
    """Import with private addresses; lines on stderr."""
    return cli("import", "--allow-private", *words).complaints


def test_a_page_is_imported_with_its_address(cli: CommandLine, site: Site) -> None:
    address = site.page("/harbour.html", page_of())
    assert ["1 added"] == fetch(cli, address)
    (record,) = cli("list", "--json").records
    assert (TITLE, address) == (record["title"], record["path"])
    (shown,) = cli("show", "--json", str(record["id"])).records
    assert address == shown["url"]


def test_imported_again_it_is_the_same_article(cli: CommandLine, site: Site) -> None:
    address = site.page("/harbour.html", page_of())
    fetch(cli, address)
    assert ["1 already here"] == fetch(cli, address)
    (name,) = cli.ids()
    cli("bookmark", name)
    site.page("/harbour.html", page_of(HARBOUR.replace("港口", "码头")))
    assert ["1 updated"] == fetch(cli, address)
    assert [name] == cli.ids("is:bookmarked")


def test_a_page_behind_a_redirect_is_the_same_article(cli: CommandLine, site: Site) -> None:
    address = site.page("/harbour.html", page_of())
    assert ["1 added"] == fetch(cli, site.on("/short", server.redirect("/harbour.html")))
    site.page("/harbour.html", page_of(HARBOUR.replace("港口", "码头")))
    assert ["1 updated"] == fetch(cli, address)


def test_an_address_stands_beside_another_with_the_same_page(cli: CommandLine, site: Site) -> None:
    """As for two files: the copy that changes while the first address stands becomes an article of its own."""
    first, second = (site.page(path, page_of()) for path in ("/a", "/b"))
    assert ["1 added, 1 already here"] == fetch(cli, first, second)
    site.page("/b", page_of(HARBOUR.replace("港口", "码头")))
    assert fetch(cli, second)[-1].startswith("1 added")
    assert 2 == len(cli.ids())


def test_it_is_cleaned_again_from_what_was_fetched(cli: CommandLine, site: Site) -> None:
    """The charset comes from the server alone: with it, and the address, the article stays as it is."""
    page = page_of(head="<meta name=x content=y>").encode("gb18030")
    fetch(cli, site.page("/harbour.html", page, "text/html; charset=GBK"))
    requests = len(site.asked)
    assert ["1 unchanged"] == cli("reclean").complaints
    assert requests == len(site.asked)
    assert [TITLE] == [record["title"] for record in cli("list", "--json").records]


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "utf-16"])
def test_other_charsets(cli: CommandLine, site: Site, codec: str) -> None:
    story = LIBRARY if codec == "big5hkscs" else HARBOUR
    fetch(cli, site.page("/a", page_of(story).encode(codec), f"text/html; charset={codec}"))
    assert [story.split("\n", maxsplit=1)[0]] == [record["title"] for record in cli("list", "--json").records]


def test_private_addresses_are_refused_unless_allowed(cli: CommandLine, site: Site) -> None:
    ended = cli("import", site.page("/a", page_of()))
    assert 1 == ended.status
    assert ["--allow-private" in line for line in ended.complaints] == [True, False]
    assert [] == site.asked


def test_each_refused_address_is_named_and_the_others_are_imported(cli: CommandLine, site: Site) -> None:
    site.page("/a", page_of())
    named = [f"{site.address}/{name}" for name in ("missing", "a", "paper.pdf")]
    site.page("/paper.pdf", b"%PDF-1.7", "application/pdf")
    ended = cli("import", "--allow-private", *named)
    assert 1 == ended.status
    assert [
        f"tui-reader: {named[0]}: not found (404)",
        f"tui-reader: {named[2]}: a PDF document, not a web page",
        "1 added, 2 refused",
    ] == ended.complaints


def test_a_page_that_needs_a_browser_says_so(cli: CommandLine, site: Site) -> None:
    shell = "<html><head><title>新闻</title><style>a{}</style></head><body><noscript>请启用脚本</noscript><div id=app></div>"
    shell += f"<script>var data = '{'x' * 5000}';</script></body></html>"
    complaints = fetch(cli, site.page("/app", shell))
    assert shells.SHELL in complaints[0]


def test_a_feed_is_no_article(cli: CommandLine, site: Site) -> None:
    feed = "<?xml version='1.0'?><rss version='2.0'><channel><title>港口</title></channel></rss>"
    assert shells.FEED in fetch(cli, site.page("/rss", feed, "application/rss+xml"))[0]


def test_many_addresses_come_in_order(cli: CommandLine, site: Site) -> None:
    named = [site.page(f"/{number}", page_of(HARBOUR.replace("港口", f"{number}号码头"))) for number in range(3)]
    fetch(cli, *reversed(named))
    records = cli("list", "sort:added", "--json").records
    assert named == [record["path"] for record in records]


def test_clean_takes_an_address(cli: CommandLine, site: Site) -> None:
    address = site.page("/a.html", page_of())
    (record,) = cli("clean", "--allow-private", "--json", address).records
    assert (TITLE, address, address) == (record["title"], record["path"], record["url"])
    assert [] == cli.ids()
