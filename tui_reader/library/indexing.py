"""Keeping the search index up with the articles.

What is stored is noted as not yet indexed, in the same transaction; indexing takes such notes away. So an index that
was left behind, by a killed import too, is known to be so and caught up with.
"""

import sqlite3
import zlib

from tui_reader.library import codec
from tui_reader.library.tokens import indexed


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether there are articles that searches do not find yet."""
    return db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def catch_up(db: sqlite3.Connection, limit: int) -> None:
    """Put up to `limit` such articles into the index."""
    behind = db.execute(
        "SELECT article, cleaned FROM unindexed LEFT JOIN content USING (article) ORDER BY article LIMIT ?",
        (limit,),
    ).fetchall()
    db.executemany("DELETE FROM unindexed WHERE article = ?", [(key,) for key, _ in behind])
    documents = [(_document(db, key), text) for key, cleaned in behind if (text := _text(cleaned)) is not None]
    # Last and without a pause: a statement on another table in between can make FTS5 write out what it has gathered.
    db.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", documents)


def _text(cleaned: bytes | None) -> str | None:
    """What is indexed of an article; None for one that is damaged, which must not keep the others from being found."""
    try:
        return None if cleaned is None else indexed(codec.read_article(cleaned))
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


def _document(db: sqlite3.Connection, key: int) -> int | None:
    """A new row of the index for this article."""
    db.execute("DELETE FROM document WHERE article = ?", (key,))
    return db.execute("INSERT INTO document (article) VALUES (?)", (key,)).lastrowid
