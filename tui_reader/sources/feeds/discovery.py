"""What an address or file stands for when a person subscribes to it: a feed, a page that names its feeds, or a list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from tui_reader.errors import SourceUnreachable
from tui_reader.sources.feeds import opml
from tui_reader.sources.feeds.opml import Outline
from tui_reader.sources.feeds.parsing import parse
from tui_reader.sources.reading import read_file
from tui_reader.sources.shells import is_feed
from tui_reader.sources.web import Limits, fetch
from tui_reader.text.urls import begins_with_url, is_url

if TYPE_CHECKING:
    from tui_reader.sources.web import Fetched

_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"})


def discover(named: str, limits: Limits) -> tuple[Outline, ...]:
    """The feeds of an address or of an OPML file. Raises SourceError."""
    if not begins_with_url(named):
        return opml.read(read_file(str(Path(named).expanduser())), named)
    fetched = fetch(named, limits)
    if opml.is_opml(fetched.data):
        return opml.read(fetched.data, named)
    if not is_feed(fetched.data):
        fetched = _named_by(fetched, named, limits)
    title = parse(fetched.data, fetched.address, fetched.charset).title
    return (Outline(fetched.address, title or fetched.address, ""),)


def _named_by(page: Fetched, named: str, limits: Limits) -> Fetched:
    """The first feed that a page names. Raises SourceError."""
    for address in alternates(page.data, page.address):
        fetched = fetch(address, limits)
        if is_feed(fetched.data):
            return fetched
    raise SourceUnreachable(named, "not a feed (RSS, Atom or JSON Feed), and the page names none", lasting=True)


def alternates(data: bytes, base: str) -> tuple[str, ...]:
    """Addresses of the feeds that a page declares, in order."""
    from bs4 import BeautifulSoup, SoupStrainer  # noqa: PLC0415 - only where a page was given for a feed

    links = BeautifulSoup(data, "html.parser", parse_only=SoupStrainer("link"))
    found = (
        urljoin(base, str(link["href"]))
        for link in links.find_all("link", href=True)
        if "alternate" in (link.get("rel") or ()) and str(link.get("type", "")).lower() in _TYPES
    )
    return tuple(dict.fromkeys(filter(is_url, found)))
