"""The same story, stored more than once: copies across outlets and scripts, found by sketches of their texts.

1. sketch    Every stored or changed article gets a sketch of its body (see text/sketch.py).
2. look up   Articles that share a band of their sketches are candidates; those with most in common come first (bands.py).
3. compare   A candidate is a copy if the sketches resemble each other, or one text contains most of the other.
4. group     Articles joined by copies are one story. Its number is the lowest article id in it. An article that is
             changed or deleted leaves; what is left of the story is grouped anew, since it may have held it together.

All of this follows from the articles; nothing here is the reader's, and the trash and backups keep none of it.
"""

import sqlite3
import zlib
from array import array
from collections.abc import Sequence
from contextlib import suppress
from sys import byteorder
from typing import Final

from tui_reader.errors import LibraryBusy, LibraryFull
from tui_reader.library import codec
from tui_reader.library.bands import Bands
from tui_reader.library.connections import Connections, in_memory
from tui_reader.library.related import related
from tui_reader.model import Article, Copy, StoryMember
from tui_reader.text.sketch import Sketch, sketch_of

RESEMBLANCE: Final = 0.35
"""Share of common 4-grams from which texts are copies. On 117 pages, versions of a page with a fifth of their sentences
exchanged have at least .45 in nineteen cases of twenty; different pages have at most .07."""

CONTAINMENT: Final = 0.6
LEAST_RESEMBLANCE: Final = 0.2
"""A shortened text is a copy too: of its 4-grams the other has this share, as long as both still have the other share."""

_PER_BAND: Final = 12
_COMPARED: Final = 8
"""Candidates taken from a band (the latest), and compared: what boilerplate has in common may be in every article."""

_REGROUPED: Final = 50
"""Stories of more articles stay as they are when one leaves; in them no single article holds others together."""

_BATCH: Final = 64
"""Articles that get their sketch in one transaction, during which other writers wait."""


TABLES: Final = (
    # cells: the values of the sketch, two bytes each, lower one first.
    """
    CREATE TABLE sketch (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        cells BLOB NOT NULL
    )
    """,
    # Without a reference: an index for it would be as large as the table. Rows of articles that are gone have no sketch.
    "CREATE TABLE band (band INTEGER, article INTEGER, PRIMARY KEY (band, article)) WITHOUT ROWID",
    # Articles of a story of two or more; story: the lowest article in it.
    """
    CREATE TABLE story (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        story INTEGER NOT NULL
    )
    """,
    "CREATE INDEX story_story ON story (story)",
    # Articles that still have to get a sketch: all of an earlier version's library.
    "CREATE TABLE unsketched (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE)",
    "INSERT INTO unsketched SELECT key FROM article",
)
"""Statements of the migration that made them."""


class Stories:
    """Stories of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def members(self) -> tuple[StoryMember, ...]:
        """All articles that have copies."""
        with self._connections.reading() as db:
            found = db.execute(_MEMBERS).fetchall()
        return tuple(StoryMember(article_id, story, bool(kept), bool(read)) for article_id, story, kept, read in found)

    def related(self, article_id: int) -> tuple[int, ...]:
        """A few articles on the subject of this one, most related first."""
        with self._connections.reading() as db:
            return related(db, article_id)

    def is_behind(self) -> bool:
        """Whether some articles have no sketch yet: those of a library of an earlier version."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM unsketched LIMIT 1").fetchone() is not None

    def catch_up(self) -> bool:
        """Give some articles their sketch. Returns whether others still have none."""
        with self._connections.writing() as db:
            catch_up(db, _BATCH)
        return self.is_behind()

    def update(self) -> None:
        """Give all articles their sketch; what a busy library or a full disk prevents is left for later."""
        with suppress(LibraryBusy, LibraryFull):
            behind = self.is_behind()
            while behind:
                behind = self.catch_up()


_MEMBERS: Final = """
SELECT article, story, marked_at IS NOT NULL, read_at IS NOT NULL FROM story JOIN article ON article.key = story.article
"""
_IN_STORIES: Final = "SELECT article, story FROM story WHERE article IN (SELECT value FROM json_each(?))"
_COPIES: Final = """
SELECT other.key, other.id FROM story JOIN article AS other ON other.key = story.article
WHERE story.story = ? AND story.article <> ? ORDER BY story.article DESC LIMIT ?
"""

_NAMED: Final = 20
"""Copies named of an article, the latest; series of one template can have thousands."""


def copies(db: sqlite3.Connection, listing: str) -> dict[int, list[Copy]]:
    """Copies of each article of `listing` (ids as JSON), last stored first; articles without copies are left out."""
    return {
        article_id: [Copy(*found) for found in db.execute(_COPIES, (story, article_id, _NAMED))]
        for article_id, story in db.execute(_IN_STORIES, (listing,)).fetchall()
    }


def follow(db: sqlite3.Connection, article_id: int, article: Article) -> int | None:
    """Group an article that was stored or changed. Returns the most similar copy of it; None if it has none."""
    sketch = sketch_of(passage.text for passage in article.body)
    before = _stored(db, article_id)
    if sketch == before:
        return None
    if before is not None:
        leave(db, article_id)
    return join(db, article_id, sketch)


def join(db: sqlite3.Connection, article_id: int, sketch: Sketch | None) -> int | None:
    """Keep the sketch of an article that has none yet, and group the article. Returns the most similar copy."""
    if sketch is None:
        return None
    cells = _packed(sketch)
    similar = _group(db, article_id, sketch, cells)
    db.execute("INSERT INTO sketch VALUES (?, ?, ?)", (article_id, sketch.size, cells))
    in_memory(db, Bands).add(article_id, cells)
    return next(iter(similar), None)


def leave(db: sqlite3.Connection, article_id: int) -> None:
    """Take an article out of its story, before it is deleted or because its text is another one."""
    sketch = _stored(db, article_id)
    if sketch is None:
        return
    db.execute("DELETE FROM sketch WHERE article = ?", (article_id,))
    story = _story_of(db, article_id)
    if story is not None:
        db.execute("DELETE FROM story WHERE article = ?", (article_id,))
        _regroup(db, story)


def resume(db: sqlite3.Connection, article_id: int) -> None:
    """Sketch and group an article by its stored text; a damaged one gets no sketch."""
    for (cleaned,) in db.execute("SELECT cleaned FROM content WHERE article = ?", (article_id,)).fetchall():
        with suppress(zlib.error, ValueError):
            follow(db, article_id, codec.read_article(cleaned))


def start_over(db: sqlite3.Connection) -> None:
    """Forget all sketches, and note every article as one that needs its sketch."""
    for table in ("sketch", "story"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
    db.execute("INSERT OR IGNORE INTO unsketched SELECT key FROM article")


def catch_up(db: sqlite3.Connection, limit: int) -> None:
    """Give up to `limit` articles their sketch."""
    behind = db.execute("SELECT article FROM unsketched ORDER BY article LIMIT ?", (limit,)).fetchall()
    for (article_id,) in behind:
        resume(db, article_id)
    db.executemany("DELETE FROM unsketched WHERE article = ?", behind)


# Grouping


def _group(db: sqlite3.Connection, article_id: int, sketch: Sketch, cells: bytes) -> Sequence[int]:
    """Join an article with its copies to one story. Returns them, most similar first."""
    similar = _similar(db, article_id, sketch, cells)
    if similar:
        members = {article_id, *similar}
        stories = {story for member in members if (story := _story_of(db, member)) is not None}
        number = min(members | stories)
        db.executemany("UPDATE story SET story = ? WHERE story = ?", [(number, story) for story in stories - {number}])
        db.executemany("INSERT OR REPLACE INTO story VALUES (?, ?)", [(member, number) for member in members])
    return similar


def _regroup(db: sqlite3.Connection, story: int) -> None:
    """Group what is left of a story that an article has left."""
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


def _similar(db: sqlite3.Connection, article_id: int, sketch: Sketch, cells: bytes) -> Sequence[int]:
    """Copies of an article, most similar first."""
    found = {}
    candidates = in_memory(db, Bands).candidates(db, cells, most=_COMPARED + 1, per_band=_PER_BAND + 1)
    for candidate in candidates:
        other = _stored(db, candidate) if candidate != article_id else None
        if other is not None and is_copy(sketch, other):
            found[candidate] = sketch.resemblance(other)
    return sorted(found, key=lambda candidate: (-found[candidate], candidate))


def is_copy(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are versions of one story."""
    resemblance = one.resemblance(other)
    if resemblance >= RESEMBLANCE:
        return True
    return resemblance >= LEAST_RESEMBLANCE and one.containment(other) >= CONTAINMENT


def _story_of(db: sqlite3.Connection, article_id: int) -> int | None:
    found = db.execute("SELECT story FROM story WHERE article = ?", (article_id,)).fetchone()
    return None if found is None else int(found[0])


# Sketches as bytes


def _stored(db: sqlite3.Connection, article_id: int) -> Sketch | None:
    found = db.execute("SELECT size, cells FROM sketch WHERE article = ?", (article_id,)).fetchone()
    return None if found is None else Sketch(tuple(_little_endian(array("H", found[1]))), found[0])


def _packed(sketch: Sketch) -> bytes:
    return _little_endian(array("H", sketch.values)).tobytes()


def _little_endian(values: "array[int]") -> "array[int]":
    """The same numbers with their bytes in the order of the file."""
    if byteorder == "big":
        values.byteswap()
    return values
