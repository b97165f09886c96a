"""Groups copies of one story, across outlets and scripts, by sketches of their texts.

1. sketch    Each stored or changed article gets a sketch of its body (see text/sketch.py).
2. look up   Articles that share a band of the sketch are candidates, those with most common bands first (bands.py).
3. compare   A candidate is a copy if the sketches resemble each other, or one text contains most of the other.
4. group     Articles joined by copies are one story. Its number is the lowest article id in it. An article that is
             changed or deleted leaves its story; the rest is grouped again, because it may have been the only link.

All of this is computed from the articles; trash and backups do not contain it.
"""

import sqlite3
import zlib
from array import array
from collections.abc import Sequence
from contextlib import suppress
from sys import byteorder
from typing import TYPE_CHECKING, Final

from tui_reader.deferred import Deferred
from tui_reader.errors import LibraryBusy, LibraryFull
from tui_reader.library import codec
from tui_reader.library.connections import Connections, in_memory
from tui_reader.model import Article, Copy, StoryMember

if TYPE_CHECKING:
    from tui_reader.library import bands, related
    from tui_reader.text import sketch as sketches
    from tui_reader.text.sketch import Sketch
else:
    bands, related, sketches = map(
        Deferred, ("tui_reader.library.bands", "tui_reader.library.related", "tui_reader.text.sketch")
    )

RESEMBLANCE: Final = 0.35
"""Minimum share of common 4-grams (Jaccard) of copies. On 117 pages, versions with a fifth of the sentences replaced
have at least .45 in 95 % of cases; different pages have at most .07."""

CONTAINMENT: Final = 0.6
LEAST_RESEMBLANCE: Final = 0.2
"""A shortened text is a copy if the other text contains this share of its 4-grams and they share `LEAST_RESEMBLANCE`."""

_PER_BAND: Final = 12
_COMPARED: Final = 8
"""Maximum candidates per band (the latest), and compared: boilerplate may give all articles common bands."""

_REGROUPED: Final = 50
"""Larger stories are not grouped again when an article leaves: no single article links the others."""

_BATCH: Final = 64
"""Articles sketched per transaction; other writers wait meanwhile."""


TABLES: Final = (
    # cells: the values of the sketch, 16 bits each, little-endian.
    """
    CREATE TABLE sketch (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        cells BLOB NOT NULL
    )
    """,
    # No foreign key: its index would be as large as the table. Rows of deleted articles are ignored, as they have no sketch.
    "CREATE TABLE band (band INTEGER, article INTEGER, PRIMARY KEY (band, article)) WITHOUT ROWID",
    # Articles of a story of two or more; story: the lowest article in it.
    """
    CREATE TABLE story (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        story INTEGER NOT NULL
    )
    """,
    "CREATE INDEX story_story ON story (story)",
    # Articles to be sketched; initially all, in a library of an earlier version.
    "CREATE TABLE unsketched (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE)",
    "INSERT INTO unsketched SELECT key FROM article",
)
"""SQL statements of the migration."""


class Stories:
    """Stories of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def members(self) -> tuple[StoryMember, ...]:
        with self._connections.reading() as db:
            found = db.execute(_MEMBERS).fetchall()
        return tuple(StoryMember(article_id, story, bool(kept), bool(read)) for article_id, story, kept, read in found)

    def related(self, article_id: int) -> tuple[int, ...]:
        """Ids of a few articles on the same subject, most related first."""
        with self._connections.reading() as db:
            return related.related(db, article_id)

    def is_behind(self) -> bool:
        """Whether articles lack a sketch (library of an earlier version)."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM unsketched LIMIT 1").fetchone() is not None

    def catch_up(self) -> bool:
        """Sketch up to `_BATCH` articles. Returns whether articles without sketch are left."""
        with self._connections.writing() as db:
            catch_up(db, _BATCH)
        return self.is_behind()

    def update(self) -> None:
        """Sketch all articles; stops without error if the library is busy or the disk is full."""
        with suppress(LibraryBusy, LibraryFull):
            behind = self.is_behind()
            while behind:
                behind = self.catch_up()


# CROSS JOIN: from the few members to their articles, and not the other way.
_MEMBERS: Final = """
SELECT article, story, marked_at IS NOT NULL, read_at IS NOT NULL FROM story
CROSS JOIN article ON article.key = story.article
"""
_IN_STORIES: Final = "SELECT article, story FROM story WHERE article IN (SELECT value FROM json_each(?))"
_COPIES: Final = """
SELECT other.key, other.id FROM story JOIN article AS other ON other.key = story.article
WHERE story.story = ? AND story.article <> ? ORDER BY story.article DESC LIMIT ?
"""

_NAMED: Final = 20
"""Maximum copies listed per article (the latest); texts from one template can have thousands."""


def copies(db: sqlite3.Connection, listing: str) -> dict[int, list[Copy]]:
    """Article id → copies, last stored first; `listing`: article ids as JSON. Articles without copies are omitted."""
    return {
        article_id: [Copy(*found) for found in db.execute(_COPIES, (story, article_id, _NAMED))]
        for article_id, story in db.execute(_IN_STORIES, (listing,)).fetchall()
    }


def follow(db: sqlite3.Connection, article_id: int, article: Article) -> int | None:
    """Sketch and group an article that was stored or changed. Returns the id of its most similar copy, or None."""
    sketch = sketches.sketch_of(passage.text for passage in article.body)
    before = _stored(db, article_id)
    if sketch == before:
        return None
    if before is not None:
        leave(db, article_id)
    return join(db, article_id, sketch)


def join(db: sqlite3.Connection, article_id: int, sketch: "Sketch | None") -> int | None:
    """Store the sketch of an article without one, and group the article. Returns the id of its most similar copy, or None."""
    if sketch is None:
        return None
    cells = _packed(sketch)
    similar = _group(db, article_id, sketch, cells)
    db.execute("INSERT INTO sketch VALUES (?, ?, ?)", (article_id, sketch.size, cells))
    in_memory(db, bands.Bands).add(article_id, cells)
    return next(iter(similar), None)


def leave(db: sqlite3.Connection, article_id: int) -> None:
    """Remove an article from its story: it is about to be deleted, or its text has changed."""
    sketch = _stored(db, article_id)
    if sketch is None:
        return
    db.execute("DELETE FROM sketch WHERE article = ?", (article_id,))
    story = _story_of(db, article_id)
    if story is not None:
        db.execute("DELETE FROM story WHERE article = ?", (article_id,))
        _regroup(db, story)


def resume(db: sqlite3.Connection, article_id: int) -> None:
    """Sketch and group an article from its stored text; skips a damaged one."""
    for (cleaned,) in db.execute("SELECT cleaned FROM content WHERE article = ?", (article_id,)).fetchall():
        with suppress(zlib.error, ValueError):
            follow(db, article_id, codec.read_article(cleaned))


def start_over(db: sqlite3.Connection) -> None:
    """Delete all sketches and stories, and queue all articles for sketching."""
    for table in ("sketch", "story"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
    db.execute("INSERT OR IGNORE INTO unsketched SELECT key FROM article")


def catch_up(db: sqlite3.Connection, limit: int) -> None:
    """Sketch up to `limit` queued articles."""
    behind = db.execute("SELECT article FROM unsketched ORDER BY article LIMIT ?", (limit,)).fetchall()
    for (article_id,) in behind:
        resume(db, article_id)
    db.executemany("DELETE FROM unsketched WHERE article = ?", behind)


# Grouping


def _group(db: sqlite3.Connection, article_id: int, sketch: "Sketch", cells: bytes) -> Sequence[int]:
    """Merge the stories of an article and its copies into one. Returns the copies' ids, most similar first."""
    similar = _similar(db, article_id, sketch, cells)
    if similar:
        members = {article_id, *similar}
        stories = {story for member in members if (story := _story_of(db, member)) is not None}
        number = min(members | stories)
        db.executemany("UPDATE story SET story = ? WHERE story = ?", [(number, story) for story in stories - {number}])
        db.executemany("INSERT OR REPLACE INTO story VALUES (?, ?)", [(member, number) for member in members])
    return similar


def _regroup(db: sqlite3.Connection, story: int) -> None:
    """Group the remaining members of a story again."""
    members = [
        member for (member,) in db.execute("SELECT article FROM story WHERE story = ? ORDER BY article", (story,))
    ]
    if len(members) > _REGROUPED:
        db.execute("UPDATE story SET story = ? WHERE story = ?", (members[0], story))
        return
    db.execute("DELETE FROM story WHERE story = ?", (story,))
    for member in members:
        if (sketch := _stored(db, member)) is not None:
            _group(db, member, sketch, _packed(sketch))


def _similar(db: sqlite3.Connection, article_id: int, sketch: "Sketch", cells: bytes) -> Sequence[int]:
    """Copies of an article, most similar first."""
    found = {}
    candidates = in_memory(db, bands.Bands).candidates(db, cells, most=_COMPARED + 1, per_band=_PER_BAND + 1)
    for candidate in candidates:
        other = _stored(db, candidate) if candidate != article_id else None
        if other is not None and is_copy(sketch, other):
            found[candidate] = sketch.resemblance(other)
    return sorted(found, key=lambda candidate: (-found[candidate], candidate))


def is_copy(one: "Sketch", other: "Sketch") -> bool:
    """Whether two texts are versions of one story."""
    resemblance = one.resemblance(other)
    if resemblance >= RESEMBLANCE:
        return True
    return resemblance >= LEAST_RESEMBLANCE and one.containment(other) >= CONTAINMENT


def _story_of(db: sqlite3.Connection, article_id: int) -> int | None:
    found = db.execute("SELECT story FROM story WHERE article = ?", (article_id,)).fetchone()
    return None if found is None else int(found[0])


# Sketches as bytes


def _stored(db: sqlite3.Connection, article_id: int) -> "Sketch | None":
    found = db.execute("SELECT size, cells FROM sketch WHERE article = ?", (article_id,)).fetchone()
    return None if found is None else sketches.Sketch(tuple(_little_endian(array("H", found[1]))), found[0])


def _packed(sketch: "Sketch") -> bytes:
    return _little_endian(array("H", sketch.values)).tobytes()


def _little_endian(values: "array[int]") -> "array[int]":
    """Swap bytes on big-endian machines: the file is little-endian."""
    if byteorder == "big":
        values.byteswap()
    return values
