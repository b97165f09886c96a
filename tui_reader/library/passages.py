"""Highlights with notes; each change can be undone.

A highlight contains its text, so that it is found again after re-cleaning moved the passage.
"""

import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Final

from tui_reader.library.reading import unknown
from tui_reader.locale import gettext_noop
from tui_reader.model import COLOURS, PassageMark

_COLUMNS: Final = "article, passage, offset, text, note, made_at, number, colour"
_OF: Final = f"SELECT {_COLUMNS} FROM passage_mark WHERE article = ? ORDER BY passage, offset, number"  # noqa: S608 - fixed text
_ALL: Final = f"SELECT {_COLUMNS} FROM passage_mark ORDER BY made_at DESC, number DESC"  # noqa: S608 - fixed text
_ONE: Final = f"SELECT {_COLUMNS} FROM passage_mark WHERE number = ?"  # noqa: S608 - fixed text
_SAME: Final = "SELECT number FROM passage_mark WHERE article = ? AND passage = ? AND offset = ? AND text = ?"
_PUT: Final = f"INSERT OR REPLACE INTO passage_mark ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - fixed text


def create_colours(db: sqlite3.Connection) -> None:
    """The migration: colours of highlights, one of `COLOURS`."""
    db.execute("ALTER TABLE passage_mark ADD COLUMN colour TEXT NOT NULL DEFAULT 'yellow'")


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A highlight before and after a change; None for none."""

    sentence: str
    before: PassageMark | None = None
    after: PassageMark | None = None

    def __bool__(self) -> bool:
        return self.before != self.after


def marks_of(db: sqlite3.Connection, article_id: int) -> tuple[PassageMark, ...]:
    """Highlights of an article in reading order."""
    return tuple(_mark(record) for record in db.execute(_OF, (article_id,)))


def all_marks(db: sqlite3.Connection) -> tuple[PassageMark, ...]:
    """All highlights, newest first."""
    return tuple(_mark(record) for record in db.execute(_ALL))


def keep(db: sqlite3.Connection, mark: PassageMark) -> PassageChange:
    """Add a highlight, or change its note or colour; the same place and text is the same highlight. Raises UnknownId."""
    if not db.execute("SELECT 1 FROM article WHERE key = ?", (mark.article_id,)).fetchone():
        raise unknown(mark.article_id)
    same = db.execute(_SAME, (mark.article_id, mark.passage, mark.offset, mark.text)).fetchone()
    before = _current(db, mark.number or (same[0] if same else 0))
    if before is not None:
        mark = replace(mark, number=before.number, when=before.when) if mark.number else _added_to(before, mark)
    after = _put(db, mark)
    return PassageChange(_describe(before, after), before, after)


def drop(db: sqlite3.Connection, number: int) -> PassageChange:
    """Remove the highlight of this number."""
    before = _current(db, number)
    db.execute("DELETE FROM passage_mark WHERE number = ?", (number,))
    return PassageChange("1 highlight removed" if before else "nothing changed", before)


def undo(db: sqlite3.Connection, change: PassageChange) -> None:
    """Restore the highlight before the change, unless it was changed again since."""
    number = (change.after or change.before or _NO_MARK).number
    if _current(db, number) != change.after:
        return
    if change.before is None:
        db.execute("DELETE FROM passage_mark WHERE number = ?", (number,))
    elif db.execute("SELECT 1 FROM article WHERE key = ?", (change.before.article_id,)).fetchone():
        _put(db, change.before)


_NO_MARK: Final = PassageMark(0, 0, 0, "")


def _added_to(before: PassageMark, mark: PassageMark) -> PassageMark:
    """The highlight with the note and colour of one made without knowing it, which drops neither."""
    colour = before.colour if mark.colour == COLOURS[0] else mark.colour
    return replace(before, note=mark.note or before.note, colour=colour)


def _current(db: sqlite3.Connection, number: int) -> PassageMark | None:
    found = db.execute(_ONE, (number,)).fetchone()
    return None if found is None else _mark(found)


def _put(db: sqlite3.Connection, mark: PassageMark) -> PassageMark:
    values = (
        mark.article_id,
        mark.passage,
        mark.offset,
        mark.text,
        mark.note,
        mark.when,
        mark.number or None,
        mark.colour,
    )
    number = db.execute(_PUT, values).lastrowid
    return replace(mark, number=number or mark.number)


def _mark(record: tuple[Any, ...]) -> PassageMark:
    return PassageMark(*record)


def _describe(before: PassageMark | None, after: PassageMark) -> str:
    if before is None:
        return gettext_noop("1 highlight added with a note") if after.note else gettext_noop("1 highlight added")
    if before.note != after.note:
        return gettext_noop("1 note changed")
    return (
        gettext_noop("1 highlight changed colour")
        if before.colour != after.colour
        else "nothing changed: already highlighted"
    )
