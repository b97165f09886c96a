"""Backups in a folder next to the library: user data after every session that changed it, the whole file once a day.

    backups/reader-20260301T083000Z.json.gz     user data: records of reader_data.py, written if they changed
    backups/library-20260301T083000Z.db         SQLite's online backup of the whole file
    backups/first-page                          first page of the file (schema): other pages are unreadable without it

A backup is written to a temporary name, flushed and renamed, so it is complete or absent. Old ones are removed after
the new one is complete.
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
from tui_reader.library.opening import HEADER
from tui_reader.locale import _

FOLDER: Final = "backups"
_FIRST_PAGE: Final = "first-page"
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_READER_FILES: Final = 12
"""Number of user data backups kept."""

_LIBRARY_FILES: Final = 3
"""Number of full copies kept."""

_BETWEEN_COPIES: Final = timedelta(days=1)
_LARGEST_COPY: Final = 1 << 30
"""Maximum bytes of a library that is copied automatically."""

_ROOM: Final = 4
"""Automatic copies need free disk space of this many times the library's size."""

_FORMAT: Final = 1


class Backups:
    """The backups of one library, and export and merge of user data. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock

    @property
    def path(self) -> Path:
        """Backup folder; may not exist."""
        return folder_of(self._connections.path)

    def records(self) -> list[reader_data.Record]:
        """User data, one record per article; see reader_data."""
        with self._connections.reading() as db:
            return list(reader_data.records(db))

    def waiting(self) -> list[reader_data.Record]:
        """Records of articles that are not in the library (yet)."""
        with self._connections.reading() as db:
            return list(reader_data.waiting(db))

    def merge(self, records: Iterable[reader_data.Record]) -> tuple[int, int]:
        """Merge records. Returns the numbers (merged, kept until their article is imported). Raises UsageError."""
        with self._connections.writing(lasting=True) as db:
            return reader_data.merge(db, records)

    def save_reader_data(self) -> Path | None:
        """Back up user data if it differs from the newest backup. Returns the new file's path, or None."""
        records = self.records()
        newest = next(iter(reader_backups(self._connections.path)), None)
        if not records or (newest is not None and _contains(newest, records)):
            return None
        keep_first_page(self._connections.path, self._connections.first_page)
        return write_reader_backup(self._connections.path, records, self._clock())

    def reader_data_text(self) -> str:
        """User data as JSON text, the format that `read_records` parses."""
        return "\n".join(json_lines(self.records(), self._clock()))

    def copy_now(self) -> Path:
        """Copy the whole library to the backup folder. Returns the copy's path."""
        return copy_now(self._connections.path, self._clock())

    def copy_if_due(self) -> Path | None:
        """Copy the whole library if the last copy is a day old and there is room. Returns the copy's path, or None."""
        return copy_if_due(self._connections.path, self._clock())

    def copy_to(self, path: Path) -> None:
        """Copy the whole library to `path`; consistent even while other processes write."""
        copy_library(self._connections.path, path)


def first_pages(library: Path) -> tuple[Path, ...]:
    """Files that start with an intact first page of the library, most recent first."""
    kept = folder_of(library) / _FIRST_PAGE
    return (*((kept,) if kept.exists() else ()), *library_backups(library))


def keep_first_page(library: Path, page: bytes) -> None:
    """Save the first page, which holds the schema, if it changed. Raises LibraryError."""
    path = folder_of(library) / _FIRST_PAGE
    if page and (not path.exists() or path.read_bytes()[HEADER:] != page[HEADER:]):
        with _translating_errors(path):
            _replace(path, lambda part: part.write_bytes(page))


def _contains(backup: Path, records: list[reader_data.Record]) -> bool:
    try:
        return read_records(backup.read_bytes(), backup.name) == records
    except (OSError, UsageError):
        return False


def folder_of(library: Path) -> Path:
    """Backup folder of a library; may not exist."""
    return library.parent / FOLDER


def reader_backups(library: Path) -> tuple[Path, ...]:
    """User data backups, newest first."""
    return tuple(sorted(folder_of(library).glob("reader-*.json.gz"), reverse=True))


def library_backups(library: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder_of(library).glob("library-*.db"), reverse=True))


def write_reader_backup(library: Path, records: Iterable[dict[str, Any]], now: datetime) -> Path:
    """Write records to a new backup and remove the oldest ones. Raises LibraryError."""
    path = folder_of(library) / f"reader-{now.strftime(_STAMP)}.json.gz"
    text = "\n".join(json_lines(records, now))
    with _translating_errors(path):
        _replace(path, lambda part: part.write_bytes(gzip.compress(text.encode(), 6, mtime=0)))
        _remove_old(reader_backups(library), _READER_FILES)
    return path


def json_lines(records: Iterable[dict[str, Any]], now: datetime) -> Iterator[str]:
    """User data as JSON lines: together one object, with one record per line under `articles`."""
    yield f'{{"tui_reader_data": {_FORMAT}, "made_at": {json.dumps(now.isoformat(timespec="seconds"))}, "articles": ['
    written = [json.dumps(record, ensure_ascii=False) for record in records]
    yield ",\n".join(written)
    yield "]}"


def read_records(data: bytes, where: str) -> list[dict[str, Any]]:
    """Parse the output of `json_lines`, plain or gzipped. Raises UsageError."""
    try:
        parsed = json.loads(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
        records = parsed["articles"]
        version = parsed["tui_reader_data"]
    except (ValueError, KeyError, TypeError, EOFError, OSError) as error:
        raise UsageError(_("{where}: not a backup of reader data ({why})").format(where=where, why=error)) from error
    if version != _FORMAT or not isinstance(records, list):
        raise UsageError(
            _("{where}: a backup of reader data in a form that this version does not know").format(where=where)
        )
    return records


def copy_library(library: Path, to: Path) -> None:
    """Copy the whole library; consistent even while other processes write. Replaces `to`. Raises LibraryError."""
    with _translating_errors(to):
        _replace(to, lambda part: _copy(library, part))


def copy_if_due(library: Path, now: datetime) -> Path | None:
    """Make the daily copy if due, small enough and with enough disk space. Returns its path. Raises LibraryError."""
    last = next(iter(library_backups(library)), None)
    if last is not None and last.name > f"library-{(now - _BETWEEN_COPIES).strftime(_STAMP)}.db":
        return None
    size = library.stat().st_size
    if size > _LARGEST_COPY or disk_usage(library.parent).free < _ROOM * size:
        return None
    return copy_now(library, now)


def copy_now(library: Path, now: datetime) -> Path:
    """Copy the whole library to the backup folder and remove the oldest copies. Raises LibraryError."""
    path = folder_of(library) / f"library-{now.strftime(_STAMP)}.db"
    copy_library(library, path)
    _remove_old(library_backups(library), _LIBRARY_FILES)
    return path


def _copy(library: Path, to: Path) -> None:
    with closing(connect(library, "ro", patience=5)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target, pages=1024)
        target.execute("PRAGMA journal_mode=DELETE")


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Replace `path` atomically by a file that `write` fills."""
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


def _remove_old(newest_first: tuple[Path, ...], kept: int) -> None:
    for path in newest_first[kept:]:
        path.unlink(missing_ok=True)


@contextmanager
def _translating_errors(path: Path) -> Iterator[None]:
    """Raise OSError and sqlite3.Error as LibraryError that names `path`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        kind = LibraryFull if is_full(error) else LibraryError
        raise kind(_("the backup {path} could not be written ({why})").format(path=path, why=error)) from error
