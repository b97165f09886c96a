"""The library's face: what can be asked and told, each a blocking call that may come from any thread."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from tui_reader.library import amending, marks, passages, reading, storing
from tui_reader.library.amending import CleaningInput, LineChange
from tui_reader.library.backups import Backups
from tui_reader.library.connections import Connections
from tui_reader.library.curation import Curation
from tui_reader.library.filters import Alike, condition, lexicon
from tui_reader.library.indexing import SearchIndex
from tui_reader.library.journal import Journal
from tui_reader.library.marks import Change, NewState
from tui_reader.library.opening import opened
from tui_reader.library.passages import PassageChange
from tui_reader.library.trash import Trash
from tui_reader.library.upkeep import Upkeep
from tui_reader.model import (
    Added,
    AlreadyHere,
    Amendment,
    Article,
    Cleaned,
    InTrash,
    PassageMark,
    Position,
    Row,
    Stored,
    TagCount,
    Verdict,
)
from tui_reader.query import Listing, Query
from tui_reader.text.sanitize import one_line

PATIENCE: Final = 5.0
"""Seconds to wait for another process; an import holds the library for milliseconds at a time."""


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """Articles, and what a person did with them, in one SQLite file.

    Any call may raise LibraryError: LibraryBusy, LibraryFull, LibraryDamaged, or LibraryReadOnly when it would write to
    a library that can only be read. A call changes all that it says or nothing. Close it, or use it in a `with`.
    """

    def __init__(self, connections: Connections, alike: Alike = lexicon, clock: Callable[[], datetime] = _now) -> None:
        self._connections = connections
        self._alike = alike
        self._clock = clock
        self._index = SearchIndex(connections)
        self.trash = Trash(connections, self._index, clock)
        self.backups = Backups(connections, clock)
        self.upkeep = Upkeep(connections, self._index)
        self.curation = Curation(connections, self._index, clock)
        self.journal = Journal(connections, clock)

    @classmethod
    def open(
        cls, path: Path, *, patience: float = PATIENCE, alike: Alike = lexicon, clock: Callable[[], datetime] = _now
    ) -> Self:
        """The library at `path`, made if there is none. Raises LibraryError; a file that is no library is left unchanged.

        Args:
            path: the file; folders above it are made.
            patience: seconds to wait for another process that writes.
            alike: the words that find each other in a search.
            clock: the time in UTC at which articles and changes are dated.

        """
        library = cls(opened(path, patience), alike, clock)
        if not library.read_only:
            library.upkeep.refold_if_due()
            library._index.update()
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
        now: datetime | None = None,
        own_tags: Sequence[str] = (),
    ) -> Added | AlreadyHere | InTrash:
        """Take in an article made from `data`. `where` is for the outcome; `path` is absolute, None for no file.

        Same bytes: AlreadyHere. Other bytes at the path an article follows: that article is brought up to date
        (`Added.updated`) and keeps id, marks, place and own tags. `own_tags` are added to the article in every case.
        What is stored survives a killed process. For many in a row, see `batch`.
        """
        arrival = storing.Arrival(article, data, verdicts, where, path, self._stamp(now), own_tags)
        with self._connections.writing() as db:
            outcome = storing.store(db, arrival)
            self._index.follow(db)
        self._index.note_stored()
        return outcome

    def has(self, data: bytes) -> bool:
        """Whether an article was made from these bytes, also one that is in the trash."""
        with self._connections.reading() as db:
            return storing.is_known(db, sha256(data).digest())

    def register_duplicate(
        self, data: bytes, *, where: str, path: str | None, own_tags: Sequence[str] = ()
    ) -> AlreadyHere | InTrash | None:
        """What `store` does with bytes that are here already, without their article; None where they are not."""
        with self._connections.writing() as db:
            return storing.met_again(db, sha256(data).digest(), where, path, own_tags)

    def batch(self) -> AbstractContextManager[None]:
        """Around many calls of `store` or `replace`: several times faster.

        Each call still is a transaction of its own, there at once for lists and for a killed process, and others may
        write in between. Only the search index follows some articles behind, and catches up at the end.
        """
        return self._index.batch()

    def replace(self, article_id: int, article: Article, verdicts: Sequence[Verdict] = ()) -> bool:
        """Put an article cleaned again in its own place; what the person did stays. Whether it is another one now.

        Raises UnknownId.
        """
        with self._connections.writing() as db:
            changed = storing.replace(db, article_id, article, verdicts)
            self._index.follow(db)
        self._index.note_stored()
        return changed

    def basis(self, article_id: int) -> CleaningInput:
        """All that an article is made from, to clean it again. Raises UnknownId."""
        with self._connections.reading() as db:
            return amending.basis(db, article_id)

    def amendments(self, article_id: int) -> tuple[Amendment, ...]:
        """The person's word on lines of an article, the oldest first."""
        with self._connections.reading() as db:
            return amending.amendments_of(db, article_id)

    def amendments_at(self, path: str | None) -> tuple[Amendment, ...]:
        """The same, of the article that follows the file at `path`."""
        with self._connections.reading() as db:
            article_id = storing.follower(db, path)
            return () if article_id is None else amending.amendments_of(db, article_id)

    def store_recleaned(self, basis: CleaningInput, cleaned: Cleaned) -> bool | None:
        """Take an article cleaned again from `basis`: whether it changed; None where the basis holds no more."""
        with self._connections.writing() as db:
            if not amending.still_holds(db, basis):
                return None
            changed = storing.replace(db, basis.article_id, cleaned.article, cleaned.verdicts)
            self._index.follow(db)
        self._index.note_stored()
        return changed

    def amend(self, basis: CleaningInput, amendments: Sequence[Amendment], cleaned: Cleaned) -> LineChange | None:
        """Take the person's word on lines, and the article cleaned by it. On the disk when this returns.

        None, and nothing done, where the basis holds no more.
        """
        with self._connections.writing(lasting=True) as db:
            change = amending.amend(db, basis, amendments, cleaned)
            self._index.follow(db)
        return change

    def listing(self, query: Query) -> Listing:
        """The articles that `query` asks for, newest (published, else updated, else added) first."""
        with self._connections.reading() as db:
            return Listing(query, reading.listed(db, condition(db, query, self._alike)))

    def rows(self, article_ids: Iterable[int]) -> tuple[Row, ...]:
        """The rows of these articles in the order asked; unknown keys are left out."""
        with self._connections.reading() as db:
            return reading.rows(db, article_ids)

    def stored(self, article_id: int) -> Stored:
        """The whole article. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.stored(db, article_id)

    def source(self, article_id: int) -> bytes:
        """The bytes that were stored. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.source(db, article_id)

    def verdicts(self, article_id: int) -> tuple[Verdict, ...]:
        """What became of each block of the source, in its order. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.verdicts(db, article_id)

    def resolve(self, id_prefix: str) -> Row:
        """The article whose id is this or begins so, in either case. Raises UnknownId, AmbiguousId."""
        with self._connections.reading() as db:
            return reading.resolved(db, one_line(id_prefix))

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

    def set_state(
        self,
        article_ids: Iterable[int],
        *,
        bookmarked: NewState | None = None,
        read: NewState | None = None,
        now: datetime | None = None,
    ) -> Change:
        """Set or clear bookmarks and read states of articles; None leaves them. On the disk when this returns.

        "toggle" clears the state when all of the articles have it, else sets it: looked up in the same transaction.
        """
        with self._connections.writing(lasting=True) as db:
            return marks.set_state(db, article_ids, bookmarked=bookmarked, read=read, now=self._stamp(now))

    def retag(self, article_ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Change:
        """Add tags of the person's own and take tags away. Raises UsageError for an empty tag. On the disk at once."""
        with self._connections.writing(lasting=True) as db:
            return marks.retag(db, article_ids, add, remove, self._alike)

    def undo(self, change: Change | PassageChange) -> None:
        """Put back what stood before `change`, except where something else has been done since."""
        with self._connections.writing(lasting=True) as db:
            return passages.undo(db, change) if isinstance(change, PassageChange) else marks.undo(db, change)

    def highlights(self, article_id: int | None = None) -> tuple[PassageMark, ...]:
        """The marked passages of an article in the order of their places; of all articles, the newest first."""
        with self._connections.reading() as db:
            return passages.all_marks(db) if article_id is None else passages.marks_of(db, article_id)

    def highlight(self, mark: PassageMark, now: datetime | None = None) -> PassageChange:
        """Highlight a passage, or change the note on a highlight. Raises UnknownId. On the disk when this returns."""
        mark = replace(mark, note=one_line(mark.note), when=mark.when or self._stamp(now))
        with self._connections.writing(lasting=True) as db:
            return passages.keep(db, mark)

    def remove_highlight(self, number: int) -> PassageChange:
        """Remove the highlight of that number. On the disk when this returns."""
        with self._connections.writing(lasting=True) as db:
            return passages.drop(db, number)

    def remember(self, article_id: int, position: Position) -> None:
        """Keep where the reader of an article is; nothing happens for an unknown key."""
        with self._connections.writing() as db:
            storing.remember(db, article_id, position)

    def setting(self, name: str) -> str | None:
        """What was kept under this name."""
        with self._connections.reading() as db:
            return reading.setting(db, name)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value under this name."""
        with self._connections.writing() as db:
            db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def _stamp(self, now: datetime | None) -> str:
        return (now or self._clock()).isoformat(timespec="seconds")
