"""Documents of one container, in order and one at a time, whatever its kind and whatever is wrong with it."""

from __future__ import annotations

import io
import os
from typing import IO, TYPE_CHECKING

from tui_reader.errors import SourceError
from tui_reader.model import Refused
from tui_reader.sources.archives import limits
from tui_reader.sources.archives.contents import Contents
from tui_reader.sources.archives.kinds import kind_of
from tui_reader.sources.archives.streams import Counted, compression_of, damages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.sources.documents import Link, Place, Source

GUESSED_SIZE = 8 * 1024
"""Bytes of a container for each document, before anything is known of it."""


class Container:
    """A file with documents in it. Iterate it once, while the file is open.

    `documents`: how many were found so far; `total`: how many there will be, estimated from how much was read.
    """

    def __init__(self, file: IO[bytes], place: Place, size: int | None) -> None:
        self._counted = Counted(file)
        self._file, self._place, self._size = file, place, size
        self._contents: Contents | None = None
        self.documents = 0

    @property
    def total(self) -> int:
        fraction = self._contents.fraction if self._contents is not None else None
        if fraction is None:
            fraction = self._counted.count / self._size if self._size else None
        if not fraction or not self.documents:
            return max(self.documents, guessed(self._size))
        return max(self.documents, round(self.documents / min(fraction, 1.0)))

    def __iter__(self) -> Iterator[Source | Link | Refused]:
        try:
            for found in self._found():
                self.documents += 1
                yield found
                if self.documents >= limits.MOST_MEMBERS:
                    yield Refused(self._place.named, limits.TOO_MANY)
                    return
            if not self.documents:
                yield self._failed(NOTHING)
        except limits.ExpansionError:
            yield self._failed(limits.BOMB)
        except SourceError as error:
            yield self._failed(error.reason)
        except damages() as error:
            yield self._failed(f"{limits.stopped(self.documents)} ({_words(error)})")

    def _failed(self, reason: str) -> Refused:
        self.documents += 1
        return Refused(self._place.named, reason)

    def _found(self) -> Iterator[Source | Link | Refused]:
        head = self._file.read(io.DEFAULT_BUFFER_SIZE) if self._file.seekable() else b""
        if head:
            self._file.seek(0)
        self._contents = Contents(self._place, self._size)
        if kind_of(head) in {"zip", "parquet"}:
            yield from self._contents.of_file(self._file)
        else:
            yield from self._contents.of_stream(io.BufferedReader(self._counted, io.DEFAULT_BUFFER_SIZE * 2))


NOTHING = "the archive contains no importable files (.html, .txt, .md, .jsonl and similar)"


def holds_documents(head: bytes) -> bool:
    """Whether a file that begins so is a container, compressed or not."""
    return compression_of(head) is not None or kind_of(head) is not None


def guessed(size: int | None) -> int:
    """Documents that a container of this size may have."""
    return max(1, (size or 0) // GUESSED_SIZE)


def size_of(file: IO[bytes]) -> int | None:
    """Size of an open file; None of a stream."""
    try:
        return os.fstat(file.fileno()).st_size or None
    except (OSError, io.UnsupportedOperation):
        return None


def _words(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
