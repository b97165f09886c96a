"""What listings and tag counts need of all articles, in memory: reading it for each query would take longer than the search.

Triggers of the schema count the changes of the tables that it is made from, so a snapshot is known to be that of a transaction.
"""

import json
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from io import StringIO
from typing import Any, Final, NamedTuple, TypeVar

from tui_reader.library.connections import in_memory
from tui_reader.text.fold import fold

Name = TypeVar("Name", int, str)

_TABLES: Final = (
    # Changes so far: of articles, their order and their documents in the index; of tags of articles.
    "CREATE TABLE revision (articles INTEGER NOT NULL, tags INTEGER NOT NULL)",
    "INSERT INTO revision VALUES (0, 0)",
    *(
        f"CREATE TRIGGER {name}_counted AFTER {event} BEGIN UPDATE revision SET {column} = {column} + 1; END"  # noqa: S608 - the names below
        for name, event, column in (
            ("article_added", "INSERT ON article", "articles"),
            ("article_removed", "DELETE ON article", "articles"),
            ("article_changed", "UPDATE OF moment, title, source, source_fold ON article", "articles"),
            ("document_added", "INSERT ON document", "articles"),
            ("document_removed", "DELETE ON document", "articles"),
            ("tagging_added", "INSERT ON tagging", "tags"),
            ("tagging_removed", "DELETE ON tagging", "tags"),
            ("tagging_changed", "UPDATE ON tagging", "tags"),
        )
    ),
)


def create_tables(db: sqlite3.Connection) -> None:
    """The migration."""
    for statement in _TABLES:
        db.execute(statement)


_WORDS: Final = 16
"""Words whose articles are kept: those of a query that is being typed or changed."""

_ID: Final = "I"
"""Type of arrays of article ids and index numbers: four bytes each."""

_ORDERED: Final = "SELECT json_group_array(key) FROM (SELECT key FROM article ORDER BY moment DESC, key DESC)"
_DOCUMENTS: Final = "SELECT json_group_array(doc), json_group_array(article) FROM document"
_SOURCES: Final = "SELECT source, json_group_array(key) FROM article WHERE source_fold <> '' GROUP BY source_fold"
_WORN: Final = "SELECT tag, json_group_array(article) FROM worn GROUP BY tag"
_FOUND: Final = "SELECT json_group_array(rowid) FROM search WHERE search MATCH ?"


class Documents(NamedTuple):
    """`articles`: number in the search index → article id, 0 where there is none.

    `words`: articles that contain what an FTS5 expression matches, as far as asked for.
    """

    revision: int
    articles: "array[int]"
    words: dict[str, "array[int]"]


class Titles(NamedTuple):
    """Folded titles, one a line. `starts`: where each begins; `article_ids`: of the same title."""

    revision: int
    text: str
    starts: "array[int]"
    article_ids: "array[int]"

    def containing(self, forms: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for form in filter(None, forms):
            place = self.text.find(form)
            while place >= 0:
                number = bisect_right(self.starts, place) - 1
                found.add(self.article_ids[number])
                place = self.text.find(form, self.starts[number + 1])
        return found


class Snapshot:
    """Of one library. Any thread may use it; what is made twice is the same."""

    def __init__(self) -> None:
        self._ordered: tuple[int, tuple[int, ...]] = (-1, ())
        self._documents: Documents | None = None
        self._titles: Titles | None = None
        self._sources: tuple[int, Mapping[str, array[int]]] = (-1, {})
        self._tags: tuple[int, Mapping[int, array[int]]] = (-1, {})

    def ordered(self, db: sqlite3.Connection) -> tuple[int, ...]:
        """All articles as of the transaction of `db`, newest first. Listings share its numbers."""
        revision = _revision(db, "articles")
        if self._ordered[0] != revision:
            self._ordered = (revision, tuple(json.loads(db.execute(_ORDERED).fetchone()[0])))
        return self._ordered[1]

    def documents(self, db: sqlite3.Connection) -> Documents:
        """Same for the search index."""
        revision, found = _revision(db, "articles"), self._documents
        if found is None or found.revision != revision:
            found = self._documents = Documents(revision, _of_document(db), {})
        return found

    def titles(self, db: sqlite3.Connection) -> Titles:
        """Titles of all articles, as of the transaction of `db`."""
        revision, found = _revision(db, "articles"), self._titles
        if found is None or found.revision != revision:
            found = self._titles = _titles(db, revision)
        return found

    def sources(self, db: sqlite3.Connection) -> Mapping[str, "array[int]"]:
        """Name of a source → the ids of the articles from it."""
        revision = _revision(db, "articles")
        if self._sources[0] != revision:
            self._sources = (revision, _grouped(db, _SOURCES))
        return self._sources[1]

    def tags(self, db: sqlite3.Connection) -> Mapping[int, "array[int]"]:
        """Key of a tag → the articles that have it."""
        revision = _revision(db, "tags")
        if self._tags[0] != revision:
            self._tags = (revision, _grouped(db, _WORN))
        return self._tags[1]


def containing(db: sqlite3.Connection, expression: str) -> Collection[int]:
    """Articles that contain what an FTS5 expression matches."""
    indexed = in_memory(db, Snapshot).documents(db)
    found = indexed.words.get(expression)
    if found is None:
        (documents,) = db.execute(_FOUND, (expression,)).fetchone()
        known = indexed.articles
        keys = (known[document] for document in json.loads(documents) if document < len(known))
        found = array(_ID, filter(None, keys))
        while len(indexed.words) >= _WORDS:
            indexed.words.pop(next(iter(indexed.words)), None)
        indexed.words[expression] = found
    return found


def _revision(db: sqlite3.Connection, column: str) -> int:
    revision: int = db.execute(f"SELECT {column} FROM revision").fetchone()[0]  # noqa: S608 - a column of ours
    return revision


def _titles(db: sqlite3.Connection, revision: int) -> Titles:
    """Row by row: a list of all rows would take several times the memory of the text."""
    starts, article_ids, text = array("Q", [0]), array(_ID), StringIO()
    for article_id, title in db.execute("SELECT key, title FROM article"):
        text.write(f"{title}\n")
        starts.append(text.tell())
        article_ids.append(article_id)
    return Titles(revision, fold(text.getvalue()), starts, article_ids)


def _of_document(db: sqlite3.Connection) -> "array[int]":
    documents, articles = map(json.loads, db.execute(_DOCUMENTS).fetchone())
    found = array(_ID, [0]) * (max(documents, default=0) + 1)
    for document, article_id in zip(documents, articles, strict=True):
        found[document] = article_id
    return found


def _grouped(db: sqlite3.Connection, sql: str) -> dict[Any, "array[int]"]:
    return {name: array(_ID, json.loads(articles)) for name, articles in db.execute(sql)}


def titled(db: sqlite3.Connection, forms: Iterable[str]) -> set[int]:
    """Articles whose folded title contains one of the folded texts."""
    return in_memory(db, Snapshot).titles(db).containing(forms)


def newest_first(db: sqlite3.Connection, articles: AbstractSet[int] | None = None) -> tuple[int, ...]:
    """The articles in the order of every list; without an argument all."""
    ordered = in_memory(db, Snapshot).ordered(db)
    return ordered if articles is None else tuple(filter(articles.__contains__, ordered))


def every_article(db: sqlite3.Connection) -> tuple[int, ...]:
    """All articles, newest first."""
    return in_memory(db, Snapshot).ordered(db)


def counts(groups: Mapping[Name, "array[int]"], articles: AbstractSet[int] | None) -> dict[Name, int]:
    """Group → how many of the articles are in it, without groups that have none; None: all articles."""
    if articles is None:
        return {name: len(group) for name, group in groups.items()}
    return {name: count for name, group in groups.items() if (count := sum(map(articles.__contains__, group)))}
