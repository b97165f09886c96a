"""The trash: deleted articles are kept complete for `KEPT`, or until it is emptied, and can be restored unchanged.

A deleted article leaves every table, so that no query has to exclude it. Its rows are kept as JSON by the names of their
columns: a column that a later version adds gets its default when the article is restored.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tui_reader.errors import AmbiguousId, UnknownId
from tui_reader.library import stories
from tui_reader.library.connections import Connections
from tui_reader.library.indexing import SearchIndex
from tui_reader.library.rows import CHILDREN, insert, rows_of
from tui_reader.locale import _, ngettext
from tui_reader.model import TrashedArticle

_TAKE: Final = """
INSERT INTO trash (article, id, title, deleted_at, sha256, rows, cleaned, verdicts, source)
SELECT key, id, title, ?, sha256, ?, cleaned, verdicts, content.source
FROM article JOIN content ON content.article = key WHERE key = ?
"""
_LISTED: Final = "SELECT id, title, deleted_at FROM trash ORDER BY number DESC"


KEPT: Final = timedelta(days=30)
"""How long a deleted article can be restored."""


@dataclass(frozen=True, slots=True)
class TrashChange:
    """Articles moved to the trash: message and article ids, for undo. False if there were none."""

    sentence: str
    article_ids: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.article_ids)


@dataclass(frozen=True, slots=True)
class ImportChange:
    """Articles added by one import: message and article ids. Undo moves them to the trash."""

    sentence: str
    article_ids: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.article_ids)


class Trash:
    """The trash of one library. Each call is one durable transaction. May raise LibraryError."""

    def __init__(self, connections: Connections, index: SearchIndex, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._index = index
        self._clock = clock

    def delete(self, article_ids: Iterable[int]) -> TrashChange:
        """Move articles to the trash with tags, highlights and edits; unknown ids are ignored."""
        with self._connections.writing(lasting=True) as db:
            moved = delete(db, article_ids, self._clock().isoformat(timespec="seconds"))
        return TrashChange(
            ngettext("{count} article deleted", "{count} articles deleted", len(moved)).format(count=len(moved)), moved
        )

    def restore(self, article_ids: Iterable[int]) -> int:
        """Restore articles. Returns their number."""
        with self._connections.writing(lasting=True) as db:
            restored = restore(db, article_ids)
            self._index.follow(db)
        self._index.update()
        return len(restored)

    def undo(self, change: TrashChange) -> None:
        """Restore the articles of `change` that are still in the trash."""
        self.restore(change.article_ids)

    def restore_id(self, id_prefix: str) -> int:
        """Restore the article whose short id starts with `id_prefix`; returns its article id. Raises UnknownId, AmbiguousId."""
        with self._connections.reading() as db:
            article_id = resolved(db, id_prefix)
        self.restore((article_id,))
        return article_id

    def empty(self) -> int:
        """Delete all articles in the trash permanently. Returns their number."""
        with self._connections.writing(lasting=True) as db:
            return empty(db)

    def empty_old(self) -> int:
        """Delete permanently the articles that were moved to the trash more than `KEPT` ago. Returns their number."""
        before = (self._clock() - KEPT).isoformat(timespec="seconds")
        with self._connections.reading() as db:
            if not db.execute("SELECT 1 FROM trash WHERE deleted_at < ? LIMIT 1", (before,)).fetchone():
                return 0
        with self._connections.writing() as db:
            return empty(db, before)

    def articles(self) -> tuple[TrashedArticle, ...]:
        """Articles in the trash, last deleted first."""
        with self._connections.reading() as db:
            return listed(db)


def delete(db: sqlite3.Connection, article_ids: Iterable[int], now: str) -> tuple[int, ...]:
    """Move articles to the trash. Returns the ids of those that were in the library."""
    moved = tuple(
        article_id
        for article_id in article_ids
        if db.execute("SELECT 1 FROM article WHERE key = ?", (article_id,)).fetchone()
    )
    for article_id in moved:
        db.execute(_TAKE, (now, json.dumps(dict(rows_of(db, article_id))), article_id))
        stories.leave(db, article_id)
        db.execute("DELETE FROM article WHERE key = ?", (article_id,))
    return moved


def restore(db: sqlite3.Connection, article_ids: Iterable[int]) -> tuple[int, ...]:
    """Restore articles. Returns the ids of those that were in the trash."""
    restored = []
    for article_id in article_ids:
        found = db.execute("SELECT rows FROM trash WHERE article = ?", (article_id,)).fetchone()
        if found is None:
            continue
        rows = json.loads(found[0])
        insert(db, "article", rows["article"])
        db.execute(
            "INSERT INTO content (article, sha256, cleaned, verdicts, source) "
            "SELECT article, sha256, cleaned, verdicts, source FROM trash WHERE article = ?",
            (article_id,),
        )
        for table in CHILDREN:
            insert(db, table, rows.get(table, []))
        db.execute("DELETE FROM trash WHERE article = ?", (article_id,))
        db.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (article_id,))
        stories.resume(db, article_id)
        restored.append(article_id)
    return tuple(restored)


def empty(db: sqlite3.Connection, deleted_before: str | None = None) -> int:
    """Delete permanently: all of the trash, or what was moved there before an ISO 8601 time. Returns the number of articles."""
    if deleted_before is None:
        return db.execute("DELETE FROM trash").rowcount
    return db.execute("DELETE FROM trash WHERE deleted_at < ?", (deleted_before,)).rowcount


def listed(db: sqlite3.Connection) -> tuple[TrashedArticle, ...]:
    """Articles in the trash, last deleted first."""
    return tuple(TrashedArticle(*record) for record in db.execute(_LISTED))


def article_with_bytes(db: sqlite3.Connection, sha256: bytes) -> TrashedArticle | None:
    """The article in the trash with this SHA-256 of its source bytes, if any."""
    found = db.execute("SELECT id, title, deleted_at FROM trash WHERE sha256 = ?", (sha256,)).fetchone()
    return None if found is None else TrashedArticle(*found)


def resolved(db: sqlite3.Connection, beginning: str) -> int:
    """The article id for a short id or its beginning, in the trash. Raises UnknownId, AmbiguousId."""
    asked = beginning.strip().lower()
    found = db.execute(
        "SELECT article, id, title FROM trash WHERE substr(id, 1, ?) = ? ORDER BY id = ? DESC, id LIMIT 3",
        (len(asked), asked, asked),
    ).fetchall()
    if not found or not asked:
        raise UnknownId(
            _("no article in the trash has an id that begins with “{beginning}”; the trash command lists them").format(
                beginning=beginning
            )
        )
    if len(found) > 1 and found[0][1] != asked:
        named = "; ".join(f"{name} {title}" for _, name, title in found)
        raise AmbiguousId(
            _("several articles in the trash have ids that begin with “{beginning}”: {named}").format(
                beginning=beginning, named=named
            )
        )
    return int(found[0][0])
