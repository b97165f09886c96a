"""Tables, as ordered migrations. The file's `user_version` is the number of migrations applied.

Each migration runs in one transaction with the new number. Released migrations are never edited.
"""

import sqlite3
from collections.abc import Callable
from typing import Final

from tui_reader.library import feed_tables, passages, snapshot, stories, tags
from tui_reader.library.connections import transaction

APPLICATION: Final = 0x74756972  # "tuir", SQLite's `application_id` of this program's files


def _first(db: sqlite3.Connection) -> None:
    """Articles, sources, tags, bookmarks, positions, settings and the search index."""
    for statement in _FIRST:
        db.execute(statement)


_FIRST: Final = (
    f"PRAGMA application_id={APPLICATION}",
    # What lists and filters need, so that a scan over all articles touches no long text.
    # moment: what the list is ordered by. dated: the day of publication, else of the update. *_fold: for filters.
    # path: the file the article follows, as the system's bytes.
    # mark_order: rises with every bookmark, for marks of the same second.
    """
    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        author TEXT,
        source TEXT,
        published TEXT,
        updated TEXT,
        script TEXT NOT NULL DEFAULT 'none',
        moment TEXT NOT NULL DEFAULT '',
        dated TEXT,
        author_fold TEXT NOT NULL DEFAULT '',
        source_fold TEXT NOT NULL DEFAULT '',
        path BLOB,
        read_at TEXT,
        marked_at TEXT,
        mark_order INTEGER
    )
    """,
    # The order of every list; the rest of it spares filters the walk through the table.
    """
    CREATE INDEX article_newest ON article
    (moment DESC, key DESC, dated, script, read_at, marked_at, source_fold, author_fold)
    """,
    "CREATE INDEX article_marked ON article (mark_order DESC) WHERE mark_order IS NOT NULL",
    # The columns stand in the order of use: SQLite walks through a long value to reach what follows it.
    """
    CREATE TABLE content (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        sha256 BLOB NOT NULL UNIQUE,
        cleaned BLOB NOT NULL,
        verdicts BLOB NOT NULL,
        source BLOB NOT NULL
    )
    """,
    # Every path that brought an article.
    """
    CREATE TABLE place (
        path BLOB PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX place_article ON place (article)",
    "CREATE TABLE tag (key INTEGER PRIMARY KEY, fold TEXT NOT NULL UNIQUE, name TEXT NOT NULL)",
    # automatic: place in what the cleaner said, from 1, or 0. own: place in what the person added, from 1, or 0.
    # hidden: the person took the automatic tag away.
    """
    CREATE TABLE tagging (
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        tag INTEGER NOT NULL REFERENCES tag (key),
        automatic INTEGER NOT NULL DEFAULT 0,
        own INTEGER NOT NULL DEFAULT 0,
        hidden INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (article, tag)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX tagging_tag ON tagging (tag, article, automatic, own, hidden)",
    "CREATE INDEX tagging_own ON tagging (tag) WHERE own",
    """
    CREATE VIEW worn AS SELECT article, tag, automatic, own FROM tagging
    WHERE own OR (automatic AND NOT hidden)
    """,
    """
    CREATE TABLE position (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        passage INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        context TEXT NOT NULL
    )
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # The tokens come ready, see tokens.py; nothing is ranked, so no sizes are kept. A document is never taken out of the
    # index, which would need exactly the text that went in: a changed article gets a new one, and the old is no one's.
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', columnsize=0, tokenize='ascii')",
    """
    CREATE TABLE document (
        doc INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL UNIQUE REFERENCES article (key) ON DELETE CASCADE
    )
    """,
    # Articles that still have to be put into the index: it takes many at once much faster than one by one.
    "CREATE TABLE unindexed (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE)",
)


def _second(db: sqlite3.Connection) -> None:
    """Adds decisions about single lines (restored or dropped)."""
    # line: script.line_key of the text. kept: the line is put back into the body; 0: it is dropped.
    db.execute(
        """
        CREATE TABLE amendment (
            article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
            line TEXT NOT NULL,
            text TEXT NOT NULL,
            kept INTEGER NOT NULL,
            made_at TEXT NOT NULL,
            PRIMARY KEY (article, line)
        ) WITHOUT ROWID
        """,
    )


def _third(db: sqlite3.Connection) -> None:
    """Adds highlights with notes."""
    # passage, offset, text: as in model.PassageMark. A number is never given twice, so that undoing brings back the old one.
    db.execute(
        """
        CREATE TABLE passage_mark (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
            passage INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            text TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            made_at TEXT NOT NULL
        )
        """,
    )
    db.execute("CREATE INDEX passage_mark_article ON passage_mark (article, passage, offset)")


def _fourth(db: sqlite3.Connection) -> None:
    """Whether the cleaner doubts that a text is an article."""
    db.execute("ALTER TABLE article ADD COLUMN uncertain INTEGER NOT NULL DEFAULT 0")


def _fifth(db: sqlite3.Connection) -> None:
    """The trash, the journal of changes, and what waits for articles that are not here yet."""
    for statement in _FIFTH:
        db.execute(statement)


_FIFTH: Final = (
    # rows: JSON, see trash.py. The large columns stand last, as in `content`.
    """
    CREATE TABLE trash (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL UNIQUE,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        deleted_at TEXT NOT NULL,
        sha256 BLOB NOT NULL UNIQUE,
        rows TEXT NOT NULL,
        cleaned BLOB NOT NULL,
        verdicts BLOB NOT NULL,
        source BLOB NOT NULL
    )
    """,
    # kind, payload: see journal.py.
    """
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        sentence TEXT NOT NULL,
        payload TEXT NOT NULL
    )
    """,
    # record: JSON, see reader_data.py.
    "CREATE TABLE unclaimed (sha256 BLOB PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID",
    # Values of an article set by the person, see edits.py.
    """
    CREATE TABLE edit (
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        made_at TEXT NOT NULL,
        PRIMARY KEY (article, field)
    ) WITHOUT ROWID
    """,
    # What the person decided about a tag everywhere: never to be given by the cleaner, or another given instead.
    "ALTER TABLE tag ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE tag ADD COLUMN target INTEGER REFERENCES tag (key)",
    # The tag as it is spelled in the script of the article, where the cleaner found it.
    "ALTER TABLE tagging ADD COLUMN spelling TEXT",
    "DROP VIEW worn",
    """
    CREATE VIEW worn AS SELECT article, tag, automatic, own, spelling FROM tagging
    WHERE own OR (automatic AND NOT hidden)
    """,
    # The rules by which libraries of the earlier versions are folded, see upkeep.py.
    "INSERT OR IGNORE INTO setting VALUES ('fold_version', '1')",
)


def _sixth(db: sqlite3.Connection) -> None:
    """Saved searches and the history of queries."""
    # place: rises with every search that is saved. used: rises with every query that is typed.
    db.execute(
        """
        CREATE TABLE saved_search (
            name TEXT PRIMARY KEY,
            query TEXT NOT NULL,
            made_at TEXT NOT NULL,
            place INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
    )
    db.execute("CREATE TABLE query_history (query TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID")


def _seventh(db: sqlite3.Connection) -> None:
    """Sketches of texts, and the stories that they group; see stories.py."""
    for statement in stories.TABLES:
        db.execute(statement)


def _eighth(db: sqlite3.Connection) -> None:
    """The article as the dictionary of its source and verdicts (codec.py); bands in memory."""
    db.execute("DROP TABLE band")


MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    feed_tables.create_tables,
    snapshot.create_tables,
    tags.create_hiding,
    passages.create_colours,
)

READ_BY_THIS_VERSION: Final = (
    """
    SELECT key, id, added, title, author, source, published, updated, script, moment, dated, author_fold, source_fold, path,
    read_at, marked_at, mark_order, uncertain, charset FROM article
    """,
    "SELECT article, sha256, cleaned, verdicts, source FROM content",
    "SELECT article, tag, automatic, own, spelling FROM worn",
    "SELECT key, fold, name FROM tag",
    "SELECT article, passage, offset, text, note, made_at, number, colour FROM passage_mark",
    "SELECT article, passage, offset, context FROM position",
    "SELECT doc, article FROM document",
    "SELECT article, story FROM story",
    "SELECT articles, tags FROM revision",
    "SELECT name, value FROM setting",
    "SELECT name, query, made_at, place FROM saved_search",
    "SELECT query, used FROM query_history",
    "SELECT address, title, folder, most, added_at, etag, modified, checked_at, failure FROM feed",
    "SELECT article, feed FROM feed_article",
)
"""What a library of a later version must still have to be read by this one."""


def version_of(db: sqlite3.Connection) -> int:
    """Number of migrations applied."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(db: sqlite3.Connection) -> bool:
    """Whether the file is another program's database."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(application != APPLICATION and (tables or version_of(db)))


def migrate(db: sqlite3.Connection) -> None:
    """Apply all missing migrations; another process may do the same at the same time."""
    done = False
    while not done:
        with transaction(db, "BEGIN IMMEDIATE"):
            version = version_of(db)
            done = version >= len(MIGRATIONS)
            if not done:
                MIGRATIONS[version](db)
                db.execute(f"PRAGMA user_version={version + 1}")
