"""The changes a person made, the last hundred, so that each can be undone, also after a restart.

An entry is written in the transaction of its change. `payload` is JSON, in the form that the kind of change defines.
"""

import json
import sqlite3
from typing import Any, Final, NamedTuple

KEPT: Final = 100
"""Changes that can be undone."""


class Entry(NamedTuple):
    """A change: its `kind` says what can undo it; `sentence` describes it to the person."""

    number: int
    kind: str
    sentence: str
    payload: Any


def record(db: sqlite3.Connection, kind: str, sentence: str, payload: object, now: str) -> int:
    """Add a change and forget all but the last `KEPT`. Returns its number."""
    number = db.execute(
        "INSERT INTO journal (made_at, kind, sentence, payload) VALUES (?, ?, ?, ?)",
        (now, kind, sentence, json.dumps(payload, ensure_ascii=True)),
    ).lastrowid
    db.execute("DELETE FROM journal WHERE number <= ?", ((number or 0) - KEPT,))
    return number or 0


def last(db: sqlite3.Connection) -> Entry | None:
    """The last change that was not undone."""
    found = db.execute("SELECT number, kind, sentence, payload FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    if found is None:
        return None
    number, kind, sentence, payload = found
    return Entry(number, kind, sentence, json.loads(payload))


def drop(db: sqlite3.Connection, number: int) -> bool:
    """Forget a change, because it was undone. False where it was forgotten already, by another process."""
    return bool(db.execute("DELETE FROM journal WHERE number = ?", (number,)).rowcount)
