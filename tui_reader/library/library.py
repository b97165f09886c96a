"""Library: all calls. They block, and any thread may make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from tui_reader.deferred import Deferred
from tui_reader.library import places, reading
from tui_reader.library.filters import Alike, lexicon, listed
from tui_reader.library.indexing import SearchIndex
from tui_reader.library.opening import opened
from tui_reader.library.parts import Parts
from tui_reader.query import Listing, Query
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tui_reader.library import amending, marks, passages, storing
    from tui_reader.library.amending import CleaningInput, LineChange
    from tui_reader.library.connections import Connections
    from tui_reader.library.marks import Change, NewState
    from tui_reader.library.passages import PassageChange
    from tui_reader.library.storing import Arrival, StoreOutcome
    from tui_reader.model import Amendment, Article, Cleaned, PassageMark, Position, Row, Stored, TagCount, Verdict
else:
    amending, marks, passages, storing = (
        Deferred(f"tui_reader.library.{name}") for name in ("amending", "marks", "passages", "storing")
    )

PATIENCE: Final = 5.0  # seconds to wait for another process; an import holds the write lock for milliseconds at a time


def _now() -> datetime:
    return datetime.now(UTC)


class Library(Parts):
    """Articles and user data in one SQLite file.

    Any call may raise LibraryError: LibraryBusy, LibraryFull, LibraryDamaged, or LibraryReadOnly when writing to a
    read-only library. Each call is atomic. Close the library, or use it in a `with`.
    """

    def __init__(self, connections: Connections, alike: Alike = lexicon, clock: Callable[[], datetime] = _now) -> None:
        self._connections = connections
        self._alike = alike
        self._clock = clock
        self._index = SearchIndex(connections)

    @classmethod
    def open(
        cls, path: Path, *, patience: float = PATIENCE, alike: Alike = lexicon, clock: Callable[[], datetime] = _now
    ) -> Self:
        """Open the library at `path`, or create it. Raises LibraryError; a file that is not a library stays unchanged.

        Args:
            path: the file; missing parent folders are created.
            patience: seconds to wait for another process that writes.
            alike: loads the word equivalents for searches.
            clock: current time in UTC, for articles and changes.
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
        """Close idle connections; those in use close when they are returned."""
        self._connections.close()

    @property
    def path(self) -> Path:
        return self._connections.path

    @property
    def read_only(self) -> bool:
        """Whether the library can be read but not written."""
        return self._connections.read_only

    @property
    def was_changed(self) -> bool:
        """Whether this object has written anything."""
        return self._connections.was_changed

    def store(  # noqa: PLR0913 - independent values, each given by name
        self,
        article: Article,
        data: bytes,
        *,
        verdicts: Sequence[Verdict] = (),
        where: str,
        path: str | None,
        now: datetime | None = None,
        own_tags: Sequence[str] = (),
        charset: str | None = None,
    ) -> StoreOutcome:
        """Store an article made from `data`. `where` is for the outcome; `path`, `charset`: see `storing.Arrival`.

        Same bytes: AlreadyHere. Other bytes at the path an article follows: that article is updated (`Added.updated`) and
        keeps what the person did. `own_tags` are added in every case. Survives a killed process. Many articles: `batch`.
        """
        return self.store_all([storing.Arrival(article, data, verdicts, where, path, now, own_tags, charset)])[0]

    def store_all(self, arrivals: Sequence[Arrival]) -> list[StoreOutcome]:
        """Same for several articles, in order and in one transaction: of all of them or of none."""
        if not arrivals:
            return []
        with self._connections.writing() as db:
            outcomes = storing.store(db, arrivals, self._stamp(None))
            self._index.follow(db)
        self._index.note_stored(len(arrivals))
        return outcomes

    def has(self, data: bytes) -> bool:
        """Whether an article was made from these bytes, also one that is in the trash."""
        with self._connections.reading() as db:
            return storing.is_known(db, storing.digest(data))

    def register_duplicate(
        self, data: bytes, *, where: str, path: str | None, own_tags: Sequence[str] = ()
    ) -> StoreOutcome | None:
        """Same as `store` for bytes the library has, without cleaning them; None if it does not have them."""
        with self._connections.writing() as db:
            return storing.register_duplicate(db, storing.digest(data), where, path, own_tags)

    def batch(self) -> AbstractContextManager[None]:
        """Context for many calls of `store` or `replace`, several times faster: only the search index lags behind.

        Each call is still its own transaction, and other processes can write in between.
        """
        return self._index.batch()

    def replace(self, article_id: int, article: Article, verdicts: Sequence[Verdict] = ()) -> bool:
        """Replace an article by its re-cleaned version; user data stays. Returns whether it differs. Raises UnknownId."""
        with self._connections.writing() as db:
            changed = storing.replace(db, article_id, article, verdicts)
            self._index.follow(db)
        self._index.note_stored()
        return changed

    def cleaning_input(self, article_id: int) -> CleaningInput:
        """Everything an article is made from, for re-cleaning. Raises UnknownId."""
        with self._connections.reading() as db:
            return amending.cleaning_input(db, article_id)

    def amendments(self, article_id: int) -> tuple[Amendment, ...]:
        """Amendments of an article, oldest first."""
        with self._connections.reading() as db:
            return amending.amendments_of(db, article_id)

    def amendments_at(self, path: str | None) -> tuple[Amendment, ...]:
        """Amendments of the article that follows the file at `path`; empty if none does."""
        with self._connections.reading() as db:
            article_id = places.article_following(db, path)
            return () if article_id is None else amending.amendments_of(db, article_id)

    def store_recleaned(self, given: CleaningInput, cleaned: Cleaned) -> bool | None:
        """Store the article cleaned from `given`. Returns whether it differs; None if `given` is outdated."""
        with self._connections.writing() as db:
            if not amending.is_current(db, given):
                return None
            changed = storing.replace(db, given.article_id, cleaned.article, cleaned.verdicts)
            self._index.follow(db)
        self._index.note_stored()
        return changed

    def amend(self, given: CleaningInput, amendments: Sequence[Amendment], cleaned: Cleaned) -> LineChange | None:
        """Store amendments and the article cleaned with them, synced to disk; None, with nothing stored, if `given` is outdated."""
        with self._connections.writing(lasting=True) as db:
            change = amending.amend(db, given, amendments, cleaned)
            self._index.follow(db)
        return change

    def listing(self, query: Query) -> Listing:
        """Articles that match `query`, in its order; default: newest first (published, else updated, else added)."""
        with self._connections.reading() as db:
            return Listing(query, listed(db, query, self._alike, self._clock()))

    def rows(self, article_ids: Iterable[int]) -> tuple[Row, ...]:
        """Rows in the order of `article_ids`; unknown ids are skipped."""
        with self._connections.reading() as db:
            return reading.rows(db, article_ids)

    def begun(self, article_ids: Iterable[int]) -> tuple[int, ...]:
        """Those of the articles with a stored reading position below the title."""
        with self._connections.reading() as db:
            return reading.begun(db, article_ids)

    def stored(self, article_id: int) -> Stored:
        """A whole article with its reading position. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.stored(db, article_id)

    def source(self, article_id: int) -> bytes:
        """The stored source bytes. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.source(db, article_id)

    def verdicts(self, article_id: int) -> tuple[Verdict, ...]:
        """The cleaner's verdict on each source block, in order. Raises UnknownId."""
        with self._connections.reading() as db:
            return reading.verdicts(db, article_id)

    def resolve(self, id_prefix: str) -> Row:
        """The article whose short id begins with the prefix, case-insensitive. Raises UnknownId, AmbiguousId."""
        with self._connections.reading() as db:
            return reading.resolved(db, one_line(id_prefix))

    def tag_counts(self, query: Query) -> tuple[TagCount, ...]:
        return self.vocabulary.tags(query)

    def bookmarks(self) -> tuple[Row, ...]:
        """Articles with a bookmark or highlight, newest first."""
        with self._connections.reading() as db:
            return reading.bookmarks(db)

    def count(self) -> int:
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
        """Set or clear bookmarks and read states (see `marks.NewState`); None leaves a state unchanged. Synced to disk."""
        with self._connections.writing(lasting=True) as db:
            return marks.set_state(db, article_ids, bookmarked=bookmarked, read=read, now=self._stamp(now))

    def retag(self, article_ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Change:
        """Add and remove tags. Raises UsageError for an empty tag. Synced to disk."""
        with self._connections.writing(lasting=True) as db:
            return marks.retag(db, article_ids, add, remove, self._alike)

    def undo(self, change: Change | PassageChange) -> None:
        """Revert `change`, except for values that were changed again since."""
        with self._connections.writing(lasting=True) as db:
            return passages.undo(db, change) if isinstance(change, passages.PassageChange) else marks.undo(db, change)

    def highlights(self, article_id: int | None = None) -> tuple[PassageMark, ...]:
        """Highlights of an article in reading order; without an argument those of all articles, newest first."""
        with self._connections.reading() as db:
            return passages.all_marks(db) if article_id is None else passages.marks_of(db, article_id)

    def highlight(self, mark: PassageMark, now: datetime | None = None) -> PassageChange:
        """Add a highlight, or change its note. Raises UnknownId. Synced to disk."""
        mark = replace(mark, note=one_line(mark.note), when=mark.when or self._stamp(now))
        with self._connections.writing(lasting=True) as db:
            return passages.keep(db, mark)

    def remove_highlight(self, number: int) -> PassageChange:
        """Remove the highlight of this number. Synced to disk."""
        with self._connections.writing(lasting=True) as db:
            return passages.drop(db, number)

    def remember(self, article_id: int, position: Position) -> None:
        """Store the reading position of an article; ignored for unknown ids."""
        with self._connections.writing() as db:
            storing.remember(db, article_id, position)

    def setting(self, name: str) -> str | None:
        with self._connections.reading() as db:
            return reading.setting(db, name)

    def set_setting(self, name: str, value: str | None) -> None:
        with self._connections.writing() as db:
            reading.set_setting(db, name, value)

    def _stamp(self, now: datetime | None) -> str:
        return (now or self._clock()).isoformat(timespec="seconds")
