"""Documents behind a list of paths: counted at once, read one at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.errors import SourceError
from tui_reader.model import Refused
from tui_reader.sources.found import find
from tui_reader.sources.reading import read_file, read_stream
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `named`: as given; `path`: absolute, None if it has none."""

    named: str
    path: str | None
    data: bytes

    @property
    def where(self) -> str:
        """Name of the document as given, sanitized for messages."""
        return one_line(self.named)


class Gathered:
    """The documents found. `total` is known at once; iterating reads them one by one."""

    def __init__(self, found: Sequence[str | Refused], stdin: BinaryIO | None) -> None:
        self._found = tuple(found)
        self._stdin = stdin
        self.total = len(self._found)

    def __iter__(self) -> Iterator[Source | Refused]:
        for named in self._found:
            yield named if isinstance(named, Refused) else self._read(named)

    def _read(self, named: str) -> Source | Refused:
        try:
            if named == STDIN:
                return Source(STDIN, None, read_stream(STDIN, self._stdin))
            return Source(named, os.path.abspath(named), read_file(named))  # noqa: PTH100 - a link stays the link
        except SourceError as error:
            return Refused(error.where, error.reason)


def gather(paths: Sequence[str], stdin: BinaryIO | None = None) -> Gathered:
    """Documents of `paths`: files, folders (recursively), `-` for standard input; in the given order."""
    found: list[str | Refused] = []
    for path in paths:
        found.extend([STDIN] if path == STDIN else find(path))
    return Gathered(found, stdin)
