"""From a path to connections: a new library, one of an older version, a newer one, a read-only one, no library at all.

Nothing that is there is ever deleted or written over.
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

_MAGIC: Final = b"SQLite format 3\0"
_NO_ACCESS: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def opened(path: Path, patience: float) -> Connections:
    """The connections to the library at `path`, made or brought to this version if need be. Raises LibraryError."""
    mode: Mode = _usable_mode(path) if _is_there(path) else _created(path)
    with translated(path), closing(connect(path, mode, patience)) as db:
        _check(path, db)
        if version_of(db) < len(MIGRATIONS):
            _bring_up_to_date(path, db, mode)
        elif version_of(db) > len(MIGRATIONS):
            mode = _read_only(mode)
    return Connections(path, "rw" if mode == "rwc" else mode, patience)


def _is_there(path: Path) -> bool:
    """Whether a database is there. An empty file is what an interrupted start leaves."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        return False
    except NotADirectoryError as error:
        raise LibraryError(f"the library cannot be at {path}: a part of this path is a file") from error
    except IsADirectoryError as error:
        raise damaged(path, "it is a folder") from error
    except OSError as error:
        raise LibraryError(f"the library {path} cannot be read ({error.strerror})") from error
    if start and start != _MAGIC:
        raise damaged(path, "file is not a database")
    return bool(start)


def _created(path: Path) -> Mode:
    """Make the file, for its owner's eyes, and the folders to it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise LibraryFull(f"there is no room left on the disk for a library at {path}") from error
        raise LibraryReadOnly(
            f"there is no library at {path}, and none can be made there ({error.strerror})",
        ) from error
    return "rwc"


def _usable_mode(path: Path) -> Mode:
    """The most that can be done with the file: write, read, or read without even a lock.

    Asked by trying: permissions alone do not tell of read-only disks, or of folders where no WAL file can be made.
    (SQLite itself opens a file that may not be written without a word, and says so at the first page it writes.)
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
            f"the library {path} was written by a later version of tui-reader, which alone can read it;"
            " it was left as it is",
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
            f"the library {path} is of an earlier version and has to be brought up to date, but cannot be written",
        )
    with suppress(sqlite3.OperationalError):  # another process is setting it at this moment
        db.execute("PRAGMA journal_mode=WAL")
    migrate(db)
