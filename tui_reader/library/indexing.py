"""Update the search index.

Storing an article also notes it as unindexed, in the same transaction; indexing removes the note. An index left behind,
for example by a killed import, is therefore detected and completed later.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Final

from tui_reader.errors import LibraryBusy, LibraryFull
from tui_reader.library import codec
from tui_reader.library.connections import Connections
from tui_reader.library.edits import edited
from tui_reader.library.tokens import indexed

BATCH: Final = 64
"""Articles indexed in one transaction: 50 ms during which other writers wait."""


class SearchIndex:
    """Search index of one library, and when it is updated. Thread-safe."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = Lock()  # over the two counts below
        self._batches = 0
        self._stored = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Context for many changes: the index may lag up to `BATCH` articles and is updated when the last batch ends."""
        with self._lock:
            self._batches += 1
        try:
            yield
        finally:
            with self._lock:
                self._batches -= 1
            self.update()

    def follow(self, db: sqlite3.Connection) -> None:
        """Call inside a transaction that changed an article: index it now, unless a batch is open."""
        if not self._batches:
            catch_up(db, BATCH)

    def note_stored(self, articles: int = 1) -> None:
        """Call after such a transaction: update the index once `BATCH` articles are waiting."""
        with self._lock:
            self._stored += articles
            due = self._batches and self._stored >= BATCH
            self._stored %= BATCH
        if due:
            self.update()

    def update(self) -> None:
        """Index what is missing, `BATCH` articles in a transaction, so that other writers get their turn.

        Stops on LibraryBusy and LibraryFull: missing articles stay noted for the next update.
        """
        with suppress(LibraryBusy, LibraryFull):
            while self._is_behind():
                with self._connections.writing() as db:
                    catch_up(db, BATCH)

    def _is_behind(self) -> bool:
        with self._connections.reading() as db:
            return is_behind(db)

    def rebuild(self) -> None:
        """Rebuild the index without the remains of changed articles. Searches meanwhile find fewer articles."""
        with self._connections.writing() as db:
            start_over(db)
        self.update()


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether some articles are not indexed yet."""
    return db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def catch_up(db: sqlite3.Connection, limit: int) -> None:
    """Index up to `limit` missing articles."""
    behind = db.execute(
        "SELECT article, cleaned FROM unindexed LEFT JOIN content USING (article) ORDER BY article LIMIT ?",
        (limit,),
    ).fetchall()
    db.executemany("DELETE FROM unindexed WHERE article = ?", [(article_id,) for article_id, _ in behind])
    documents = [
        (_document(db, article_id), text)
        for article_id, cleaned in behind
        if (text := _text(db, article_id, cleaned)) is not None
    ]
    # Last and without a pause: a statement on another table in between can make FTS5 write out what it has gathered.
    db.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", documents)


def _text(db: sqlite3.Connection, article_id: int, cleaned: bytes | None) -> str | None:
    """Text to index; None for damaged articles, which must not stop the indexing of others."""
    try:
        return None if cleaned is None else indexed(edited(db, article_id, codec.read_article(cleaned)))
    except (zlib.error, ValueError):
        return None


def start_over(db: sqlite3.Connection) -> None:
    """Empty the index and note every article as unindexed.

    A changed article leaves its old text in the index without a reference; if most articles changed, the index is twice
    as large as necessary.
    """
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    db.execute("DELETE FROM document")
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'document'")
    db.execute("INSERT OR IGNORE INTO unindexed SELECT key FROM article")


def _document(db: sqlite3.Connection, article_id: int) -> int | None:
    """Add an index row for an article and return its number."""
    db.execute("DELETE FROM document WHERE article = ?", (article_id,))
    return db.execute("INSERT INTO document (article) VALUES (?)", (article_id,)).lastrowid
