"""Which articles a query lists.

Fields are translated into one SQL condition on table `article`. Words are looked up in the search index, which gives sets of article
ids; a query with words is evaluated as unions and intersections of sets.

Only constants of this module become SQL text; user input is bound as values.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from tui_reader.library import snapshot
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
_FED: Final = "key IN (SELECT article FROM feed_article WHERE feed IN (SELECT address FROM feed WHERE {}))"
_ORDERS: Final = {
    "added": "added DESC",
    "title": "fold(title)",
    "source": "source_fold = '', source_fold",
    "unread": "read_at IS NOT NULL",
    "length": "(SELECT length(cleaned) FROM content WHERE content.article = article.key) DESC",
}
"""Length is that of the stored text: compressed, but nearly in the order of the texts."""
_NEWEST: Final = "moment DESC, key DESC"
_AMONG: Final = "key IN (SELECT value FROM json_each(?))"


class Condition(NamedTuple):
    """SQL for a WHERE clause, and its values."""

    sql: str
    values: tuple[str, ...]


EVERY: Final = Condition("TRUE", ())


def listed(db: sqlite3.Connection, query: Query, alike: Alike, now: datetime) -> tuple[int, ...]:
    """Ids of the articles that match `query`, in its order."""
    finder = _Finder(db, alike, now.astimezone().date())
    by = f"{_ORDERS[query.sort]}, {_NEWEST}" if query.sort in _ORDERS else _NEWEST
    if not any(map(_in_sets, query.nodes)):
        return tuple(finder.ordered(query.nodes, by)) if query.nodes or by != _NEWEST else snapshot.newest_first(db)
    found = finder.every(query.nodes)
    if by != _NEWEST:
        return tuple(ids(db, f"SELECT key FROM article WHERE {_AMONG} ORDER BY {by}", among(found)))  # noqa: S608 - this module's text
    newest = snapshot.newest_first(db, found)
    return finder.by_titles(newest, query.words) if query.sort == "relevance" else newest


def matching(db: sqlite3.Connection, query: Query, alike: Alike, now: datetime) -> AbstractSet[int] | None:
    """Ids of the articles that match `query`; None: of every article. Words and tags match all their equivalents.

    Relative dates are counted back from the local date of `now`.
    """
    if not query.nodes:
        return None
    return _Finder(db, alike, now.astimezone().date()).every(query.nodes)


def among(article_ids: Iterable[int]) -> tuple[str]:
    """Value of the condition that articles have one of these ids."""
    return (json.dumps(list(article_ids)),)


def ids(db: sqlite3.Connection, sql: str, values: Iterable[str]) -> list[int]:
    """The column `key` of a query. As one JSON text: three times as fast as one row for each."""
    found: list[int] = json.loads(db.execute(f"SELECT json_group_array(key) FROM ({sql})", tuple(values)).fetchone()[0])  # noqa: S608 - this module's text
    return found


def _in_sets(node: Node) -> bool:
    """Whether the node contains words, of texts or titles."""
    match node:
        case Not(inner):
            return _in_sets(inner)
        case Or(nodes) | And(nodes):
            return any(map(_in_sets, nodes))
        case Term(field):
            return field in {"word", "title"}


class _Finder:
    """Evaluates syntax trees: sets for what contains words, SQL for the rest."""

    def __init__(self, db: sqlite3.Connection, alike: Alike, today: date) -> None:
        self._db, self._alike, self._today = db, alike, today

    def every(self, nodes: Iterable[Node]) -> AbstractSet[int]:
        """Articles that meet all nodes."""
        some = tuple(nodes)
        plain = [self._condition(node) for node in some if not _in_sets(node)]
        sets = [self._selected(_joined(plain, " AND "))] if plain else []
        sets += [self._found(node) for node in some if _in_sets(node) and not isinstance(node, Not)]
        found = set.intersection(*sorted(sets, key=len)) if sets else set(snapshot.every_article(self._db))
        without = [self._found(node.node) for node in some if isinstance(node, Not) and _in_sets(node)]
        return found.difference(*without)

    def ordered(self, nodes: Iterable[Node], by: str) -> list[int]:
        """Articles that meet all nodes, which contain no words, in the order of an SQL clause."""
        asked = self._condition(And(tuple(nodes)))
        return ids(self._db, f"SELECT key FROM article WHERE {asked.sql} ORDER BY {by}", asked.values)  # noqa: S608 - this module's text

    def by_titles(self, articles: tuple[int, ...], words: Iterable[str]) -> tuple[int, ...]:
        """The articles with most of the words in the title first."""
        titled = [snapshot.titled(self._db, self._alike().within(word)) for word in words]
        return tuple(sorted(articles, key=lambda key: -sum(key in found for found in titled)))

    def _found(self, node: Node) -> set[int]:
        match node:
            case Or(nodes):
                return set().union(*map(self._found, nodes))
            case Term("word", value):
                return self._containing(self._alike().within(value))
            case Term("title", value):
                return snapshot.titled(self._db, self._alike().within(value))
        return set(self.every(node.nodes if isinstance(node, And) else (node,)))

    def _containing(self, forms: Forms) -> set[int]:
        """A word matches in the article's text or as a tag. One of punctuation that is in no tag matches everywhere."""
        tag = _holding("fold", forms)
        having = f"SELECT DISTINCT article AS key FROM worn WHERE tag IN (SELECT key FROM tag WHERE {tag.sql})"  # noqa: S608 - this module's text
        tagged = set(ids(self._db, having, tag.values))
        expression = match((forms,))
        if expression is None:
            return tagged or set(snapshot.every_article(self._db))
        return tagged.union(snapshot.containing(self._db, expression))

    def _selected(self, condition: Condition) -> set[int]:
        return set(ids(self._db, f"SELECT key FROM article WHERE {condition.sql}", condition.values))  # noqa: S608 - this module's text

    def _condition(self, node: Node) -> Condition:
        """A node without words."""
        match node:
            case Not(inner):
                sql, values = self._condition(inner)
                return Condition(f"NOT ifnull(({sql}), FALSE)", values)
            case Or(nodes):
                return _joined([self._condition(one) for one in nodes], " OR ")
            case And(nodes):
                return _joined([self._condition(one) for one in nodes], " AND ") if nodes else EVERY
            case Term():
                return self._field(node)

    def _field(self, term: Term) -> Condition:
        value = term.value
        match term.field:
            case "tag":
                return Condition(_TAGGED, (json.dumps(self._alike().tag_forms(value)),))
            case "source" | "author" | "feed":
                return _named(term.field, self._alike().within(value), value)
            case "is":
                return Condition(_STATES[cast("State", value)], ())
            case "script":
                return Condition("script = ?", (value,))
        return Condition(f"dated {'>=' if term.field == 'after' else '<'} ?", (first_day(value, self._today),))


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


def _holding(column: str, forms: Forms) -> Condition:
    """Whether a folded column contains one of the texts."""
    return Condition(f"({' OR '.join([f'instr({column}, ?)'] * len(forms))})", forms)
