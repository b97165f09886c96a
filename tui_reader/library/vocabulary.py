"""Names that a library has: sources, authors and feeds, with the number of articles of each."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from tui_reader.library.connections import Connections
from tui_reader.library.filters import Alike, condition
from tui_reader.model import TagCount
from tui_reader.query import Query

_COUNTED: Final = """
SELECT {0}, count(*) AS articles FROM article WHERE {0}_fold <> '' AND ({1}) GROUP BY {0}_fold ORDER BY articles DESC, {0}_fold
"""
_FED: Final = """
SELECT feed.title, count(*) AS articles FROM feed JOIN feed_article ON feed = address
WHERE article IN (SELECT key FROM article WHERE {}) GROUP BY address ORDER BY articles DESC, feed.title
"""


class Vocabulary:
    """Names in one library. Any call may raise LibraryError."""

    def __init__(self, connections: Connections, alike: Alike, clock: Callable[[], datetime]) -> None:
        self._connections, self._alike, self._clock = connections, alike, clock

    def sources(self, query: Query) -> tuple[TagCount, ...]:
        """The sources of the articles that `query` lists, the most frequent first; spellings that fold alike are one."""
        return self._counts("source", query)

    def authors(self, query: Query) -> tuple[TagCount, ...]:
        """Same for authors, as they are stored: several of one article are one name."""
        return self._counts("author", query)

    def feeds(self, query: Query) -> tuple[TagCount, ...]:
        """Titles of the feeds that articles listed by `query` came from, the most frequent first."""
        with self._connections.reading() as db:
            listed = condition(db, query, self._alike, self._clock())
            return tuple(TagCount(name, count) for name, count in db.execute(_FED.format(listed.sql), listed.values))

    def _counts(self, column: str, query: Query) -> tuple[TagCount, ...]:
        with self._connections.reading() as db:
            listed = condition(db, query, self._alike, self._clock())
            found = db.execute(_COUNTED.format(column, listed.sql), listed.values)
            return tuple(TagCount(name, count) for name, count in found)
