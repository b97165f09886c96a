"""Pooled SQLite connections, for use from any thread.

A connection serves one use at a time and is then reused by any thread: opening one costs more than most reads. Each
reading use sees one state of the library; each writing use is one transaction, which takes the write lock before its
first read, so that decisions are never based on data that another process is changing.
"""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, TypeVar

from tui_reader.errors import LibraryReadOnly
from tui_reader.library.failures import translated
from tui_reader.locale import _
from tui_reader.text.fold import fold

Mode = Literal["rwc", "rw", "ro", "ro&immutable=1"]
"""Modes of SQLite URIs: create, write, read, and read without locks."""

T = TypeVar("T")

_CACHE = -4096
"""4 MiB of each connection: listings are made in memory, see snapshot.py. (No mmap: truncating a mapped file kills the process.)"""

_CHECKPOINT = 4000
"""Pages of the WAL file from which they are copied into the library: 16 MB. Pages written again until then are copied once."""

_IDLE = 4
"""Maximum idle connections: list, reading pane, search and import in parallel."""


class Database(sqlite3.Connection):
    """A connection. `memory`: what is kept of its library for the next use, by class; shared by all connections to it."""

    memory: dict[type, Any]


def in_memory(db: sqlite3.Connection, kind: type[T]) -> T:
    """The object of this class that belongs to the library of `db`, made on first use."""
    memory: dict[type, Any] = db.__dict__.setdefault("memory", {})
    if kind not in memory:
        memory[kind] = kind()
    found: T = memory[kind]
    return found


def connect(path: Path, mode: Mode, patience: float) -> Database:
    """Open a connection that waits `patience` seconds for locks, without implicit transactions."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False, factory=Database
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute(f"PRAGMA cache_size={_CACHE}")
        connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")
        connection.create_function("fold", 1, fold, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    """Run the block in a transaction; roll back if it raises."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # not after COMMIT, nor after errors that make SQLite roll back by itself
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


class Connections:
    """Connections to one library. SQLite errors inside `reading` and `writing` become LibraryError."""

    def __init__(self, path: Path, mode: Mode, patience: float, first_page: bytes = b"") -> None:
        self.path = path
        self.first_page = first_page
        """The file's first page as it was before it was opened: it must not be read afterwards, see opening.py."""
        self.read_only = mode not in {"rwc", "rw"}
        self.was_changed = False
        """Whether something was written through these connections."""
        self._mode: Mode = mode
        self._patience = patience
        self._idle: list[Database] = []
        self._memory: dict[type, Any] = {}
        self._finalizer = weakref.finalize(self, _close_all, self._idle)

    def close(self) -> None:
        """Close idle connections; later uses open new ones."""
        _close_all(self._idle)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Read transaction: one consistent state of the library."""
        with translated(self.path), self._one() as connection, transaction(connection, "BEGIN"):
            yield connection

    @contextmanager
    def writing(self, *, lasting: bool = False) -> Iterator[Database]:
        """Write transaction. `lasting`: synced to disk before this returns, so that it survives a power failure."""
        if self.read_only:
            raise LibraryReadOnly(_("the library {path} is read-only; nothing was saved").format(path=self.path))
        with translated(self.path), self._one() as connection:
            connection.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            with transaction(connection, "BEGIN IMMEDIATE"):
                yield connection
            self.was_changed = True

    @contextmanager
    def _one(self) -> Iterator[Database]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = connect(self.path, self._mode, self._patience)
            connection.memory = self._memory
        with ExitStack() as after_failure:
            after_failure.callback(connection.close)
            yield connection
            after_failure.pop_all()
        if len(self._idle) < _IDLE:
            if self._idle:  # sequential uses share the first; the others keep no pages
                connection.execute("PRAGMA shrink_memory")
            self._idle.append(connection)
        else:
            connection.close()


def _close_all(connections: list[Database]) -> None:
    while connections:
        connections.pop().close()
