"""Translate a query into one SQL condition on table `article`.

Only constants of this module become SQL text; user input is bound as values.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from tui_reader.library.tokens import match
from tui_reader.query import And, Node, Not, Or, Query, State, Term, first_day

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
    "highlighted": "key IN (SELECT article FROM passage_mark)",
    "uncertain": "uncertain",
}
_COLUMNS: Final = {"source": "source_fold", "author": "author_fold"}
_FOUND_OR_EDITED: Final = """
key IN (SELECT document.article FROM search JOIN document ON document.doc = search.rowid WHERE search MATCH ?
UNION SELECT article FROM edit WHERE field = 'title')
"""
"""Articles whose title may have the words: the index holds the titles that the cleaner found."""
_FED: Final = "key IN (SELECT article FROM feed_article WHERE feed IN (SELECT address FROM feed WHERE {}))"
_ORDERS: Final = {
    "added": "added DESC",
    "title": "fold(title)",
    "source": "source_fold = '', source_fold",
    "unread": "read_at IS NOT NULL",
    "length": "(SELECT length(cleaned) FROM content WHERE content.article = article.key) DESC",
}
"""Length is that of the stored text: compressed, but nearly in the order of the texts."""


class Condition(NamedTuple):
    """SQL for a WHERE clause, and its values."""

    sql: str
    values: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every article meets the condition."""
        return self == EVERY


EVERY: Final = Condition("TRUE", ())


def condition(db: sqlite3.Connection, query: Query, alike: Alike, now: datetime) -> Condition:
    """Condition for articles that match `query`; words and tags match all their equivalents.

    Relative dates are counted back from the local date of `now`.
    """
    return _Translator(db, alike, now.astimezone().date()).every(query.nodes)


class _Translator:
    """Translates syntax trees to SQL."""

    def __init__(self, db: sqlite3.Connection, alike: Alike, today: date) -> None:
        self._db, self._alike, self._today = db, alike, today

    def every(self, nodes: Iterable[Node]) -> Condition:
        """Condition for all nodes; words side by side are combined into one search."""
        some = tuple(nodes)
        words = [node.value for node in some if isinstance(node, Term) and node.field == "word"]
        others = (node for node in some if not (isinstance(node, Term) and node.field == "word"))
        forms = [self._alike().within(word) for word in words]
        parts = (*_words(self._db, forms), *map(self._one, others))
        return _joined(parts, " AND ") if parts else EVERY

    def _one(self, node: Node) -> Condition:
        match node:
            case Not(inner):
                sql, values = self._one(inner)
                return Condition(f"NOT ifnull(({sql}), FALSE)", values)
            case Or(nodes):
                return _joined([self._one(one) for one in nodes], " OR ")
            case And(nodes):
                return self.every(nodes)
            case Term("word"):
                return self.every((node,))
            case Term():
                return self._field(node)

    def _field(self, term: Term) -> Condition:
        value = term.value
        match term.field:
            case "tag":
                return Condition(_TAGGED, (json.dumps(self._alike().tag_forms(value)),))
            case "title":
                return _titled(self._alike().within(value))
            case "source" | "author" | "feed":
                return _named(term.field, self._alike().within(value), value)
            case "is":
                return Condition(_STATES[cast("State", value)], ())
            case "script":
                return Condition("script = ?", (value,))
        return Condition(f"dated {'>=' if term.field == 'after' else '<'} ?", (first_day(value, self._today),))


def _titled(forms: Forms) -> Condition:
    """Whether the title has one of the forms; titles are folded only where the search index finds them."""
    title = _holding("fold(title)", forms)
    found = match((forms,))
    if found is None:
        return title
    return Condition(f"{_FOUND_OR_EDITED} AND {title.sql}", (found, *title.values))


def _named(field: str, forms: Forms, value: str) -> Condition:
    """Whether a name has one of the forms: source, author, or a feed by title or folder; or its address has the value."""
    if field != "feed":
        return _holding(_COLUMNS[field], forms)
    parts = [_holding("fold(title)", forms), _holding("fold(folder)", forms), _holding("address", (value,))]
    feeds = _joined(parts, " OR ")
    return Condition(_FED.format(feeds.sql), feeds.values)


def _joined(parts: Sequence[Condition], operator: str) -> Condition:
    sql = operator.join(part.sql if len(parts) == 1 else f"({part.sql})" for part in parts)
    return Condition(sql, sum((part.values for part in parts), ()))


def order(query: Query, alike: Alike) -> Condition:
    """SQL for an ORDER BY clause: the query's `sort:`; newest first by default and among equals."""
    newest = "moment DESC, key DESC"
    match query.sort:
        case "relevance" if query.words:
            titled = [_holding("fold(title)", alike().within(word)) for word in query.words]
            return Condition(
                f"({' + '.join(one.sql for one in titled)}) DESC, {newest}", sum((one.values for one in titled), ())
            )
        case "added" | "title" | "source" | "length" | "unread":
            return Condition(f"{_ORDERS[query.sort]}, {newest}", ())
    return Condition(newest, ())


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
