"""The rows of one article in all tables, as JSON values: to take an article out of a library and put it back."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final

CHILDREN: Final = ("place", "tagging", "position", "amendment", "passage_mark", "edit", "feed_article")
"""Tables with rows of an article in a column `article`, apart from its content and the search index."""

Rows = list[dict[str, Any]]


def rows_of(db: sqlite3.Connection, article_id: int) -> Iterator[tuple[str, Rows]]:
    """(table, its rows of this article): column → value, bytes as `{"hex": …}`. Content is left out: it is large."""
    yield "article", _dumped(db, "article", "key", article_id)
    for table in CHILDREN:
        yield table, _dumped(db, table, "article", article_id)


def insert(db: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows as `rows_of` gave them; a row that another has taken the place of meanwhile is left out."""
    for row in rows:
        values = [bytes.fromhex(value["hex"]) if isinstance(value, dict) else value for value in row.values()]
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        db.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", values)  # noqa: S608 - columns of our tables


def _dumped(db: sqlite3.Connection, table: str, column: str, article_id: int) -> Rows:
    cursor = db.execute(f"SELECT * FROM {table} WHERE {column} = ?", (article_id,))  # noqa: S608 - this module's names
    names = [description[0] for description in cursor.description]
    return [dict(zip(names, map(_json_value, row), strict=True)) for row in cursor]


def _json_value(value: Any) -> Any:
    return {"hex": value.hex()} if isinstance(value, bytes) else value
