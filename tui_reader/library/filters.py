"""A query as SQL: one condition on `article` for everything that must hold.

Only texts of this module become SQL; what a person typed is bound as values.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.library.tokens import match
from tui_reader.query import Query, State, first_day

Forms = tuple[str, ...]
"""Texts of which one will do, folded."""

if TYPE_CHECKING:
    from tui_reader.script.equivalents import Equivalents

Alike = Callable[[], "Equivalents"]
"""What words are called alike, read when a query names one: a start asks for everything and needs no tables."""


def lexicon() -> "Equivalents":
    """Words that are called alike by the lexicon alone."""
    from tui_reader.script import equivalents  # noqa: PLC0415 - a start needs none

    return equivalents.lexicon()


_FOUND: Final = """
key IN (SELECT document.article FROM search JOIN document ON document.doc = search.rowid WHERE search MATCH ?)
"""
_TAGGED: Final = """
key IN (SELECT article FROM worn WHERE tag IN (SELECT key FROM tag WHERE fold IN (SELECT value FROM json_each(?))))
"""
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


def condition(db: sqlite3.Connection, query: Query, alike: Alike) -> Condition:
    """What an article must meet to be listed by `query`; a word may stand in it by any of its names."""
    parts = (*_words(db, [alike().within(word) for word in query.words]), *_fields(query, alike))
    if not parts:
        return EVERY
    return Condition(" AND ".join(part.sql for part in parts), sum((part.values for part in parts), ()))


def _words(db: sqlite3.Connection, words: list[Forms]) -> Iterator[Condition]:
    """A word holds where the text has it or a tag does. Words that no tag has make one search, which is faster."""
    in_tags = [forms for forms in words if _is_in_a_tag(db, forms)]
    together = match(forms for forms in words if forms not in in_tags)
    if together:
        yield Condition(_FOUND, (together,))
    for forms in in_tags:
        alone = match((forms,))
        text = Condition(_FOUND, (alone,)) if alone else Condition("FALSE", ())
        tag = _holding("fold", forms)
        wearing = f"key IN (SELECT article FROM worn WHERE tag IN (SELECT key FROM tag WHERE {tag.sql}))"  # noqa: S608 - this module's text
        yield Condition(f"({text.sql} OR {wearing})", (*text.values, *tag.values))


def _holding(column: str, forms: Forms) -> Condition:
    """Whether one of the texts stands in a folded column."""
    return Condition(f"({' OR '.join([f'instr({column}, ?)'] * len(forms))})", forms)


def _is_in_a_tag(db: sqlite3.Connection, forms: Forms) -> bool:
    tag = _holding("fold", forms)
    return db.execute(f"SELECT 1 FROM tag WHERE {tag.sql} LIMIT 1", tag.values).fetchone() is not None  # noqa: S608 - this module's text


def _fields(query: Query, alike: Alike) -> Iterator[Condition]:
    yield from (Condition(_TAGGED, (json.dumps(alike().tag_forms(tag)),)) for tag in query.tags)
    yield from (Condition(f"NOT {_TAGGED}", (json.dumps(alike().tag_forms(tag)),)) for tag in query.without)
    yield from (_holding("source_fold", alike().within(source)) for source in query.sources)
    yield from (_holding("author_fold", alike().within(author)) for author in query.authors)
    yield from (Condition(_STATES[state], ()) for state in query.states)
    if query.script:
        yield Condition("script = ?", (query.script,))
    if query.after:
        yield Condition("dated >= ?", (first_day(query.after),))
    if query.before:
        yield Condition("dated < ?", (first_day(query.before),))
