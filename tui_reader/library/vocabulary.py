"""Names that a library has, with the number of articles of each: tags, sources, authors and feeds."""

import sqlite3
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tui_reader.library.connections import Connections, in_memory
from tui_reader.library.filters import Alike, among, matching
from tui_reader.library.snapshot import Snapshot, counts
from tui_reader.model import TagCount
from tui_reader.query import Query
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.script.equivalents import Equivalents

_TAGS: Final = "SELECT key, fold, name, key IN (SELECT tag FROM tagging WHERE own) FROM tag"
_AUTHORS: Final = """
SELECT author, count(*) AS articles FROM article WHERE author_fold <> '' AND ({}) GROUP BY author_fold
ORDER BY articles DESC, author_fold
"""
_FED: Final = """
SELECT feed.title, count(*) AS articles FROM feed JOIN feed_article ON feed = address
JOIN article ON article.key = feed_article.article WHERE {} GROUP BY address ORDER BY articles DESC, feed.title
"""


class Vocabulary:
    """Names in one library. Any call may raise LibraryError."""

    def __init__(self, connections: Connections, alike: Alike, clock: Callable[[], datetime]) -> None:
        self._connections, self._alike, self._clock = connections, alike, clock

    def load(self) -> Iterator[None]:
        """Read into memory what searches and counts need, a part at each step: a tenth of a second for 100,000 articles."""
        for part in (Snapshot.ordered, Snapshot.documents, Snapshot.tags, Snapshot.sources):
            with self._connections.reading() as db:
                part(in_memory(db, Snapshot), db)
            yield

    def tags(self, query: Query) -> tuple[TagCount, ...]:
        """Tags of the articles that `query` lists, the most frequent first. Equivalent tags are counted as one."""
        with self._connections.reading() as db:
            return tag_counts(db, matching(db, query, self._alike, self._clock()), self._alike())

    def sources(self, query: Query) -> tuple[TagCount, ...]:
        """The sources of the articles that `query` lists, the most frequent first; spellings that fold alike are one."""
        with self._connections.reading() as db:
            articles = matching(db, query, self._alike, self._clock())
            found = counts(in_memory(db, Snapshot).sources(db), articles)
        return tuple(TagCount(name, found[name]) for name in sorted(found, key=lambda name: (-found[name], fold(name))))

    def authors(self, query: Query) -> tuple[TagCount, ...]:
        """Same for authors, as they are stored: several of one article are one name."""
        return self._counts(_AUTHORS, query)

    def feeds(self, query: Query) -> tuple[TagCount, ...]:
        """Titles of the feeds that articles listed by `query` came from, the most frequent first."""
        return self._counts(_FED, query)

    def _counts(self, sql: str, query: Query) -> tuple[TagCount, ...]:
        with self._connections.reading() as db:
            articles = matching(db, query, self._alike, self._clock())
            if articles is None:
                found = db.execute(sql.format("TRUE"))
            else:
                found = db.execute(sql.format("article.key IN (SELECT value FROM json_each(?))"), among(articles))
            return tuple(TagCount(name, count) for name, count in found)


def tag_counts(db: sqlite3.Connection, articles: AbstractSet[int] | None, alike: "Equivalents") -> tuple[TagCount, ...]:
    """Tags of the articles (None: of all), most frequent first.

    Equivalent tags are counted as one, in the spelling that most articles have.
    """
    having = in_memory(db, Snapshot).tags(db)
    found = counts(having, articles)
    tags = {key: (folded, name, bool(own)) for key, folded, name, own in db.execute(_TAGS) if key in found}
    groups: dict[str, list[int]] = {}
    for key in sorted(tags, key=lambda key: (-found[key], tags[key][0])):
        groups.setdefault(alike.tag_key(tags[key][0]), []).append(key)

    def count(keys: list[int]) -> int:
        if len(keys) == 1:
            return found[keys[0]]
        either = set().union(*(having[key] for key in keys))
        return len(either if articles is None else either & articles)

    counted = (TagCount(tags[keys[0]][1], count(keys), any(tags[key][2] for key in keys)) for keys in groups.values())
    return tuple(sorted(counted, key=lambda tag: -tag.count))
