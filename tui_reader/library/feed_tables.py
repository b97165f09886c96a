"""SQL of the tables that hold subscriptions and their items; `feeds` reads and writes them."""

import sqlite3
from typing import Final

_TABLES: Final = (
    # most: the number of the newest items that an update looks at. etag, modified: validators of the last complete update.
    # failure: why the last update failed, or ''.
    """
    CREATE TABLE feed (
        address TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        folder TEXT NOT NULL DEFAULT '',
        most INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        etag TEXT,
        modified TEXT,
        checked_at TEXT,
        failure TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID
    """,
    "CREATE TABLE feed_item (feed TEXT NOT NULL, item TEXT NOT NULL, seen_at TEXT NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID",
    """
    CREATE TABLE feed_article (
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        feed TEXT NOT NULL,
        PRIMARY KEY (article, feed)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX feed_article_feed ON feed_article (feed, article)",
)


def create_tables(db: sqlite3.Connection) -> None:
    """The charset that a server declared of an article's source, and subscriptions to feeds."""
    db.execute("ALTER TABLE article ADD COLUMN charset TEXT")
    for statement in _TABLES:
        db.execute(statement)
