"""Reads the intact rows of a damaged SQLite file.

SQLite raises an error at a broken page; rows on other pages are intact. Tables with row numbers are read forward, and
broken ranges are skipped: their end is found by exponential, then binary search, so only the rows of broken pages are
lost. Tables without row numbers are read from both ends, and per article.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from tui_reader.library import codec

_ROWID_TABLES: Final = ("article", "tag", "passage_mark", "trash", "journal")
_KEYED_TABLES: Final = {"tagging": "article, tag", "position": "article", "amendment": "article, line", "place": "path",
                        "edit": "article, field", "setting": "name", "unclaimed": "sha256",
                        "saved_search": "name", "query_history": "query",
                        "feed": "address", "feed_item": "feed, item", "feed_article": "article, feed"}  # fmt: skip
"""Table → its primary key, the order for reading from either end."""

_PER_ARTICLE: Final = ("tagging", "position", "amendment", "place", "edit", "feed_article")
_FURTHEST: Final = 1 << 40
"""Larger than any row number."""

Values = tuple[Any, ...]


def salvage(damaged: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """Copy every readable row of a damaged library into a new, empty one of the same version."""
    into.execute("PRAGMA foreign_keys=OFF")
    for table in _ROWID_TABLES:
        _insert(into, table, _columns(damaged, table), _by_number(damaged, table))
    _insert(into, "content", _columns(damaged, "content"), _decodable(_by_number(damaged, "content", "article")))
    article_ids = [article_id for (article_id,) in into.execute("SELECT key FROM article")]
    for table, primary in _KEYED_TABLES.items():
        _insert(into, table, _columns(damaged, table), _from_both_ends(damaged, table, primary))
        if table in _PER_ARTICLE:
            _insert(into, table, _columns(damaged, table), _of_articles(damaged, table, article_ids))


def drop_incomplete(db: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Remove rows that refer to lost rows. Returns (title, path) of articles whose content is lost."""
    lost = db.execute("SELECT title, path FROM article WHERE key NOT IN (SELECT article FROM content)").fetchall()
    db.execute("DELETE FROM article WHERE key NOT IN (SELECT article FROM content)")
    for table in (*_PER_ARTICLE, "content", "passage_mark"):
        db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT key FROM article)")  # noqa: S608 - this module's names
    db.execute("DELETE FROM tagging WHERE tag NOT IN (SELECT key FROM tag)")
    return lost


def _columns(damaged: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [name for _, name, *_ in damaged.execute(f"PRAGMA table_info({table})")]
    except sqlite3.Error:
        return []


def _insert(into: sqlite3.Connection, table: str, columns: list[str], rows: Iterable[Values]) -> None:
    """Insert rows, except those that violate a constraint."""
    if columns:
        places = ", ".join("?" * len(columns))
        into.executemany(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608 - columns of our tables


def _by_number(damaged: sqlite3.Connection, table: str, number: str = "rowid") -> Iterator[Values]:
    """Rows in the order of their numbers, without those on broken pages."""
    start = 0
    while start < _FURTHEST:
        read = start - 1
        try:
            for place, *row in damaged.execute(
                f"SELECT {number}, * FROM {table} WHERE {number} >= ? ORDER BY {number}",  # noqa: S608 - this module's names
                (start,),
            ):
                yield tuple(row)
                read = place
        except sqlite3.Error:
            start = _next_readable(damaged, table, number, read + 1)
        else:
            return


def _next_readable(damaged: sqlite3.Connection, table: str, number: str, broken: int) -> int:
    """The first row number after `broken` from which reading succeeds; `_FURTHEST` if there is none."""
    step = 1
    while not _is_readable(damaged, table, number, broken + step):
        step *= 2
        if broken + step > _FURTHEST:
            return _FURTHEST
    low, high = broken + step // 2, broken + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _is_readable(damaged, table, number, middle) else (middle, high)
    return high


def _is_readable(damaged: sqlite3.Connection, table: str, number: str, start: int) -> bool:
    """Whether reading the first row at or after `start` succeeds; True if there is no such row."""
    try:
        damaged.execute(f"SELECT * FROM {table} WHERE {number} >= ? ORDER BY {number} LIMIT 1", (start,)).fetchone()  # noqa: S608 - this module's names
    except sqlite3.Error:
        return False
    return True


def _from_both_ends(damaged: sqlite3.Connection, table: str, primary: str) -> Iterator[Values]:
    for order in (primary, ", ".join(f"{column} DESC" for column in primary.split(", "))):
        yield from _until_broken(damaged, f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - this module's names


def _of_articles(damaged: sqlite3.Connection, table: str, article_ids: Iterable[int]) -> Iterator[Values]:
    for article_id in article_ids:
        yield from _until_broken(damaged, f"SELECT * FROM {table} WHERE article = ?", article_id)  # noqa: S608 - this module's names


def _until_broken(damaged: sqlite3.Connection, sql: str, *values: int) -> Iterator[Values]:
    try:
        yield from damaged.execute(sql, values)
    except sqlite3.Error:
        return


def _decodable(rows: Iterable[Values]) -> Iterator[Values]:
    """Rows of `content` whose article can be decoded; an undecodable source or verdict list becomes empty."""
    for article, sha256, cleaned, verdicts, source in rows:
        try:
            codec.read_article(cleaned)
        except (zlib.error, ValueError, TypeError):
            continue
        yield (
            article,
            sha256,
            cleaned,
            _decodable_or(verdicts, codec.read_verdicts, cleaned, codec.write_verdicts((), cleaned)),
            _decodable_or(source, codec.unpack, cleaned, codec.pack(b"", cleaned)),
        )


def _decodable_or(blob: bytes, read: Any, beside: bytes, otherwise: bytes) -> bytes:
    try:
        read(blob, beside)
    except (zlib.error, ValueError, TypeError):
        return otherwise
    return blob
