"""Upkeep of a library: what is wrong with it, its search index, and what has to be folded again by new rules."""

import sqlite3
import zlib
from collections.abc import Iterator
from typing import Final

from tui_reader.library import codec, stories
from tui_reader.library.connections import Connections
from tui_reader.library.indexing import SearchIndex, start_over
from tui_reader.text.fold import FOLD_VERSION, fold, line_key

_MOST: Final = 20
"""Findings of SQLite that are named; a broken page has hundreds."""

_CONTENT: Final = """
SELECT id, title, cleaned, verdicts, content.source FROM content JOIN article ON article.key = content.article
"""


SQLITE_VERSION: Final = sqlite3.sqlite_version

_FOLD_SETTING: Final = "fold_version"


class Upkeep:
    """Upkeep of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, index: SearchIndex) -> None:
        self._connections = connections
        self._index = index

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, a sentence each. Reads all of it."""
        with self._connections.reading() as db:
            return tuple(problems(db))

    def reindex(self) -> None:
        """Build the search index again, without what changed articles left in it. A search meanwhile finds less."""
        self._index.rebuild()

    def refold_if_due(self) -> None:
        """Fold everything again where the library was folded by other rules than this version's."""
        with self._connections.reading() as db:
            if _folded_by(db) == FOLD_VERSION:
                return
        with self._connections.writing() as db:
            if _folded_by(db) != FOLD_VERSION:
                refold(db)


def _folded_by(db: sqlite3.Connection) -> str | None:
    found = db.execute("SELECT value FROM setting WHERE name = ?", (_FOLD_SETTING,)).fetchone()
    return None if found is None else str(found[0])


def refold(db: sqlite3.Connection) -> None:
    """Fold names, tags and line decisions by the present rules, and have every article indexed again."""
    for article_id, author, source in db.execute("SELECT key, author, source FROM article").fetchall():
        folds = (fold(author or ""), fold(source or ""), article_id)
        db.execute("UPDATE article SET author_fold = ?, source_fold = ? WHERE key = ?", folds)
    _refold_tags(db)
    for article_id, line, text in db.execute("SELECT article, line, text FROM amendment").fetchall():
        new = (line_key(text), article_id, line)
        db.execute("UPDATE OR IGNORE amendment SET line = ? WHERE article = ? AND line = ?", new)
    start_over(db)
    stories.start_over(db)
    db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_FOLD_SETTING, FOLD_VERSION))


def _refold_tags(db: sqlite3.Connection) -> None:
    """Tags that fold to the same text now become one, with the articles of both."""
    tags = db.execute("SELECT key, name FROM tag ORDER BY key").fetchall()
    first: dict[str, int] = {}
    for tag, name in tags:
        kept = first.setdefault(fold(name), tag)
        if kept != tag:
            db.execute("UPDATE OR IGNORE tagging SET tag = ? WHERE tag = ?", (kept, tag))
            db.execute("DELETE FROM tagging WHERE tag = ?", (tag,))
            db.execute("DELETE FROM tag WHERE key = ?", (tag,))
    db.executemany("UPDATE tag SET fold = '?' || key WHERE key = ?", [(tag,) for tag in first.values()])
    db.executemany("UPDATE tag SET fold = ? WHERE key = ?", list(first.items()))


def problems(db: sqlite3.Connection) -> Iterator[str]:
    """One sentence for each problem; none for a sound library. Reads the whole file."""
    yield from _of_the_file(db)
    yield from _of_contents(db)


def _of_the_file(db: sqlite3.Connection) -> Iterator[str]:
    """Broken pages, indexes that contradict their tables, rows that refer to rows that are missing."""
    try:
        found = [str(line) for (line,) in db.execute(f"PRAGMA quick_check({_MOST})")]
        yield from (line for line in found if line != "ok")
        missing = len(db.execute("PRAGMA foreign_key_check").fetchall())
        if missing:
            yield f"{missing} rows refer to articles that are missing"
        (unindexed,) = db.execute("SELECT count(*) FROM unindexed").fetchone()
        if unindexed:
            yield f"{unindexed} articles are not in the search index"
    except sqlite3.Error as error:
        yield str(error)


def _of_contents(db: sqlite3.Connection) -> Iterator[str]:
    """Articles and sources that cannot be unpacked."""
    try:
        for short_id, title, cleaned, verdicts, source in db.execute(_CONTENT):
            try:
                codec.read_article(cleaned)
                codec.read_verdicts(verdicts, cleaned)
                codec.unpack(source, cleaned)
            except (zlib.error, ValueError, TypeError):
                yield f"{short_id} {title}: cannot be unpacked"
    except sqlite3.Error as error:
        yield f"articles cannot be read ({error})"
