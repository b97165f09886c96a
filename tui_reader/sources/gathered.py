"""Documents behind a list of paths: counted at once, read one at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.errors import SourceBinary, SourceError
from tui_reader.model import Refused
from tui_reader.sources.found import find
from tui_reader.sources.reading import read_file, read_stream
from tui_reader.sources.shells import FEED, is_feed
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `named`: as given; `path`: of a file, absolute, or a web address after redirects; None if it has none.

    `charset`: as the server declared it that the document was fetched from.
    """

    named: str
    path: str | None
    data: bytes
    charset: str | None = None

    @property
    def where(self) -> str:
        """Name of the document as given, sanitized for messages."""
        return one_line(self.named)

    @property
    def is_web(self) -> bool:
        """Whether it was fetched from a web address."""
        return self.path is not None and begins_with_url(self.path)


class Gathered:
    """The documents found. `total` is known at once; iterating reads them one by one."""

    def __init__(
        self, found: Sequence[str | Refused], stdin: BinaryIO | None = None, *, allow_private: bool = False
    ) -> None:
        self._found = tuple(found)
        self._stdin = stdin
        self._allow_private = allow_private
        self.total = len(self._found)

    def __iter__(self) -> Iterator[Source | Refused]:
        for named in self._found:
            yield named if isinstance(named, Refused) else self._read(named)

    def _read(self, named: str) -> Source | Refused:
        try:
            if named == STDIN:
                return Source(STDIN, None, read_stream(STDIN, self._stdin))
            if begins_with_url(named):
                return self._fetch(named)
            return Source(named, os.path.abspath(named), read_file(named))  # noqa: PTH100 - a link stays the link
        except SourceError as error:
            return Refused(error.where, error.reason)

    def _fetch(self, address: str) -> Source:
        from tui_reader.sources.web import Limits, fetch  # noqa: PLC0415 - loads what only the network needs

        fetched = fetch(address, Limits(allow_private=self._allow_private))
        if is_feed(fetched.data):
            raise SourceBinary(address, FEED)
        return Source(address, fetched.address, fetched.data, fetched.charset)


def gather(paths: Sequence[str], stdin: BinaryIO | None = None, *, allow_private: bool = False) -> Gathered:
    """Documents of `paths`: files, folders (recursively), web addresses, `-` for standard input; in the given order.

    `allow_private`: fetch private addresses too.
    """
    found: list[str | Refused] = []
    for path in paths:
        found.extend([path] if path == STDIN or begins_with_url(path) else find(path))
    return Gathered(found, stdin, allow_private=allow_private)
