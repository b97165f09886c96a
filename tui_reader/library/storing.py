"""Store articles: new, duplicate, changed and re-cleaned ones.

Content is identified by its source bytes. An article follows the file or web address it was imported from: new bytes there
update the article, which keeps its id, states, position and own tags. The same bytes at another path are a duplicate,
and that path is recorded: if the first file no longer exists, the article follows the other one. A copy that changes
while the first file exists becomes an article of its own; otherwise the two files would overwrite each other's text at
every import.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os import fsdecode, fsencode
from os.path import exists
from typing import Final

from tui_reader.library import codec, marks, reader_data, reading, stories, tags, trash
from tui_reader.library.edits import EditChange, Edits, edited, set_edits
from tui_reader.model import Added, AlreadyHere, Article, InTrash, Position, Verdict
from tui_reader.query import first_day
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line, sanitize
from tui_reader.text.urls import begins_with_url

_ID_LENGTH: Final = 7
"""Characters of a short id: of 10,000 articles, one library in five has a pair that needs an eighth."""

_TITLE_LENGTH: Final = 30
"""Characters of the first passage that replace a missing title."""


_NEXT_KEY: Final = """
SELECT max(coalesce((SELECT max(key) FROM article), 0), coalesce((SELECT max(article) FROM trash), 0)) + 1
"""
_ID_TAKEN: Final = "SELECT 1 FROM article WHERE id = ? UNION ALL SELECT 1 FROM trash WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to store. `where` names it in messages; `path`: of its file, absolute, or its web address, or None.

    `charset`: as a server declared it.
    """

    article: Article
    data: bytes
    verdicts: Sequence[Verdict]
    where: str
    path: str | None
    now: str
    own_tags: Sequence[str] = ()
    charset: str | None = None


def store(db: sqlite3.Connection, arrival: Arrival) -> Added | AlreadyHere | InTrash:
    """Store an article as described above. `own_tags` are added unless it is in the trash."""
    sha256 = hashlib.sha256(arrival.data).digest()
    met = register_duplicate(db, sha256, arrival.where, arrival.path, arrival.own_tags)
    if met is not None:
        return met
    followed = article_following(db, arrival.path)
    article_id = _new(db, sha256, arrival.now) if followed is None else followed
    _keep(db, article_id, sha256, arrival.data)
    db.execute("UPDATE article SET charset = ? WHERE key = ?", (arrival.charset, article_id))
    replace(db, article_id, arrival.article, arrival.verdicts)
    _note(db, article_id, arrival.path, arrival.own_tags)
    reader_data.claim(db, article_id, sha256)
    similar = stories.most_similar(db, article_id)
    copy = None if similar is None else reading.row(db, similar)
    return Added(arrival.where, reading.row(db, article_id), followed is not None, copy)


def article_with_bytes(db: sqlite3.Connection, sha256: bytes) -> int | None:
    """The article made from the bytes with this hash; None if there is none."""
    found = db.execute("SELECT article FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    return None if found is None else int(found[0])


def is_known(db: sqlite3.Connection, sha256: bytes) -> bool:
    """Whether an article was made from the bytes of this hash, also one that is in the trash."""
    return article_with_bytes(db, sha256) is not None or trash.article_with_bytes(db, sha256) is not None


def register_duplicate(
    db: sqlite3.Connection, sha256: bytes, where: str, path: str | None, own_tags: Sequence[str] = ()
) -> AlreadyHere | InTrash | None:
    """Register that known bytes were imported again; None, with nothing done, if the bytes are new."""
    article_id = article_with_bytes(db, sha256)
    if article_id is not None:
        _note(db, article_id, path, own_tags)
        return AlreadyHere(where, reading.row(db, article_id))
    trashed = trash.article_with_bytes(db, sha256)
    return None if trashed is None else InTrash(where, trashed)


def replace(db: sqlite3.Connection, article_id: int, article: Article, verdicts: Iterable[Verdict]) -> bool:
    """Replace the article's text; returns whether anything differs. A different text is noted for indexing.

    Raises UnknownId.
    """
    found = db.execute(
        "SELECT added, cleaned, verdicts FROM article JOIN content ON article = key WHERE key = ?", (article_id,)
    ).fetchone()
    if found is None:
        raise reading.unknown(article_id)
    written = (codec.write_article(article), codec.write_verdicts(verdicts))
    _describe(db, article_id, edited(db, article_id, article), found[0])
    tags.set_automatic(db, article_id, article.tags)
    db.execute("UPDATE content SET cleaned = ?, verdicts = ? WHERE article = ?", (*written, article_id))
    if written[0] != found[1]:
        db.execute("DELETE FROM document WHERE article = ?", (article_id,))
        db.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (article_id,))
        stories.follow(db, article_id, article)
    return written != tuple(found[1:])


def edit(db: sqlite3.Connection, article_id: int, edits: Edits, now: str) -> EditChange:
    """Set title, author, source or date of an article by hand; see edits. Raises UnknownId."""
    (added,) = db.execute("SELECT added FROM article WHERE key = ?", (article_id,)).fetchone() or (None,)
    if added is None:
        raise reading.unknown(article_id)
    change = set_edits(db, article_id, edits, now)
    _describe(db, article_id, reading.stored(db, article_id).article, added)
    db.execute("DELETE FROM document WHERE article = ?", (article_id,))
    db.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (article_id,))
    return change


def _note(db: sqlite3.Connection, article_id: int, path: str | None, own_tags: Sequence[str]) -> None:
    _note_place(db, article_id, _in_bytes(path))
    if own_tags:
        marks.retag(db, (article_id,), own_tags, ())


def _in_bytes(path: str | None) -> bytes | None:
    return None if path is None else fsencode(path)


def _new(db: sqlite3.Connection, sha256: bytes, now: str) -> int:
    """Insert an article without content. Its short id is the shortest unused prefix of the hash."""
    (article_id,) = db.execute(_NEXT_KEY).fetchone()
    longest = f"{sha256.hex()}{article_id}"
    names = (longest[:length] for length in range(_ID_LENGTH, len(longest) + 1))
    free = next(name for name in names if not db.execute(_ID_TAKEN, (name, name)).fetchone())
    db.execute("INSERT INTO article (key, id, added) VALUES (?, ?, ?)", (article_id, free, now))
    return int(article_id)


def _keep(db: sqlite3.Connection, article_id: int, sha256: bytes, data: bytes) -> None:
    db.execute(
        """
        INSERT INTO content (article, sha256, cleaned, verdicts, source) VALUES (?, ?, x'', x'', ?)
        ON CONFLICT (article) DO UPDATE SET sha256 = excluded.sha256, source = excluded.source
        """,
        (article_id, sha256, codec.pack(data)),
    )


def _describe(db: sqlite3.Connection, article_id: int, article: Article, added: str) -> None:
    """Fill in the columns for lists and filters."""
    author, source = (one_line(name or "") for name in (article.author, article.source))
    dated = article.published or article.updated
    db.execute(
        """
        UPDATE article SET title = ?, author = ?, source = ?, published = ?, updated = ?, script = ?, moment = ?, dated = ?,
        author_fold = ?, source_fold = ?, uncertain = ? WHERE key = ?
        """,
        (
            _title(article),
            author or None,
            source or None,
            article.published,
            article.updated,
            article.script,
            dated or added,
            dated and first_day(dated),
            fold(author),
            fold(source),
            article.uncertain,
            article_id,
        ),
    )


def _title(article: Article) -> str:
    """The title, or the beginning of the text."""
    if title := one_line(article.title or ""):
        return title
    beginning = one_line(article.body[0].text) if article.body else ""
    return beginning if len(beginning) <= _TITLE_LENGTH else beginning[:_TITLE_LENGTH] + "…"


def article_following(db: sqlite3.Connection, path: str | None) -> int | None:
    """The article that follows the file at this path; None if none does."""
    place = _in_bytes(path)
    found = db.execute(
        "SELECT article.key, article.path FROM place JOIN article ON article.key = place.article WHERE place.path = ?",
        (place,),
    ).fetchone()
    if found is None:
        return None
    article_id, followed = found
    return int(article_id) if followed == place or not _stands(followed) else None


def _note_place(db: sqlite3.Connection, article_id: int, place: bytes | None) -> None:
    """Record that this path was the source of this article; it may have been that of another one before."""
    if place is None:
        return
    before = db.execute("SELECT article FROM place WHERE path = ? AND article <> ?", (place, article_id)).fetchone()
    db.execute("INSERT OR REPLACE INTO place VALUES (?, ?)", (place, article_id))
    if before is not None:
        db.execute(
            "UPDATE article SET path = (SELECT path FROM place WHERE article = key LIMIT 1) WHERE key = ? AND path = ?",
            (*before, place),
        )
    (path,) = db.execute("SELECT path FROM article WHERE key = ?", (article_id,)).fetchone()
    if path != place and not _stands(path):
        db.execute("UPDATE article SET path = ? WHERE key = ?", (place, article_id))


def _stands(path: bytes | None) -> bool:
    """Whether a file is still there. A web address counts as if: whether it is would have to be asked on the network."""
    return path is not None and (exists(path) or begins_with_url(fsdecode(path)))  # noqa: PTH110 - a path in bytes


def remember(db: sqlite3.Connection, article_id: int, position: Position) -> None:
    """Store the reading position of an article."""
    db.execute(
        "INSERT OR REPLACE INTO position SELECT key, ?, ?, ? FROM article WHERE key = ?",
        (position.passage, position.offset, sanitize(position.context), article_id),
    )
