"""Where articles come from: the files and web addresses that they follow.

An article follows one path; other paths with the same bytes are recorded, in case that one goes.
"""

import sqlite3
from os import fsdecode, fsencode
from os.path import exists

from tui_reader.text.urls import begins_with_url


def article_following(db: sqlite3.Connection, path: str | None) -> int | None:
    """The article that follows the file at this path; None if none does."""
    place = in_bytes(path)
    found = db.execute(
        "SELECT article.key, article.path FROM place JOIN article ON article.key = place.article WHERE place.path = ?",
        (place,),
    ).fetchone()
    if found is None:
        return None
    article_id, followed = found
    return int(article_id) if followed == place or not stands(followed) else None


def note(db: sqlite3.Connection, article_id: int, place: bytes | None) -> None:
    """Record that this path was the source of this article; it may have been that of another one before."""
    if place is None:
        return
    before = db.execute("SELECT article FROM place WHERE path = ?", (place,)).fetchone()
    if before != (article_id,):
        db.execute("INSERT OR REPLACE INTO place VALUES (?, ?)", (place, article_id))
    if before not in {None, (article_id,)}:
        db.execute(
            "UPDATE article SET path = (SELECT path FROM place WHERE article = key LIMIT 1) WHERE key = ? AND path = ?",
            (*before, place),
        )
    (path,) = db.execute("SELECT path FROM article WHERE key = ?", (article_id,)).fetchone()
    if path != place and not stands(path):
        db.execute("UPDATE article SET path = ? WHERE key = ?", (place, article_id))


def in_bytes(path: str | None) -> bytes | None:
    return None if path is None else fsencode(path)


def stands(path: bytes | None) -> bool:
    """Whether a file is still there. A web address counts as if: whether it is would have to be asked on the network."""
    return path is not None and (exists(path) or begins_with_url(fsdecode(path)))  # noqa: PTH110 - a path in bytes
