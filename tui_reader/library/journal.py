"""Journal of the last `KEPT` changes by the user, so that they can be undone after a restart too.

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
    """One change. `kind` selects how it is undone (app/undoing.py); `sentence` is the message shown for it."""

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
        """Append a change. Returns its number."""
        with self._connections.writing(lasting=True) as db:
            return record(db, kind, sentence, payload, self._clock().isoformat(timespec="seconds"))

    def entries(self) -> tuple[Entry, ...]:
        """Changes not undone yet, oldest first."""
        with self._connections.reading() as db:
            return entries(db)

    def drop(self, number: int) -> bool:
        """Remove an undone change. False if another process removed it first."""
        with self._connections.writing(lasting=True) as db:
            return drop(db, number)


def record(db: sqlite3.Connection, kind: str, sentence: str, payload: object, now: str) -> int:
    """Append a change and remove all but the last `KEPT`. Returns its number."""
    number = db.execute(
        "INSERT INTO journal (made_at, kind, sentence, payload) VALUES (?, ?, ?, ?)",
        (now, kind, sentence, json.dumps(payload, ensure_ascii=True)),
    ).lastrowid
    db.execute("DELETE FROM journal WHERE number <= ?", ((number or 0) - KEPT,))
    return number or 0


def entries(db: sqlite3.Connection) -> tuple[Entry, ...]:
    """Changes not undone yet, oldest first."""
    found = db.execute("SELECT number, kind, sentence, payload FROM journal ORDER BY number")
    return tuple(Entry(number, kind, sentence, json.loads(payload)) for number, kind, sentence, payload in found)


def drop(db: sqlite3.Connection, number: int) -> bool:
    """Remove a change. False if it was removed already."""
    return bool(db.execute("DELETE FROM journal WHERE number = ?", (number,)).rowcount)
