"""Translate a query into one SQL condition on table `article`.

Only constants of this module become SQL text; user input is bound as values.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.library.tokens import match
from tui_reader.query import Query, State, first_day

Forms = tuple[str, ...]
"""Alternative texts, folded."""

if TYPE_CHECKING:
    from tui_reader.script.equivalents import Equivalents

Alike = Callable[[], "Equivalents"]
"""Loader of word equivalents, called only if a query contains words: an empty query needs no tables."""


def lexicon() -> "Equivalents":
    """Equivalents of the built-in lexicon."""
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
    """SQL for a WHERE clause, and its values."""

    sql: str
    values: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every article meets the condition."""
        return self == EVERY


EVERY: Final = Condition("TRUE", ())


def condition(db: sqlite3.Connection, query: Query, alike: Alike) -> Condition:
    """Condition for articles that match `query`; words and tags match all their equivalents."""
    parts = (*_words(db, [alike().within(word) for word in query.words]), *_fields(query, alike))
    if not parts:
        return EVERY
    return Condition(" AND ".join(part.sql for part in parts), sum((part.values for part in parts), ()))


def _words(db: sqlite3.Connection, words: list[Forms]) -> Iterator[Condition]:
    """A word matches in the article's text or as a tag. Words that are no tag are combined into one search, which is
    faster.
    """
    in_tags = [forms for forms in words if _is_in_a_tag(db, forms)]
    together = match(forms for forms in words if forms not in in_tags)
    if together:
        yield Condition(_FOUND, (together,))
    for forms in in_tags:
        alone = match((forms,))
        text = Condition(_FOUND, (alone,)) if alone else Condition("FALSE", ())
        tag = _holding("fold", forms)
        having = f"key IN (SELECT article FROM worn WHERE tag IN (SELECT key FROM tag WHERE {tag.sql}))"  # noqa: S608 - this module's text
        yield Condition(f"({text.sql} OR {having})", (*text.values, *tag.values))


def _holding(column: str, forms: Forms) -> Condition:
    """Whether a folded column contains one of the texts."""
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
