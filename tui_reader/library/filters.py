"""A query as SQL: one condition on `article` for everything that must hold.

Only texts of this module become SQL; what a person typed is bound as values.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple

from tui_reader.library.tokens import match
from tui_reader.query import Query, State, first_day
from tui_reader.script import fold

_FOUND: Final = """
key IN (SELECT document.article FROM search JOIN document ON document.doc = search.rowid WHERE search MATCH ?)
"""
_TAG_SAYS: Final = "key IN (SELECT article FROM worn WHERE tag IN (SELECT key FROM tag WHERE instr(fold, ?)))"
_TAGGED: Final = "key IN (SELECT article FROM worn WHERE tag IN (SELECT key FROM tag WHERE fold = ?))"
_STATES: Final[dict[State, str]] = {
    "unread": "read_at IS NULL",
    "read": "read_at IS NOT NULL",
    "bookmarked": "(marked_at IS NOT NULL OR key IN (SELECT article FROM passage_mark))",
}


class Condition(NamedTuple):
    """Text for a WHERE clause, and the values it binds."""

    sql: str
    values: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every article meets it."""
        return self == EVERY


EVERY: Final = Condition("TRUE", ())


def condition(db: sqlite3.Connection, query: Query) -> Condition:
    """What an article must meet to be listed by `query`."""
    parts = (*_words(db, query.words), *_fields(query))
    if not parts:
        return EVERY
    return Condition(" AND ".join(part.sql for part in parts), sum((part.values for part in parts), ()))


def _words(db: sqlite3.Connection, words: tuple[str, ...]) -> Iterator[Condition]:
    """A word holds where the text has it or a tag does. Words that no tag has make one search, which is faster."""
    in_tags = {word for word in words if _is_in_a_tag(db, word)}
    together = match(word for word in words if word not in in_tags)
    if together:
        yield Condition(_FOUND, (together,))
    for word in words:
        if word in in_tags:
            alone = match((word,))
            text = Condition(_FOUND, (alone,)) if alone else Condition("FALSE", ())
            yield Condition(f"({text.sql} OR {_TAG_SAYS})", (*text.values, fold(word)))


def _is_in_a_tag(db: sqlite3.Connection, word: str) -> bool:
    return db.execute("SELECT 1 FROM tag WHERE instr(fold, ?) LIMIT 1", (fold(word),)).fetchone() is not None


def _fields(query: Query) -> Iterator[Condition]:
    yield from (Condition(_TAGGED, (fold(tag),)) for tag in query.tags)
    yield from (Condition(f"NOT {_TAGGED}", (fold(tag),)) for tag in query.without)
    yield from (Condition("instr(source_fold, ?)", (fold(source),)) for source in query.sources)
    yield from (Condition("instr(author_fold, ?)", (fold(author),)) for author in query.authors)
    yield from (Condition(_STATES[state], ()) for state in query.states)
    if query.script:
        yield Condition("script = ?", (query.script,))
    if query.after:
        yield Condition("dated >= ?", (first_day(query.after),))
    if query.before:
        yield Condition("dated < ?", (first_day(query.before),))
