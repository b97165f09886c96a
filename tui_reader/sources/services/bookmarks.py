"""Bookmarks that browsers and services export as HTML (the Netscape format): addresses with folders, tags and times."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from tui_reader.sources.documents import Link, ReaderState
from tui_reader.sources.services.moments import moment
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.sources.documents import Place

_NO_TAG: Final = frozenset(
    {"", "bookmarks", "bookmarks bar", "bookmarks menu", "bookmarks toolbar", "other bookmarks", "mobile bookmarks",
     "书签栏", "其他书签", "書籤列", "其他書籤", "favorites bar"}
)  # fmt: skip
"""Folders that every browser has."""


def links_of(pieces: Iterable[str], place: Place) -> Iterator[Link]:
    """The web addresses in a file of bookmarks, each once, in order."""
    reading = _Reading()
    seen: set[str] = set()
    for piece in pieces:
        reading.feed(piece)
        yield from _new(reading.take(), seen, place)
    reading.close()
    yield from _new(reading.take(), seen, place)


def _new(found: list[tuple[str, ReaderState]], seen: set[str], place: Place) -> Iterator[Link]:
    for address, state in found:
        if address not in seen:
            seen.add(address)
            yield Link(f"{place.named}: {address}", address, state)


class _Reading(HTMLParser):
    """Reads the elements: H3 names a folder, DL opens one, A is an address."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[tuple[str, ReaderState]] = []
        self._folders: list[str] = []
        self._named: str = ""
        self._is_naming = False

    def take(self) -> list[tuple[str, ReaderState]]:
        found, self._found = self._found, []
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "h3":
                self._named, self._is_naming = "", True
            case "dl":
                self._folders.append(one_line(self._named))
                self._named = ""
            case "a" if is_url(given.get("href", "")):
                self._found.append((given["href"], self._state(given)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h3":
            self._is_naming = False
        elif tag == "dl" and self._folders:
            self._folders.pop()

    def handle_data(self, data: str) -> None:
        if self._is_naming:
            self._named += data

    def _state(self, given: dict[str, str]) -> ReaderState:
        tags = [one_line(tag) for tag in given.get("tags", "").split(",")]
        folder = self._folders[-1] if self._folders else ""
        folders = [] if folder.lower() in _NO_TAG else [folder]
        return ReaderState(
            tags=tuple(dict.fromkeys(filter(None, [*folders, *tags]))),
            read=given.get("toread") == "0",
            added=moment(given.get("add_date") or given.get("time_added")),
        )
