"""The library's face: what can be asked and told, each a blocking call that may come from any thread."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

from tui_reader.errors import LibraryBusy, LibraryFull
from tui_reader.library import amending, indexing, marks, passages, reading, storing
from tui_reader.library.amending import Basis, LineChange
from tui_reader.library.connections import Connections
from tui_reader.library.filters import Alike, condition
from tui_reader.library.marks import Change
from tui_reader.library.opening import opened
from tui_reader.library.passages import PassageChange
from tui_reader.model import (
    Added,
    AlreadyHere,
    Amendment,
    Article,
    Cleaned,
    PassageMark,
    Position,
    Row,
    Stored,
    TagCount,
    Verdict,
)
from tui_reader.query import Listing, Query
from tui_reader.script.equivalents import lexicon

PATIENCE = 5.0
"""Seconds to wait for another process; an import holds the library for milliseconds at a time."""

BATCH = 64
"""Articles put into the search index at once: a twentieth of a second in which others wait to write."""


class Library:
    """Articles, and what a person did with them, in one SQLite file.

    Any call may raise LibraryError: LibraryBusy, LibraryFull, LibraryDamaged, or LibraryReadOnly when it would write to
    a library that can only be read. A call changes all that it says or nothing. Close it, or use it in a `with`.
    """

    def __init__(self, connections: Connections, alike: Alike = lexicon) -> None:
        self._connections = connections
        self._alike = alike
        self._lock = threading.Lock()  # over the two counts below
        self._batches = 0
        self._waiting = 0

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE, alike: Alike = lexicon) -> Self:
        """The library at `path`, made if there is none. Raises LibraryError; what is no library is left as it is.

        `alike` gives the words that find each other.
        """
        library = cls(opened(path, patience), alike)
        if not library.read_only:
            library._index()
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back what idle uses hold."""
        self._connections.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connections.path

    @property
    def read_only(self) -> bool:
        """Whether it can be read but not written."""
        return self._connections.read_only

    def store(
        self,
        article: Article,
        data: bytes,
        *,
        verdicts: Sequence[Verdict] = (),
        where: str,
        path: str | None,
        now: datetime,
        own_tags: Sequence[str] = (),
    ) -> Added | AlreadyHere:
        """Take in an article made from `data`. `where` is for the outcome; `path` is absolute, None for no file.

        Same bytes: AlreadyHere. Other bytes at the path an article follows: that article is brought up to date
        (`Added.updated`) and keeps id, marks, place and own tags. `own_tags` are added to the article in every case.
        What is stored survives a killed process. For many in a row, see `batch`.
        """
        arrival = storing.Arrival(article, data, verdicts, where, path, _stamp(now), own_tags)
        with self._connections.writing() as db:
            outcome = storing.store(db, arrival)
            self._catch_up(db)
        self._note_waiting()
        return outcome

    def has(self, data: bytes) -> bool:
        """Whether an article was made from these bytes."""
        with self._connections.reading() as db:
            return storing.with_bytes(db, sha256(data).digest()) is not None

    def meet(self, data: bytes, *, where: str, path: str | None, own_tags: Sequence[str] = ()) -> AlreadyHere | None:
        """What `store` does with bytes that are here already, without their article; None where they are not."""
        with self._connections.writing() as db:
            key = storing.with_bytes(db, sha256(data).digest())
            return None if key is None else storing.met_again(db, key, where, path, own_tags)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Around many calls of `store` or `replace`: several times faster.

        Each call still is a transaction of its own, there at once for lists and for a killed process, and others may
        write in between. Only the search index follows some articles behind, and catches up at the end.
        """
        with self._lock:
            self._batches += 1
        try:
            yield
        finally:
            with self._lock:
                self._batches -= 1
            self._index()

    def _note_waiting(self) -> None:
        with self._lock:
            self._waiting = (self._waiting + 1) % BATCH
            due = self._batches and not self._waiting
        if due:
            self._index()

    def _index(self) -> None:
        """Bring the search index up to date, some articles at a time so that others may write in between.

        If it cannot be done now, everything else goes on without; what is missing is noted, and made up for next time.
        """
        with suppress(LibraryBusy, LibraryFull):
            while self._is_behind():
                with self._connections.writing() as db:
                    indexing.catch_up(db, BATCH)

    def _is_behind(self) -> bool:
        with self._connections.reading() as db:
            return indexing.is_behind(db)

    def index_anew(self) -> None:
        """Build the search index again, without what changed articles left in it. A search meanwhile finds less."""
        with self._connections.writing() as db:
            indexing.start_over(db)
        self._index()

    def replace(self, key: int, article: Article, verdicts: Sequence[Verdict] = ()) -> bool:
        """Put an article cleaned again in its own place; what the person did stays. Whether it is another one now.

        Raises UnknownId.
        """
        with self._connections.writing() as db:
            changed = storing.replace(db, key, article, verdicts)
            self._catch_up(db)
        self._note_waiting()
        return changed

    def basis(self, key: int) -> Basis:
        """All that an article is made from, to clean it again. Raises UnknownId."""
        with self._connections.reading() as db:
            return amending.basis(db, key)

    def amendments(self, key: int) -> tuple[Amendment, ...]:
        """The person's word on lines of an article, the oldest first."""
        with self._connections.reading() as db:
            return amending.amendments_of(db, key)

    def amendments_at(self, path: str | None) -> tuple[Amendment, ...]:
        """The same, of the article that follows the file at `path`."""
        with self._connections.reading() as db:
            key = storing.follower(db, path)
            return () if key is None else amending.amendments_of(db, key)

    def renew(self, basis: Basis, cleaned: Cleaned) -> bool | None:
        """Take an article cleaned again from `basis`: whether it changed; None where the basis holds no more."""
        with self._connections.writing() as db:
            if not amending.still_holds(db, basis):
                return None
            changed = storing.replace(db, basis.key, cleaned.article, cleaned.verdicts)
            self._catch_up(db)
        self._note_waiting()
        return changed

    def amend(self, basis: Basis, amendments: Sequence[Amendment], cleaned: Cleaned) -> LineChange | None:
        """Take the person's word on lines, and the article cleaned by it. On the disk when this returns.

        None, and nothing done, where the basis holds no more.
        """
        with self._connections.writing(lasting=True) as db:
            change = amending.amend(db, basis, amendments, cleaned)
            self._catch_up(db)
        return change

    def _catch_up(self, db: sqlite3.Connection) -> None:
        if not self._batches:
            indexing.catch_up(db, BATCH)

    def listing(self, query: Query) -> Listing:
        """The articles that `query` asks for, newest (published, else updated, else added) first."""
        with self._connections.reading() as db:
            return Listing(query, reading.listed(db, condition(db, query, self._alike)))

    def rows(self, keys: Iterable[int]) -> tuple[Row, ...]:
        """The rows of these articles in the order asked; unknown keys are left out."""
        with self._connections.reading() as db:
            return reading.rows(db, keys)

    def stored(self, key: int) -> Stored:
        """The whole article. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.stored(db, key)

    def source(self, key: int) -> bytes:
        """The bytes that were stored. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.source(db, key)

    def verdicts(self, key: int) -> tuple[Verdict, ...]:
        """What became of each block of the source, in its order. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.verdicts(db, key)

    def resolve(self, id_prefix: str) -> Row:
        """The article whose id is this or begins so, in either case. Raises UnknownId, AmbiguousId."""
        with self._connections.reading() as db:
            return reading.resolved(db, id_prefix)

    def tag_counts(self, query: Query) -> tuple[TagCount, ...]:
        """The tags of the articles that `query` lists, the most frequent first."""
        with self._connections.reading() as db:
            return reading.tag_counts(db, condition(db, query, self._alike), self._alike())

    def bookmarks(self) -> tuple[Row, ...]:
        """The bookmarked articles, newest mark first."""
        with self._connections.reading() as db:
            return reading.bookmarks(db)

    def count(self) -> int:
        """How many articles there are."""
        with self._connections.reading() as db:
            return int(db.execute("SELECT count(*) FROM article").fetchone()[0])

    def mark(
        self,
        keys: Iterable[int],
        *,
        bookmarked: bool | None = None,
        read: bool | None = None,
        now: datetime,
    ) -> Change:
        """Set or take away bookmarks and read signs; None leaves as it is. On the disk when this returns."""
        with self._connections.writing(lasting=True) as db:
            return marks.mark(db, keys, bookmarked=bookmarked, read=read, now=_stamp(now))

    def retag(self, keys: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Change:
        """Add tags of the person's own and take tags away. Raises UsageError for an empty tag. On the disk at once."""
        with self._connections.writing(lasting=True) as db:
            return marks.retag(db, keys, add, remove, self._alike)

    def undo(self, change: Change | PassageChange) -> None:
        """Put back what stood before `change`, except where something else has been done since."""
        with self._connections.writing(lasting=True) as db:
            if isinstance(change, PassageChange):
                passages.undo(db, change)
            else:
                marks.undo(db, change)

    def passage_marks(self, key: int | None = None) -> tuple[PassageMark, ...]:
        """The marked passages of an article in the order of their places; of all articles, the newest first."""
        with self._connections.reading() as db:
            return passages.all_marks(db) if key is None else passages.marks_of(db, key)

    def mark_passage(self, mark: PassageMark, now: datetime) -> PassageChange:
        """Mark a passage, or change the note on a marked one. Raises UnknownId. On the disk when this returns."""
        with self._connections.writing(lasting=True) as db:
            return passages.keep(db, mark if mark.when else replace(mark, when=_stamp(now)))

    def unmark_passage(self, number: int) -> PassageChange:
        """Take a mark off. On the disk when this returns."""
        with self._connections.writing(lasting=True) as db:
            return passages.drop(db, number)

    def remember(self, key: int, position: Position) -> None:
        """Keep where the reader of an article is; nothing happens for an unknown key."""
        with self._connections.writing() as db:
            storing.remember(db, key, position)

    def setting(self, name: str) -> str | None:
        """What was kept under this name."""
        with self._connections.reading() as db:
            return reading.setting(db, name)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value under this name."""
        with self._connections.writing() as db:
            db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
