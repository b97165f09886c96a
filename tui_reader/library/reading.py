"""Read from the library: rows, whole articles, ids."""

import json
import sqlite3
from collections.abc import Iterable
from os import fsdecode
from typing import Any, Final

from tui_reader.errors import AmbiguousId, UnknownId
from tui_reader.library import codec
from tui_reader.library.edits import edited
from tui_reader.library.stories import copies
from tui_reader.library.tags import shown_tags
from tui_reader.locale import _
from tui_reader.model import Copy, Position, Row, Stored, Verdict

_ROWS: Final = """
SELECT key, id, title, author, source, published, script, read_at, marked_at, added, path, updated,
(SELECT count(*) FROM passage_mark WHERE passage_mark.article = article.key), uncertain
FROM article WHERE key IN (SELECT value FROM json_each(?))
"""
_MARKED: Final = """
SELECT key FROM article LEFT JOIN
(SELECT article, max(made_at) AS made_at FROM passage_mark GROUP BY article) AS passages ON passages.article = key
WHERE mark_order IS NOT NULL OR passages.made_at IS NOT NULL
ORDER BY max(coalesce(marked_at, ''), coalesce(passages.made_at, '')) DESC, mark_order DESC, moment DESC, key DESC
"""
_BEGUN: Final = "SELECT article FROM position WHERE passage > 0 AND article IN (SELECT value FROM json_each(?))"
_CONTENT: Final = {
    "cleaned": "SELECT cleaned FROM content WHERE article = ?",
    "verdicts": "SELECT verdicts, cleaned FROM content WHERE article = ?",
    "source": "SELECT source, cleaned FROM content WHERE article = ?",
}

_CANDIDATES: Final = 5
"""Maximum number of articles listed when an id prefix is ambiguous."""


def rows(db: sqlite3.Connection, article_ids: Iterable[int]) -> tuple[Row, ...]:
    """Rows in the order of `article_ids`; unknown ids are skipped."""
    asked = tuple(article_ids)
    listing = json.dumps(asked)
    tags, others = shown_tags(db, listing), copies(db, listing)
    found = {record[0]: _row(record, tags, others) for record in db.execute(_ROWS, (listing,))}
    return tuple(found[article_id] for article_id in asked if article_id in found)


def _row(record: tuple[Any, ...], tags: dict[int, list[str]], others: dict[int, list[Copy]]) -> Row:
    (
        article_id,
        name,
        title,
        author,
        source,
        published,
        script,
        read_at,
        marked_at,
        added,
        path,
        updated,
        passages,
        doubt,
    ) = record
    return Row(
        article_id=article_id,
        short_id=name,
        title=title,
        author=author,
        source=source,
        published=published,
        script=script,
        tags=tuple(tags.get(article_id, ())),
        read=read_at is not None,
        bookmarked=marked_at is not None,
        added=added,
        path=None if path is None else fsdecode(path),
        marked_at=marked_at,
        updated=updated,
        passages=passages,
        uncertain=bool(doubt),
        copies=tuple(others.get(article_id, ())),
    )


def row(db: sqlite3.Connection, article_id: int) -> Row:
    """The row of one article. Raises UnknownId."""
    for found in rows(db, (article_id,)):
        return found
    raise unknown(article_id)


def begun(db: sqlite3.Connection, article_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of the articles with a stored position below the title."""
    return tuple(article_id for (article_id,) in db.execute(_BEGUN, (json.dumps(tuple(article_ids)),)))


def stored(db: sqlite3.Connection, article_id: int) -> Stored:
    """A whole article with its reading position. Raises UnknownId."""
    left = db.execute("SELECT passage, offset, context FROM position WHERE article = ?", (article_id,)).fetchone()
    article = edited(db, article_id, codec.read_article(*_content(db, article_id, "cleaned")))
    return Stored(row(db, article_id), article, Position(*left) if left else None)


def source(db: sqlite3.Connection, article_id: int) -> bytes:
    """The source bytes. Raises UnknownId."""
    return codec.unpack(*_content(db, article_id, "source"))


def verdicts(db: sqlite3.Connection, article_id: int) -> tuple[Verdict, ...]:
    """The cleaner's verdict on each source block, in order. Raises UnknownId."""
    return codec.read_verdicts(*_content(db, article_id, "verdicts"))


def _content(db: sqlite3.Connection, article_id: int, column: str) -> tuple[bytes, ...]:
    """The bytes of a column, and those of the article if they are needed to unpack it."""
    found: tuple[bytes, ...] | None = db.execute(_CONTENT[column], (article_id,)).fetchone()
    if found is None:
        raise unknown(article_id)
    return found


def unknown(article_id: int) -> UnknownId:
    """Error for an id that no article has."""
    return UnknownId(_("there is no article number {article_id} in the library").format(article_id=article_id))


def resolved(db: sqlite3.Connection, beginning: str) -> Row:
    """The article whose short id begins with the text, case-insensitive. Raises UnknownId, AmbiguousId."""
    asked = beginning.strip().lower()
    found = _with_id_prefix(db, asked) if asked.isascii() and asked.isalnum() else ()
    exact = tuple(candidate for candidate in found if candidate.short_id == asked)
    match exact or found:
        case (only,):
            return only
        case ():
            raise UnknownId(
                _("no article has an id that begins with “{beginning}”; the list command prints the ids").format(
                    beginning=beginning
                )
            )
    named = "; ".join(f"{candidate.short_id} {candidate.title}" for candidate in found[:_CANDIDATES])
    more = "; …" if len(found) > _CANDIDATES else ""
    raise AmbiguousId(
        _("several articles have ids that begin with “{beginning}”: {named}{more}").format(
            beginning=beginning, named=named, more=more
        )
    )


def _with_id_prefix(db: sqlite3.Connection, beginning: str) -> tuple[Row, ...]:
    article_ids = db.execute(
        "SELECT key FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (beginning, beginning + "\x7f", _CANDIDATES + 1),
    )
    return rows(db, [article_id for (article_id,) in article_ids])


def bookmarks(db: sqlite3.Connection) -> tuple[Row, ...]:
    """Articles with a bookmark or highlight, ordered by their newest one.

    Bookmarks set together keep the order of the list.
    """
    found = db.execute(_MARKED).fetchall()
    return rows(db, [article_id for (article_id,) in found])


def setting(db: sqlite3.Connection, name: str) -> str | None:
    """The stored value; None if there is none."""
    found = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def set_setting(db: sqlite3.Connection, name: str, value: str | None) -> None:
    """Store a value; None removes it."""
    if value is None:
        db.execute("DELETE FROM setting WHERE name = ?", (name,))
    else:
        db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
