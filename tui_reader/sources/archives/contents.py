"""What is in a container: members of a zip or tar, records, pages, or a single compressed document.

A container within one is opened, too; one within that is not.
"""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any, Final, cast

from tui_reader.locale import _
from tui_reader.model import Refused
from tui_reader.sources.archives import limits
from tui_reader.sources.archives.kinds import kind_of
from tui_reader.sources.archives.objects import elements_of, lines_of
from tui_reader.sources.archives.records import document_of
from tui_reader.sources.archives.streams import Counted, compression_of, damages, decompressed, peeked
from tui_reader.sources.documents import Source
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.services.notes import note_state

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

    from tui_reader.sources.archives.objects import Numbered
    from tui_reader.sources.archives.zipped import Zipped
    from tui_reader.sources.documents import Link, Place

    Found = Source | Link | Refused

TABLES: Final = (".csv", ".json")
"""Ends of names of members that are read only if they are the records or the table of a service."""

_DEEPEST: Final = 1
_TEXT_PIECE: Final = 64 * 1024


class Contents:
    """Reads one container. `fraction`: how much of it was read, where its index says so; else None."""

    def __init__(self, place: Place, size: int | None = None, depth: int = 0) -> None:
        self._place, self._size, self._depth = place, size, depth
        self.fraction: float | None = None

    def of_stream(self, stream: io.BufferedReader[Any]) -> Iterator[Found]:
        """What a stream holds, decompressed first where it is compressed."""
        compression = compression_of(peeked(stream))
        if compression is not None:
            stream = decompressed(Counted(stream), compression)
        match kind_of(peeked(stream)):
            case "zip" | "parquet":
                yield from self._of_copy(stream)
            case "tar":
                yield from self._of_tar(stream)
            case "warc":
                from tui_reader.sources.archives.warc import pages_of  # noqa: PLC0415 - as the library it needs

                yield from pages_of(stream, self._place)
            case "lines":
                yield from self._of_objects(lines_of(stream), "line")
            case "array":
                yield from self._of_objects(elements_of(stream), "entry")
            case "table" | "bookmarks" as kind:
                yield from self._of_addresses(stream, kind)
            case None:
                yield _single(stream.read(MAX_BYTES + 1), self._place)

    def of_file(self, file: IO[bytes]) -> Iterator[Found]:
        """What a file holds that must be read at any place: a zip, or Parquet."""
        if kind_of(_head(file)) == "parquet":
            yield from self._of_parquet(file)
        else:
            yield from self._of_zip(file)

    def _of_copy(self, stream: IO[bytes]) -> Iterator[Found]:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            yield Refused(self._place.named, limits.TOO_LARGE)
        else:
            yield from Contents(self._place, len(data), self._depth).of_file(io.BytesIO(data))

    def _of_objects(self, found: Iterable[Numbered], name: str) -> Iterator[Found]:
        for number, value, failure in found:
            place = self._place.inside(f"{name} {number}")
            yield Refused(place.named, failure) if failure else document_of(value, place)

    def _of_addresses(self, stream: IO[bytes], kind: str) -> Iterator[Found]:
        text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
        if kind == "table":
            from tui_reader.sources.services.tables import rows_of  # noqa: PLC0415 - few imports are of tables

            yield from rows_of(text, self._place)
        else:
            from tui_reader.sources.services.bookmarks import links_of  # noqa: PLC0415 - as above

            yield from links_of(iter(lambda: text.read(_TEXT_PIECE), ""), self._place)

    def _of_parquet(self, file: IO[bytes]) -> Iterator[Found]:
        from tui_reader.sources.archives.parquet import rows_of  # noqa: PLC0415 - as the library it needs

        total, rows = rows_of(file, self._place.named)
        for number, row in enumerate(rows, 1):
            self.fraction = number / max(total, 1)
            yield document_of(row, self._place.inside(_("row {number}").format(number=number)))

    def _of_tar(self, stream: IO[bytes]) -> Iterator[Found]:
        import tarfile  # noqa: PLC0415 - only here

        from tui_reader.sources.archives.members import is_wanted  # noqa: PLC0415 - as it

        with tarfile.open(fileobj=stream, mode="r|") as tar:
            while (member := tar.next()) is not None:
                tar.members = []  # type: ignore[attr-defined]  # or it keeps all of them
                if not member.isreg() or not is_wanted(member.name) or not member.size:
                    continue
                place = self._place.inside(member.name)
                if member.size > MAX_BYTES and not _is_dump(member.name):
                    yield Refused(place.named, limits.TOO_LARGE)
                elif (content := tar.extractfile(member)) is not None:
                    yield from self._of_member(content, place)

    def _of_zip(self, file: IO[bytes]) -> Iterator[Found]:
        import zipfile  # noqa: PLC0415 - only here

        from tui_reader.sources.archives.zipped import Zipped  # noqa: PLC0415 - as it

        with zipfile.ZipFile(file) as archive:
            zipped = Zipped(archive, self._place, self._size)
            if not zipped.belongs_together:
                yield from self._of_members(archive, zipped)
                return
            for found in zipped.documents():
                self.fraction = zipped.fraction
                yield found

    def _of_members(self, archive: zipfile.ZipFile, zipped: Zipped) -> Iterator[Found]:
        for info in zipped.members():
            self.fraction = zipped.fraction
            place = self._place.inside(info.filename)
            if info.flag_bits & 1:
                yield Refused(place.named, limits.ENCRYPTED)
                continue
            try:
                with archive.open(info) as content:
                    yield from self._of_member(zipped.counted(content), place)
            except limits.ExpansionError:
                raise
            except damages() as error:
                yield Refused(
                    place.named, _("damaged ({why})").format(why=str(error).rstrip(".") or type(error).__name__)
                )

    def _of_member(self, content: IO[bytes], place: Place) -> Iterator[Found]:
        stream = io.BufferedReader(cast("io.RawIOBase", content), _TEXT_PIECE)
        head = peeked(stream)
        is_container = compression_of(head) is not None or kind_of(head) is not None
        if not is_container:
            if (not place.named.lower().endswith(TABLES) and b"\0" not in head[:1024]) or head.startswith(
                (b"\xff\xfe", b"\xfe\xff")
            ):
                yield _single(stream.read(MAX_BYTES + 1), place)
        elif self._depth >= _DEEPEST:
            yield Refused(place.named, limits.NESTED)
        else:
            yield from Contents(place, None, self._depth + 1).of_stream(stream)


def _single(data: bytes, place: Place) -> Source | Refused:
    if not data:
        return Refused(place.named, "empty")
    if len(data) > MAX_BYTES:
        return Refused(place.named, limits.TOO_LARGE)
    return Source(place.named, place.path, data, state=note_state(data), origin=place.path)


def _head(file: IO[bytes]) -> bytes:
    head = file.read(limits.MIB // 1024)
    file.seek(0)
    return head


def _is_dump(name: str) -> bool:
    from tui_reader.sources.archives.kinds import ENDINGS  # noqa: PLC0415 - see there

    return bool(ENDINGS.search(name))
