"""Chapters of an EPUB: each document of the spine is an article of the book's author."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote
from xml.parsers import expat

from tui_reader.sources.composing import Known, with_declarations
from tui_reader.sources.services.moments import day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Read = Callable[[str], bytes | None]

CONTAINER: Final = "META-INF/container.xml"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TEXT = re.compile(rb"<body\b.*", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>|&\w+;|\s+")
_LEAST: Final = 150
"""Bytes of text that a chapter has at least: covers and title pages have fewer."""


class Book:
    """A book's metadata and the names of its chapters, in order."""

    def __init__(self, read: Read) -> None:
        self._read = read
        package = _full_path(read(CONTAINER) or b"")
        package_data = _Package(read(package) or b"")
        folder = posixpath.dirname(package)
        self._known = package_data.known
        self.chapters = [posixpath.normpath(posixpath.join(folder, unquote(name))) for name in package_data.chapters]

    def declared(self, data: bytes) -> bytes:
        """A chapter with the book's metadata in its head."""
        return with_declarations(data, self._known)


def is_book(names: Iterable[str]) -> bool:
    return CONTAINER in names


def has_text(chapter: bytes) -> bool:
    """Whether a chapter has more than a cover, a title page or pictures."""
    body = _TEXT.search(chapter)
    return len(_TAG.sub(b"", body[0] if body else chapter)) >= _LEAST


def _full_path(container: bytes) -> str:
    found: list[str] = []
    _parse(container, lambda name, given: found.append(given.get("full-path", "")) if name == "rootfile" else None)
    return found[0] if found else ""


class _Package:
    """The package document: metadata, manifest, spine."""

    def __init__(self, data: bytes) -> None:
        self._texts: dict[str, str] = {}
        self._current = ""
        self._items: dict[str, dict[str, str]] = {}
        self._spine: list[str] = []
        _parse(data, self._start, self._end, self._text)

    @property
    def known(self) -> Known:
        date = _DATE.match(self._texts.get("date", "").strip())
        return Known(
            author=self._texts.get("creator", "").strip(),
            source=self._texts.get("title", "").strip(),
            published=day(date[0]) if date else "",
        )

    @property
    def chapters(self) -> list[str]:
        items = [self._items[name] for name in self._spine if name in self._items]
        return [item["href"] for item in items if "nav" not in item.get("properties", "").split() and "href" in item]

    def _start(self, name: str, given: dict[str, str]) -> None:
        self._current = name if name in {"creator", "title", "date"} and name not in self._texts else ""
        if name == "item":
            self._items[given.get("id", "")] = given
        elif name == "itemref" and given.get("linear") != "no":
            self._spine.append(given.get("idref", ""))

    def _end(self, _name: str) -> None:
        self._current = ""

    def _text(self, data: str) -> None:
        if self._current:
            self._texts[self._current] = self._texts.get(self._current, "") + data


def _parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object] = lambda _name: None,
    text: Callable[[str], object] = lambda _data: None,
) -> None:
    """Parse XML, calling with names without prefix. Raises ValueError for damaged XML, or a document type with entities."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, given: start(name.rpartition(":")[2], given)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None


def _refuse(*_: object) -> None:
    raise ValueError("entities are not read")
