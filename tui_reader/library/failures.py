"""Translate errors of SQLite, and of decoding its data, into LibraryError with a message. The only such place."""

import errno
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tui_reader.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryReadOnly,
)
from tui_reader.locale import _

_BUSY = (LibraryBusy, "another process kept the library {path} locked for too long; try again")
_READ_ONLY = (LibraryReadOnly, "the library {path} is read-only; nothing was saved")
_FULL = (LibraryFull, "the disk of the library {path} has no space left; nothing was saved")
_BROKEN = (
    "{path} is damaged or not a library of this program ({detail}); it was not changed. --data-dir selects another \
folder"
)
_DAMAGED = (LibraryDamaged, _BROKEN)
_UNUSABLE = (LibraryError, "the library {path} cannot be used ({detail})")

_BY_CODE: Final[dict[int, tuple[type[LibraryError], str]]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_FORMAT: _DAMAGED,
}
"""By primary result code; all others are `_UNUSABLE`."""


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 if the error was raised by the sqlite3 module itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def is_full(error: Exception) -> bool:
    """Whether an error of the system or of SQLite says that the disk, or the person's share of it, is full."""
    if isinstance(error, sqlite3.Error):
        return code_of(error) == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


def damaged(path: Path, detail: str) -> LibraryDamaged:
    """Error for a file that is damaged or not a library."""
    return LibraryDamaged(_(_BROKEN).format(path=path, detail=_(detail)))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Translate errors inside the block into LibraryError for the library at `path`."""
    try:
        yield
    except sqlite3.ProgrammingError:  # a fault of this program, which its tests should see
        raise
    except sqlite3.Error as error:
        kind, sentence = _BY_CODE.get(code_of(error), _UNUSABLE)
        raise kind(_(sentence).format(path=path, detail=error)) from error
    except zlib.error as error:
        raise damaged(path, "a stored article cannot be decoded") from error
