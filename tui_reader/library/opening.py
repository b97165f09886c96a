"""From a path to connections: a new library, an older or newer version, a read-only file, another program's file.

Existing files are never deleted or overwritten.

Outside SQLite the file is read only here, before the first connection: a process that closes any descriptor of a file loses
all its locks on it (POSIX), SQLite's too, and the next process to close the library would take away the WAL in use.
"""

import errno
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from tui_reader.errors import LibraryError, LibraryFull, LibraryReadOnly, LibraryTooNew
from tui_reader.library.connections import Connections, Mode, connect, transaction
from tui_reader.library.failures import code_of, damaged, translated
from tui_reader.library.schema import MIGRATIONS, READ_BY_THIS_VERSION, is_foreign, migrate, version_of
from tui_reader.locale import _

_MAGIC: Final = b"SQLite format 3\0"
HEADER: Final = 100
_PAGE_SIZE_AT: Final = slice(16, 18)
"""Length of SQLite's header in bytes, and the bytes in it with the page size; the value 1 means `_LARGEST_PAGE`."""

_LARGEST_PAGE: Final = 65536
_NO_ACCESS: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def opened(path: Path, patience: float) -> Connections:
    """Connections to the library at `path`, which is created or migrated if necessary. Raises LibraryError."""
    mode: Mode = _usable_mode(path) if _is_there(path) else _created(path)
    with translated(path), closing(connect(path, mode, patience)) as db:
        _check(path, db)
        if version_of(db) < len(MIGRATIONS):
            _bring_up_to_date(path, db, mode)
        elif version_of(db) > len(MIGRATIONS):
            mode = _read_only(mode)
    return Connections(path, "rw" if mode == "rwc" else mode, patience, first_page(path))


def first_page(path: Path) -> bytes:
    """The first page of a database that this process has not open; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
            size = int.from_bytes(header[_PAGE_SIZE_AT], "big")
            return header + file.read((_LARGEST_PAGE if size == 1 else size) - HEADER)
    except OSError:
        return b""


def _is_there(path: Path) -> bool:
    """Whether the file has content; an empty file is left by an interrupted creation."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        return False
    except NotADirectoryError as error:
        raise LibraryError(
            _("cannot create the library {path}: a part of this path is a file").format(path=path)
        ) from error
    except IsADirectoryError as error:
        raise damaged(path, "it is a folder") from error
    except OSError as error:
        raise LibraryError(
            _("the library {path} cannot be read ({strerror})").format(path=path, strerror=error.strerror)
        ) from error
    if start and start != _MAGIC:
        raise damaged(path, "file is not a database")
    return bool(start)


def _created(path: Path) -> Mode:
    """Create the file, readable by its owner only, and its folders."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise LibraryFull(_("the disk has no space left for a library at {path}").format(path=path)) from error
        raise LibraryReadOnly(
            _("cannot create the library {path} ({strerror})").format(path=path, strerror=error.strerror),
        ) from error
    return "rwc"


def _usable_mode(path: Path) -> Mode:
    """The strongest usable mode: write, read, or read without locks.

    Determined by trying: permissions do not show read-only disks or folders in which no WAL file can be created. (SQLite
    opens a read-only file without an error and fails at the first write.)
    """
    modes: tuple[Mode, ...] = ("rw", "ro") if _may_be_written(path) else ("ro",)
    for mode in modes:
        with translated(path):
            if _allows(path, mode):
                return mode
    return "ro&immutable=1"


def _may_be_written(path: Path) -> bool:
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def _allows(path: Path, mode: Mode) -> bool:
    try:
        with closing(connect(path, mode, patience=0)) as db:
            version_of(db)
            if mode == "rw":
                with transaction(db, "BEGIN IMMEDIATE"):
                    pass
    except sqlite3.OperationalError as error:
        if code_of(error) == sqlite3.SQLITE_BUSY:  # then others can, so this process can too, in its turn
            return True
        if code_of(error) in _NO_ACCESS:
            return False
        raise
    return True


def _check(path: Path, db: sqlite3.Connection) -> None:
    if is_foreign(db):
        raise damaged(path, "it is a database of another program")
    if version_of(db) > len(MIGRATIONS) and not _is_understood(db):
        raise LibraryTooNew(
            _("the library {path} needs a newer version of tui-reader; it was not changed").format(path=path),
        )


def _is_understood(db: sqlite3.Connection) -> bool:
    """Whether a library of a later version still has what this version reads."""
    try:
        for statement in READ_BY_THIS_VERSION:
            db.execute(statement).fetchone()
    except sqlite3.OperationalError:
        return False
    return True


def _read_only(mode: Mode) -> Mode:
    """What can be done with a library of a later version, whose rules for writing are not known."""
    return "ro" if mode in {"rw", "rwc"} else mode


def _bring_up_to_date(path: Path, db: sqlite3.Connection, mode: Mode) -> None:
    if mode not in {"rw", "rwc"}:
        raise LibraryReadOnly(
            _("the library {path} is of an older version and must be upgraded, but is read-only").format(path=path),
        )
    with suppress(sqlite3.OperationalError):  # another process is setting it at this moment
        db.execute("PRAGMA journal_mode=WAL")
    migrate(db)
