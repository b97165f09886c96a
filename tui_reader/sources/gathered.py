"""Documents behind a list of paths: counted as far as possible at once, read one at a time."""

from __future__ import annotations

import io
import os
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tui_reader.errors import SourceBinary, SourceError
from tui_reader.model import Refused
from tui_reader.sources.documents import KnownPage, Link, Place, Source
from tui_reader.sources.found import find
from tui_reader.sources.reading import open_file, rest_of, status_of
from tui_reader.sources.services.notes import note_state
from tui_reader.sources.shells import FEED, is_feed
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui_reader.sources.archives.container import Container

STDIN = "-"

Found = Source | KnownPage | Refused

__all__ = ["STDIN", "Found", "Gathered", "Source", "gather"]


class Member(NamedTuple):
    """Documents in a container, by the names under which it gives them."""

    container: str
    origins: frozenset[str]


class Gathered:
    """The documents found; iterating reads them one by one, and gives None while pages are on their way.

    `article_at`: the article of the library that was imported from an address; its page is not fetched again.
    """

    def __init__(
        self,
        found: Sequence[str | Refused | Member],
        stdin: BinaryIO | None = None,
        *,
        allow_private: bool = False,
        article_at: Callable[[str], int | None] = lambda _address: None,
    ) -> None:
        self._found = tuple(found)
        self._guesses = [_guess(one) for one in self._found]
        self._stdin = stdin
        self._allow_private = allow_private
        self._article_at = article_at
        self._given = self._to_fetch = 0
        self._begun = 0
        self._container: Container | None = None
        self._before = 0

    @property
    def total(self) -> int:
        """Number of documents: exact for files and addresses, estimated while a container is read."""
        inside = self._before + self._container.total if self._container is not None else self._given + self._to_fetch
        return max(inside, self._given) + sum(self._guesses[self._begun :])

    def __iter__(self) -> Iterator[Found | None]:
        for named in self._found:
            self._begun += 1
            for found in self._documents(named):
                self._given += found is not None
                yield found

    def _documents(self, named: str | Refused | Member) -> Iterator[Found | None]:
        if isinstance(named, Refused):
            yield named
            return
        try:
            if isinstance(named, Member):
                yield from self._members(named)
            elif begins_with_url(named):
                self._to_fetch += 1
                yield from self._fetch(named)
            elif named == STDIN:
                yield from self._opened(_stdin(self._stdin), Place(STDIN, None))
            else:
                with open_file(named) as file:
                    yield from self._opened(file, Place(named, os.path.abspath(named)))  # noqa: PTH100 - a link stays it
        except SourceError as error:
            yield Refused(error.where, error.reason)

    def _opened(self, file: io.BufferedReader, place: Place) -> Iterator[Found | None]:
        """The documents of an open file or stream: those in it if it is a container, else itself."""
        from tui_reader.sources.archives.container import Container, holds_documents, size_of  # noqa: PLC0415 - as they say

        if holds_documents(file.peek(_HEAD)):
            yield from self._contained(Container(file, place, size_of(file)))
        else:
            data = rest_of(file, place.named)
            yield Source(place.named, place.path, data, state=note_state(data))

    def _members(self, named: Member) -> Iterator[Found | None]:
        from tui_reader.sources.archives.container import Container, size_of  # noqa: PLC0415 - as above

        place = Place(named.container, os.path.abspath(named.container))  # noqa: PTH100 - as above
        missing = set(named.origins)
        with open_file(named.container) as file:
            for found in Container(file, place, size_of(file)):
                if isinstance(found, Source) and found.origin in missing:
                    missing.discard(found.origin)
                    yield found
        yield from (Refused(origin, "no such document in the archive") for origin in sorted(missing))

    def _contained(self, container: Container) -> Iterator[Found | None]:
        """The documents of a container; the pages of its addresses follow, as they arrive."""
        links: list[Link] = []
        self._container, self._before = container, self._given
        for found in container:
            if not isinstance(found, Link):
                yield found
            elif (known := self._article_at(found.address)) is not None:
                yield KnownPage(found.named, known, found.state)
            else:
                links.append(found)
        self._container, self._to_fetch = None, len(links)
        if links:
            yield from self._fetched(links)
        self._to_fetch = 0

    def _fetched(self, links: list[Link]) -> Iterator[Found | None]:
        from tui_reader.sources.fetching import fetch_all  # noqa: PLC0415 - loads what only the network needs
        from tui_reader.sources.web import Limits  # noqa: PLC0415

        with closing(fetch_all(links, Limits(allow_private=self._allow_private))) as pages:
            for page in pages:
                self._to_fetch -= page is not None
                yield page

    def _fetch(self, address: str) -> Iterator[Source | None]:
        from tui_reader.sources.web import Limits, fetching  # noqa: PLC0415 - loads what only the network needs

        fetched = yield from fetching(address, Limits(allow_private=self._allow_private))
        self._to_fetch -= 1
        if is_feed(fetched.data):
            raise SourceBinary(address, FEED)
        yield Source(address, fetched.address, fetched.data, fetched.charset)


_HEAD = 4096
"""Bytes by which a container is recognized."""


def gather(
    paths: Sequence[str],
    stdin: BinaryIO | None = None,
    *,
    allow_private: bool = False,
    article_at: Callable[[str], int | None] = lambda _address: None,
) -> Gathered:
    """Documents of `paths`: files, folders (recursively), archives, web addresses, `-` for standard input; in that order.

    A path that leads on from an archive is a document in it. `allow_private`: fetch private addresses too.
    `article_at`: see `Gathered`.
    """
    found: list[str | Refused | Member] = []
    origins: dict[str, set[str]] = {}
    for path in paths:
        container = None if path == STDIN or begins_with_url(path) else _container_of(path)
        if container is not None:
            origins.setdefault(container, set()).add(os.path.abspath(container) + path[len(container) :])  # noqa: PTH100
        else:
            found.extend([path] if path == STDIN or begins_with_url(path) else find(path))
    found.extend(Member(container, frozenset(names)) for container, names in origins.items())
    return Gathered(found, stdin, allow_private=allow_private, article_at=article_at)


def _container_of(path: str) -> str | None:
    """The file that a path leads on from; None if it exists itself, or there is no such file."""
    if os.path.lexists(path):
        return None
    above = path
    while (parts := above.rpartition("/"))[0]:
        above = parts[0]
        if os.path.isfile(above):  # noqa: PTH113 - names that Path may not take
            return above if _is_container(above) else None
        if os.path.isdir(above):  # noqa: PTH112 - as above
            return None
    return None


def _is_container(path: str) -> bool:
    from tui_reader.sources.archives.container import holds_documents  # noqa: PLC0415 - as it says

    try:
        with open_file(path) as file:
            return holds_documents(file.peek(_HEAD))
    except SourceError:
        return False


def _guess(found: str | Refused | Member) -> int:
    """Number of documents of an input that was not read yet."""
    if isinstance(found, Member):
        return len(found.origins)
    if isinstance(found, Refused) or found == STDIN or begins_with_url(found):
        return 1
    from tui_reader.sources.archives.kinds import ENDINGS  # noqa: PLC0415 - a module of constants

    if not ENDINGS.search(found):
        return 1
    from tui_reader.sources.archives.container import guessed  # noqa: PLC0415 - few inputs are containers

    try:
        return guessed(status_of(found).st_size)
    except SourceError:
        return 1


def _stdin(stream: BinaryIO | None) -> io.BufferedReader:
    from tui_reader.errors import SourceMissing  # noqa: PLC0415 - one use

    if stream is None:
        raise SourceMissing(STDIN, "standard input is closed")
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream), 2 * _HEAD)


class _Raw(io.RawIOBase):
    """A stream that only reads, as a raw one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
