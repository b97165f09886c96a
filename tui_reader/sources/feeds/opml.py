"""Lists of feeds in OPML, the format that feed readers exchange.

Read with expat directly: the few elements need no tree, and a document type, with which entities would be declared, is
refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from tui_reader.errors import SourceBinary
from tui_reader.locale import _
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD: Final = 1024
_BETWEEN: Final = "/"
"""Between the names of folders within folders."""


class Outline(NamedTuple):
    """A feed in a list. `folder`: the names of the outlines around it."""

    address: str
    title: str
    folder: str


def is_opml(data: bytes) -> bool:
    """Whether a document is a list of feeds."""
    return b"<opml" in data[:_HEAD].lower()


def read(data: bytes, where: str) -> tuple[Outline, ...]:
    """The feeds of a list. Raises SourceBinary for a document that is not OPML or has no feed in it."""
    reading = _Reading(where)
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SourceBinary(where, _("not a list of feeds (OPML): {why}").format(why=error)) from None
    if not reading.found:
        raise SourceBinary(where, "no feed in it; a list of feeds is in OPML")
    return tuple(reading.found.values())


class _Reading:
    """Handlers of the elements of one document."""

    def __init__(self, where: str) -> None:
        self.found: dict[str, Outline] = {}
        self._where = where
        self._folders: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.lower() != "outline":
            return
        given = {key.lower(): one_line(value) for key, value in attributes.items()}
        title = given.get("text") or given.get("title") or ""
        address = given.get("xmlurl", "").strip()
        if is_url(address):
            self.found.setdefault(address, Outline(address, title, _BETWEEN.join(filter(None, self._folders))))
        self._folders.append("" if address else title)

    def end(self, name: str) -> None:
        if name.lower() == "outline":
            self._folders.pop()

    def refuse(self, *_: object) -> None:
        raise SourceBinary(self._where, "a list of feeds declares no document type")


def write(outlines: Iterable[Outline]) -> str:
    """The list as a document; feeds of one folder stand together."""
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_rows(outlines), ""])


def _rows(outlines: Iterable[Outline]) -> Iterator[str]:
    folders: dict[str, list[Outline]] = {}
    for outline in outlines:
        folders.setdefault(outline.folder, []).append(outline)
    yield '<opml version="2.0"><head><title>tui-reader</title></head><body>'
    for folder, inside in folders.items():
        feeds = [f'<outline type="rss" text={quoteattr(one.title)} xmlUrl={quoteattr(one.address)}/>' for one in inside]
        yield from [f"<outline text={quoteattr(folder)}>", *feeds, "</outline>"] if folder else feeds
    yield "</body></opml>"
