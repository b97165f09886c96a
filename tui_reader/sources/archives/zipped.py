"""A zip: which members are read, how much of it was read, and those whose members belong together."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

from tui_reader.model import Refused
from tui_reader.sources.archives import limits
from tui_reader.sources.archives.epub import Book, has_text, is_book
from tui_reader.sources.archives.members import wanted
from tui_reader.sources.archives.streams import damages
from tui_reader.sources.documents import Source
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.services.omnivore import items_of, metadata_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile, ZipInfo

    from tui_reader.sources.documents import Link, Place


class Zipped:
    """The members of an open zip. `size`: of its file, in bytes; None if unknown.

    `fraction`: how much of the compressed contents was read.
    """

    def __init__(self, archive: ZipFile, place: Place, size: int | None) -> None:
        self._archive, self._place = archive, place
        self._infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        self._size = size or sum(info.compress_size for info in self._infos.values())
        self._expanded = 0
        self._metadata = metadata_names(self._infos)
        self._is_book = is_book(self._infos)
        self.fraction = 0.0

    @property
    def belongs_together(self) -> bool:
        """Whether the members are the parts of a book, or of a service's export."""
        return self._is_book or bool(self._metadata)

    def members(self) -> Iterator[ZipInfo]:
        """The members that may hold documents."""
        infos = [self._infos[name] for name in wanted(self._infos)]
        whole = sum(info.compress_size for info in infos) or 1
        begun = 0
        for info in infos:
            begun += info.compress_size
            self.fraction = begun / whole
            if info.file_size:
                yield info

    def documents(self) -> Iterator[Source | Link | Refused]:
        """The documents of members that belong together. Raises ExpansionError."""
        if self._is_book:
            yield from self._chapters()
            return
        for number, name in enumerate(self._metadata, 1):
            self.fraction = number / len(self._metadata)
            yield from items_of(name, self._read, self._place)

    def counted(self, content: IO[bytes]) -> IO[bytes]:
        """The content of a member; reading raises ExpansionError once the zip expands too much."""
        return _Member(content, self)  # type: ignore[return-value]

    def note(self, expanded: int) -> None:
        """Count bytes after decompression. Members may overlap, so all together are compared with the file."""
        self._expanded += expanded
        limits.check_expansion(self._expanded, self._size)

    def _read(self, name: str) -> bytes | None:
        """A member; None if there is none, or it is damaged or too large."""
        info = self._infos.get(name)
        if info is None or info.flag_bits & 1:
            return None
        try:
            with self._archive.open(info) as content:
                data = self.counted(content).read(MAX_BYTES + 1)
        except limits.ExpansionError:
            raise
        except damages():
            return None
        return data if len(data) <= MAX_BYTES else None

    def _chapters(self) -> Iterator[Source | Refused]:
        book = Book(self._read)
        for number, name in enumerate(book.chapters, 1):
            self.fraction = number / len(book.chapters)
            place = self._place.inside(name)
            data = self._read(name)
            if data is None:
                yield Refused(place.named, "missing, encrypted, damaged or too large")
            elif has_text(data):
                yield Source(place.named, place.path, book.declared(data), origin=place.path)


class _Member(io.RawIOBase):
    def __init__(self, content: IO[bytes], zipped: Zipped) -> None:
        self._content, self._zipped = content, zipped

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._content.read(len(buffer))
        buffer[: len(data)] = data
        self._zipped.note(len(data))
        return len(data)
