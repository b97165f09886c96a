"""Store articles: new, duplicate, changed and re-cleaned ones.

Content is identified by its source bytes. An article follows the file or web address it was imported from: new bytes there
update the article, which keeps its id, states, position and own tags. The same bytes at another path are a duplicate,
and that path is recorded: if the first file no longer exists, the article follows the other one. A copy that changes
while the first file exists becomes an article of its own; otherwise the two files would overwrite each other's text at
every import.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from tui_reader.library import codec, marks, places, reader_data, reading, stories, tags, trash
from tui_reader.library.edits import EditChange, Edits, edited, set_edits
from tui_reader.model import Added, AlreadyHere, Article, InTrash, Position, Row, Verdict
from tui_reader.query import first_day
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line, sanitize
from tui_reader.text.sketch import sketch_of

_ID_LENGTH: Final = 7
"""Characters of a short id: of 10,000 articles, one library in five has a pair that needs an eighth."""

_TITLE_LENGTH: Final = 30
"""Characters of the first passage that replace a missing title."""


_NEXT_KEY: Final = """
SELECT max(coalesce((SELECT max(key) FROM article), 0), coalesce((SELECT max(article) FROM trash), 0)) + 1
"""
_ID_TAKEN: Final = "SELECT 1 FROM article WHERE id = ? UNION ALL SELECT 1 FROM trash WHERE id = ?"

StoreOutcome = Added | AlreadyHere | InTrash


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to store. `where` names it in messages; `path`: of its file, absolute, or its web address, or None.

    `now` is the time for `added`; `charset`: as a server declared it.
    """

    article: Article
    data: bytes
    verdicts: Sequence[Verdict]
    where: str
    path: str | None
    now: datetime | None = None
    own_tags: Sequence[str] = ()
    charset: str | None = None


def store(db: sqlite3.Connection, arrivals: Iterable[Arrival], now: str) -> list[StoreOutcome]:
    """Store articles as described above, in order. Own tags are added unless an article is in the trash."""
    stored = [_store(db, arrival, now) for arrival in arrivals]
    asked = {key for one in stored if isinstance(one, _Stored) for key in (one.article_id, one.similar)} - {None}
    rows = {row.article_id: row for row in reading.rows(db, filter(None, asked))}
    return [one.outcome(rows) if isinstance(one, _Stored) else one for one in stored]


class _Stored(NamedTuple):
    """An article that was stored; its outcome needs the rows of the article and of its most similar copy."""

    where: str
    article_id: int
    updated: bool
    similar: int | None

    def outcome(self, rows: Mapping[int, Row]) -> Added:
        similar = None if self.similar is None else rows[self.similar]
        return Added(self.where, rows[self.article_id], self.updated, similar)


def _store(db: sqlite3.Connection, arrival: Arrival, now: str) -> _Stored | AlreadyHere | InTrash:
    sha256 = digest(arrival.data)
    met = register_duplicate(db, sha256, arrival.where, arrival.path, arrival.own_tags)
    if met is not None:
        return met
    followed = places.article_following(db, arrival.path)
    article_id = _new(db, sha256, arrival, now) if followed is None else followed
    similar = (
        _new_text(db, article_id, arrival.article) if followed is None else _update(db, article_id, sha256, arrival)
    )
    if arrival.charset or followed is not None:
        db.execute("UPDATE article SET charset = ? WHERE key = ?", (arrival.charset, article_id))
    _note(db, article_id, arrival.path, arrival.own_tags)
    reader_data.claim(db, article_id, sha256)
    return _Stored(arrival.where, article_id, followed is not None, similar)


def digest(data: bytes) -> bytes:
    """SHA-256 by which source bytes are recognized."""
    return hashlib.sha256(data).digest()


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
    found = db.execute("SELECT cleaned, verdicts, source FROM content WHERE article = ?", (article_id,)).fetchone()
    if found is None:
        raise reading.unknown(article_id)
    cleaned = codec.write_article(article)
    written = (cleaned, codec.write_verdicts(verdicts, cleaned))
    is_changed = bool(written != found[:2])
    if is_changed:
        source = codec.repack(found[2], found[0], cleaned) if cleaned != found[0] else found[2]
        db.execute(_CONTENT_CHANGED, (*written, source, article_id))
    _changed(db, article_id, article, is_new_text=cleaned != found[0])
    return is_changed


_CONTENT_CHANGED: Final = "UPDATE content SET cleaned = ?, verdicts = ?, source = ? WHERE article = ?"


def _update(db: sqlite3.Connection, article_id: int, sha256: bytes, arrival: Arrival) -> int | None:
    """Other bytes at the path of an article. Returns its most similar copy, if its text is another one."""
    (before,) = db.execute("SELECT cleaned FROM content WHERE article = ?", (article_id,)).fetchone()
    content = _content(arrival)
    db.execute(_CONTENT_CHANGED, (*content, article_id))
    db.execute("UPDATE content SET sha256 = ? WHERE article = ?", (sha256, article_id))
    return _changed(db, article_id, arrival.article, is_new_text=content[0] != before)


def _changed(db: sqlite3.Connection, article_id: int, article: Article, *, is_new_text: bool) -> int | None:
    """Follow a changed article in the other tables. Returns its most similar copy, if its text is another one."""
    (added,) = db.execute("SELECT added FROM article WHERE key = ?", (article_id,)).fetchone()
    _describe(db, article_id, edited(db, article_id, article), added)
    tags.set_automatic(db, article_id, article.tags)
    if not is_new_text:
        return None
    note_unindexed(db, article_id)
    return stories.follow(db, article_id, article)


def note_unindexed(db: sqlite3.Connection, article_id: int) -> None:
    """Have an article indexed again."""
    db.execute("DELETE FROM document WHERE article = ?", (article_id,))
    db.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (article_id,))


def edit(db: sqlite3.Connection, article_id: int, edits: Edits, now: str) -> EditChange:
    """Set title, author, source or date of an article by hand; see edits. Raises UnknownId."""
    (added,) = db.execute("SELECT added FROM article WHERE key = ?", (article_id,)).fetchone() or (None,)
    if added is None:
        raise reading.unknown(article_id)
    change = set_edits(db, article_id, edits, now)
    _describe(db, article_id, reading.stored(db, article_id).article, added)
    note_unindexed(db, article_id)
    return change


def _note(db: sqlite3.Connection, article_id: int, path: str | None, own_tags: Sequence[str]) -> None:
    places.note(db, article_id, places.in_bytes(path))
    if own_tags:
        marks.retag(db, (article_id,), own_tags, ())


def _new(db: sqlite3.Connection, sha256: bytes, arrival: Arrival, now: str) -> int:
    """Insert an article with its content. Its short id is the shortest unused prefix of the hash."""
    (article_id,) = db.execute(_NEXT_KEY).fetchone()
    longest = f"{sha256.hex()}{article_id}"
    names = (longest[:length] for length in range(_ID_LENGTH, len(longest) + 1))
    free = next(name for name in names if not db.execute(_ID_TAKEN, (name, name)).fetchone())
    added = arrival.now.isoformat(timespec="seconds") if arrival.now is not None else now
    described = _described(arrival.article, added)
    db.execute(_INSERTED, (article_id, free, added, places.in_bytes(arrival.path), *described))
    db.execute(
        "INSERT INTO content (article, sha256, cleaned, verdicts, source) VALUES (?, ?, ?, ?, ?)",
        (article_id, sha256, *_content(arrival)),
    )
    return int(article_id)


def _new_text(db: sqlite3.Connection, article_id: int, article: Article) -> int | None:
    """Tag, sketch and note for indexing an article that is new in all tables. Returns its most similar copy."""
    tags.add_automatic(db, article_id, article.tags)
    db.execute("INSERT INTO unindexed VALUES (?)", (article_id,))
    return stories.join(db, article_id, sketch_of(passage.text for passage in article.body))


def _content(arrival: Arrival) -> tuple[bytes, bytes, bytes]:
    """Article, verdicts and source as stored."""
    cleaned = codec.write_article(arrival.article)
    return cleaned, codec.write_verdicts(arrival.verdicts, cleaned), codec.pack(arrival.data, cleaned)


_DESCRIBED: Final = (
    *("title", "author", "source", "published", "updated", "script", "moment", "dated"),
    *("author_fold", "source_fold", "uncertain"),
)
"""Columns for lists and filters."""
_PLACES: Final = ", ".join("?" * (4 + len(_DESCRIBED)))
_INSERTED: Final = f"INSERT INTO article (key, id, added, path, {', '.join(_DESCRIBED)}) VALUES ({_PLACES})"  # noqa: S608 - the names above
_UPDATED: Final = f"UPDATE article SET {', '.join(f'{column} = ?' for column in _DESCRIBED)} WHERE key = ?"  # noqa: S608 - the names above


def _describe(db: sqlite3.Connection, article_id: int, article: Article, added: str) -> None:
    db.execute(_UPDATED, (*_described(article, added), article_id))


def _described(article: Article, added: str) -> tuple[str | bool | None, ...]:
    """Values of the columns `_DESCRIBED`, in their order."""
    author, source = (one_line(name or "") for name in (article.author, article.source))
    dated = article.published or article.updated
    return (
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
    )


def _title(article: Article) -> str:
    """The title, or the beginning of the text."""
    if title := one_line(article.title or ""):
        return title
    beginning = one_line(article.body[0].text) if article.body else ""
    return beginning if len(beginning) <= _TITLE_LENGTH else beginning[:_TITLE_LENGTH] + "…"


def remember(db: sqlite3.Connection, article_id: int, position: Position) -> None:
    """Store the reading position of an article."""
    db.execute(
        "INSERT OR REPLACE INTO position SELECT key, ?, ?, ? FROM article WHERE key = ?",
        (position.passage, position.offset, sanitize(position.context), article_id),
    )
