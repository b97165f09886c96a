"""Backups beside the library: all a person did, often and small; the whole file, daily, while it is not too large.

    backups/reader-20260301T083000Z.json.gz     records of reader_data.py; written when something changed
    backups/library-20260301T083000Z.db         SQLite's online backup of the whole file
    backups/first-page                          the page with the schema, without which no other page can be read

A backup is written to a temporary name, flushed to the disk and renamed, so that there is never half of one. Old ones
are removed only after a new one stands.
"""

import gzip
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from shutil import disk_usage
from typing import Any, Final

from tui_reader.errors import LibraryError, LibraryFull, UsageError
from tui_reader.library import reader_data
from tui_reader.library.connections import Connections, connect
from tui_reader.library.failures import is_full

FOLDER: Final = "backups"
_FIRST_PAGE: Final = "first-page"
_HEADER: Final = 100
_PAGE_SIZE_AT: Final = slice(16, 18)
"""Bytes of SQLite's header, and where in it the page size stands; 1 means the largest."""

_LARGEST_PAGE: Final = 65536
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_READER_FILES: Final = 12
"""Backups of a person's data that are kept: the newest ones."""

_LIBRARY_FILES: Final = 3
"""Copies of the whole library that are kept."""

_BETWEEN_COPIES: Final = timedelta(days=1)
_LARGEST_COPY: Final = 1 << 30
"""Bytes of a library that is still copied whole by itself."""

_ROOM: Final = 4
"""A copy is made by itself only where the disk has room for this many more."""

_FORMAT: Final = 1


class Backups:
    """The backups of one library, and exchange of what a person did. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock

    @property
    def path(self) -> Path:
        """The folder of the backups; it need not exist."""
        return folder_of(self._connections.path)

    def records(self) -> list[reader_data.Record]:
        """What a person did, a record an article; see reader_data."""
        with self._connections.reading() as db:
            return list(reader_data.records(db))

    def waiting(self) -> list[reader_data.Record]:
        """Records whose articles are not in the library."""
        with self._connections.reading() as db:
            return list(reader_data.waiting(db))

    def merge(self, records: Iterable[reader_data.Record]) -> tuple[int, int]:
        """Add what these records say. Returns (merged, kept until their article is imported). Raises UsageError."""
        with self._connections.writing(lasting=True) as db:
            return reader_data.merge(db, records)

    def save_reader_data(self) -> Path | None:
        """Write a backup of what a person did where it differs from the newest one. Returns its path."""
        records = self.records()
        newest = next(iter(reader_backups(self._connections.path)), None)
        if not records or (newest is not None and _holds(newest, records)):
            return None
        keep_first_page(self._connections.path)
        return write_reader_backup(self._connections.path, records, self._clock())

    def reader_data_text(self) -> str:
        """What a person did, in the JSON form that people can read and `merge` takes."""
        return "\n".join(json_lines(self.records(), self._clock()))

    def copy_now(self) -> Path:
        """Copy the whole library into the folder of the backups. Returns the copy's path."""
        return copy_now(self._connections.path, self._clock())

    def copy_if_due(self) -> Path | None:
        """Copy the whole library, at most daily, where it is not too large. Returns the copy's path."""
        return copy_if_due(self._connections.path, self._clock())

    def copy_to(self, path: Path) -> None:
        """Copy the whole library to `path`, consistent while others write."""
        copy_library(self._connections.path, path)


def first_pages(library: Path) -> tuple[Path, ...]:
    """Files that begin with a sound first page of the library, the best first."""
    kept = folder_of(library) / _FIRST_PAGE
    return (*((kept,) if kept.exists() else ()), *library_backups(library))


def first_page(path: Path) -> bytes:
    """The first page of a database."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
        size = int.from_bytes(header[_PAGE_SIZE_AT], "big")
        return header + file.read((_LARGEST_PAGE if size == 1 else size) - _HEADER)


def keep_first_page(library: Path) -> None:
    """Keep the page with the schema, which changes only with the version. Raises LibraryError."""
    page = first_page(library)
    path = folder_of(library) / _FIRST_PAGE
    if not path.exists() or path.read_bytes()[_HEADER:] != page[_HEADER:]:
        with _refusals(path):
            _replace(path, lambda part: part.write_bytes(page))


def _holds(backup: Path, records: list[reader_data.Record]) -> bool:
    try:
        return read_records(backup.read_bytes(), backup.name) == records
    except (OSError, UsageError):
        return False


def folder_of(library: Path) -> Path:
    """The folder with a library's backups; it need not exist."""
    return library.parent / FOLDER


def reader_backups(library: Path) -> tuple[Path, ...]:
    """Backups of what a person did, the newest first."""
    return tuple(sorted(folder_of(library).glob("reader-*.json.gz"), reverse=True))


def library_backups(library: Path) -> tuple[Path, ...]:
    """Copies of the whole library, the newest first."""
    return tuple(sorted(folder_of(library).glob("library-*.db"), reverse=True))


def write_reader_backup(library: Path, records: Iterable[dict[str, Any]], now: datetime) -> Path:
    """Write the records as a new backup and remove the oldest. Raises LibraryError."""
    path = folder_of(library) / f"reader-{now.strftime(_STAMP)}.json.gz"
    text = "\n".join(json_lines(records, now))
    with _refusals(path):
        _replace(path, lambda part: part.write_bytes(gzip.compress(text.encode(), 6, mtime=0)))
        _thin_out(reader_backups(library), _READER_FILES)
    return path


def json_lines(records: Iterable[dict[str, Any]], now: datetime) -> Iterator[str]:
    """The JSON form of a person's data: an object with the articles' records, one record a line."""
    yield f'{{"tui_reader_data": {_FORMAT}, "made_at": {json.dumps(now.isoformat(timespec="seconds"))}, "articles": ['
    written = [json.dumps(record, ensure_ascii=False) for record in records]
    yield ",\n".join(written)
    yield "]}"


def read_records(data: bytes, where: str) -> list[dict[str, Any]]:
    """The records in a file of the form above, compressed or not. Raises UsageError."""
    try:
        told = json.loads(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
        records = told["articles"]
        version = told["tui_reader_data"]
    except (ValueError, KeyError, TypeError, EOFError, OSError) as error:
        raise UsageError(f"{where}: not a backup of reader data ({error})") from error
    if version != _FORMAT or not isinstance(records, list):
        raise UsageError(f"{where}: a backup of reader data in a form that this version does not know")
    return records


def copy_library(library: Path, to: Path) -> None:
    """Copy the whole library, consistent while others write. Raises LibraryError; an existing file is replaced."""
    with _refusals(to):
        _replace(to, lambda part: _copy(library, part))


def copy_if_due(library: Path, now: datetime) -> Path | None:
    """Make the daily copy where it is due and there is room for it. Returns its path. Raises LibraryError."""
    last = next(iter(library_backups(library)), None)
    if last is not None and last.name > f"library-{(now - _BETWEEN_COPIES).strftime(_STAMP)}.db":
        return None
    size = library.stat().st_size
    if size > _LARGEST_COPY or disk_usage(library.parent).free < _ROOM * size:
        return None
    return copy_now(library, now)


def copy_now(library: Path, now: datetime) -> Path:
    """Copy the whole library into the folder of the backups and remove the oldest copies. Raises LibraryError."""
    path = folder_of(library) / f"library-{now.strftime(_STAMP)}.db"
    copy_library(library, path)
    _thin_out(library_backups(library), _LIBRARY_FILES)
    return path


def _copy(library: Path, to: Path) -> None:
    with closing(connect(library, "ro", patience=5)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target, pages=1024)
        target.execute("PRAGMA journal_mode=DELETE")


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Have `write` fill a new file, and give it this path when it is on the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.touch(mode=0o600)
        write(part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _thin_out(newest_first: tuple[Path, ...], kept: int) -> None:
    for path in newest_first[kept:]:
        path.unlink(missing_ok=True)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Raise LibraryError for what goes wrong inside with a backup at `path`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        kind = LibraryFull if is_full(error) else LibraryError
        raise kind(f"the backup {path} could not be written ({error})") from error
