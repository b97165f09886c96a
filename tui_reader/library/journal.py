"""The changes a person made, the last hundred, so that each can be undone, also after a restart.

An entry is written in the transaction of its change. `payload` is JSON, in the form that the kind of change defines.
"""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, NamedTuple

from tui_reader.library.connections import Connections

KEPT: Final = 100
"""Changes that can be undone."""


class Entry(NamedTuple):
    """A change: its `kind` says what can undo it; `sentence` describes it to the person."""

    number: int
    kind: str
    sentence: str
    payload: Any


class Journal:
    """The journal of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock

    def record(self, kind: str, sentence: str, payload: object) -> int:
        """Add a change. Returns its number."""
        with self._connections.writing(lasting=True) as db:
            return record(db, kind, sentence, payload, self._clock().isoformat(timespec="seconds"))

    def entries(self) -> tuple[Entry, ...]:
        """The changes that were not undone, the oldest first."""
        with self._connections.reading() as db:
            return entries(db)

    def drop(self, number: int) -> bool:
        """Forget a change, because it is undone. False where another process has undone it."""
        with self._connections.writing(lasting=True) as db:
            return drop(db, number)


def record(db: sqlite3.Connection, kind: str, sentence: str, payload: object, now: str) -> int:
    """Add a change and forget all but the last `KEPT`. Returns its number."""
    number = db.execute(
        "INSERT INTO journal (made_at, kind, sentence, payload) VALUES (?, ?, ?, ?)",
        (now, kind, sentence, json.dumps(payload, ensure_ascii=True)),
    ).lastrowid
    db.execute("DELETE FROM journal WHERE number <= ?", ((number or 0) - KEPT,))
    return number or 0


def entries(db: sqlite3.Connection) -> tuple[Entry, ...]:
    """The changes that were not undone, the oldest first."""
    found = db.execute("SELECT number, kind, sentence, payload FROM journal ORDER BY number")
    return tuple(Entry(number, kind, sentence, json.loads(payload)) for number, kind, sentence, payload in found)


def drop(db: sqlite3.Connection, number: int) -> bool:
    """Forget a change, because it was undone. False where it was forgotten already, by another process."""
    return bool(db.execute("DELETE FROM journal WHERE number = ?", (number,)).rowcount)
