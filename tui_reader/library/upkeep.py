"""Maintenance: integrity checks, rebuilding the search index, and folding again after the rules change."""

import sqlite3
import zlib
from collections.abc import Iterator
from typing import Final

from tui_reader.library import codec, stories
from tui_reader.library.connections import Connections
from tui_reader.library.indexing import SearchIndex, start_over
from tui_reader.locale import _
from tui_reader.text.fold import FOLD_VERSION, fold, line_key

_MOST: Final = 20
"""Maximum findings of SQLite's check that are reported; one broken page causes hundreds."""

_CONTENT: Final = """
SELECT id, title, cleaned, verdicts, content.source FROM content JOIN article ON article.key = content.article
"""


SQLITE_VERSION: Final = sqlite3.sqlite_version

_FOLD_SETTING: Final = "fold_version"


class Upkeep:
    """Maintenance of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, index: SearchIndex) -> None:
        self._connections = connections
        self._index = index

    def problems(self) -> tuple[str, ...]:
        """Faults of the file, one sentence each. Reads the whole file."""
        with self._connections.reading() as db:
            return tuple(problems(db))

    def reindex(self) -> None:
        """Rebuild the search index, without stale entries. Searches are incomplete until it is done."""
        self._index.rebuild()

    def refold_if_due(self) -> None:
        """Refold if the stored folds come from another version of the folding rules."""
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
    """Fold names, tags and line decisions by the current rules, and queue all articles for indexing."""
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
    """Fold tag names again; merge tags whose folded names are now equal."""
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
    """One sentence per fault; none for an intact library. Reads the whole file."""
    yield from _of_the_file(db)
    yield from _of_contents(db)


def _of_the_file(db: sqlite3.Connection) -> Iterator[str]:
    """Broken pages, inconsistent indexes, dangling references, unindexed articles."""
    try:
        found = [str(line) for (line,) in db.execute(f"PRAGMA quick_check({_MOST})")]
        yield from (line for line in found if line != "ok")
        missing = len(db.execute("PRAGMA foreign_key_check").fetchall())
        if missing:
            yield _("{missing} rows refer to articles that are missing").format(missing=missing)
        (unindexed,) = db.execute("SELECT count(*) FROM unindexed").fetchone()
        if unindexed:
            yield _("{unindexed} articles are not in the search index").format(unindexed=unindexed)
    except sqlite3.Error as error:
        yield str(error)


def _of_contents(db: sqlite3.Connection) -> Iterator[str]:
    """Articles and sources that cannot be decoded."""
    try:
        for short_id, title, cleaned, verdicts, source in db.execute(_CONTENT):
            try:
                codec.read_article(cleaned)
                codec.read_verdicts(verdicts, cleaned)
                codec.unpack(source, cleaned)
            except (zlib.error, ValueError, TypeError):
                yield _("{short_id} {title}: cannot be unpacked").format(short_id=short_id, title=title)
    except sqlite3.Error as error:
        yield _("articles cannot be read ({why})").format(why=error)
