"""Keeping the search index up with the articles.

What is stored is noted as not yet indexed, in the same transaction; indexing takes such notes away. So an index that
was left behind, by a killed import too, is known to be so and caught up with.
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
"""Articles put into the search index at once: a twentieth of a second in which others wait to write."""


class SearchIndex:
    """The search index of one library, and when it is brought up to date. Any thread may call."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = Lock()  # over the two counts below
        self._batches = 0
        self._stored = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Around many changes: the index follows up to `BATCH` articles behind, and is up to date after the last batch."""
        with self._lock:
            self._batches += 1
        try:
            yield
        finally:
            with self._lock:
                self._batches -= 1
            self.update()

    def follow(self, db: sqlite3.Connection) -> None:
        """Within a transaction that changed an article: index it now, unless a batch is under way."""
        if not self._batches:
            catch_up(db, BATCH)

    def note_stored(self) -> None:
        """After such a transaction: update the index when a whole `BATCH` has gathered."""
        with self._lock:
            self._stored = (self._stored + 1) % BATCH
            due = self._batches and not self._stored
        if due:
            self.update()

    def update(self) -> None:
        """Index what is missing, `BATCH` articles a transaction, so that others may write in between.

        On LibraryBusy and LibraryFull it stays behind: what is missing is noted in the library, for the next update.
        """
        with suppress(LibraryBusy, LibraryFull):
            while self._is_behind():
                with self._connections.writing() as db:
                    catch_up(db, BATCH)

    def _is_behind(self) -> bool:
        with self._connections.reading() as db:
            return is_behind(db)

    def rebuild(self) -> None:
        """Build the index again, without what changed articles left in it. A search meanwhile finds less."""
        with self._connections.writing() as db:
            start_over(db)
        self.update()


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether there are articles that searches do not find yet."""
    return db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def catch_up(db: sqlite3.Connection, limit: int) -> None:
    """Put up to `limit` such articles into the index."""
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
    """What is indexed of an article; None for one that is damaged, which must not keep the others from being found."""
    try:
        return None if cleaned is None else indexed(edited(db, article_id, codec.read_article(cleaned)))
    except (zlib.error, ValueError):
        return None


def start_over(db: sqlite3.Connection) -> None:
    """Empty the index, and note every article as not yet in it.

    An article that changes leaves its old text behind in the index, as no one's; where most have, it is twice as large
    as it need be.
    """
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    db.execute("DELETE FROM document")
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'document'")
    db.execute("INSERT OR IGNORE INTO unindexed SELECT key FROM article")


def _document(db: sqlite3.Connection, article_id: int) -> int | None:
    """A new row of the index for this article."""
    db.execute("DELETE FROM document WHERE article = ?", (article_id,))
    return db.execute("INSERT INTO document (article) VALUES (?)", (article_id,)).lastrowid
