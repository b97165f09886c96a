"""What a reader can do, as plain blocking calls: for the command line, a worker of the screen, and a test.

The library opens on the first call that needs it, so a session costs nothing to make. What reads documents (the
cleaner, the sources, the tagging, the conversion dictionaries) is imported inside the calls that need it: starting the
reader on a filled library needs none of them.

Any thread may call. Errors are those of `tui_reader.errors`.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, Self

from tui_reader import paths
from tui_reader.config import Config
from tui_reader.model import Progress, Refused
from tui_reader.query import Query
from tui_reader.sanitise import one_line
from tui_reader.wordings import Wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from tui_reader.library import Change, Library, LineChange, Listing, PassageChange
    from tui_reader.model import (
        Amendment,
        Cleaned,
        Outcome,
        PassageMark,
        Position,
        Row,
        Shown,
        Stored,
        TagCount,
        Verdict,
    )
    from tui_reader.present.pieces import Piece
    from tui_reader.present.rewordings import Reworded
    from tui_reader.script.own import GlossaryChange
    from tui_reader.sources import Source


def _now() -> datetime:
    return datetime.now(UTC)


class Session(Wordings):
    """A reader at one library. `data_dir` as `paths.data_dir` takes it; `config` says how settings begin.

    `glossary` is the table of the person's own words; it need not be there. Without it there are none.
    """

    def __init__(
        self,
        data_dir: Path | None = None,
        *,
        config: Config | None = None,
        glossary: Path | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._data_dir = data_dir
        self._config = config or Config()
        super().__init__(glossary)
        self._clock = clock
        self._opening = Lock()
        self._opened: Library | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back what the open library holds; the next call opens it again."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @cached_property
    def library_path(self) -> Path:
        """The library's file; it may not be there yet."""
        return paths.library_path(paths.data_dir(self._data_dir))

    @property
    def read_only(self) -> bool:
        """Whether the library can be read but not written."""
        return self._library.read_only

    @property
    def _library(self) -> Library:
        with self._opening:
            if self._opened is None:
                from tui_reader.library import Library  # noqa: PLC0415 - opened, and paid for, on first use

                self._opened = Library.open(self.library_path, alike=lambda: self.words.equivalents)
            return self._opened

    @property
    def config(self) -> Config:
        """What the config file says."""
        return self._config

    # What is there

    def listing(self, query: Query) -> Listing:
        """The keys of the articles a query finds, newest first."""
        return self._library.listing(query)

    def rewordings(self, key: int, shown: Shown, pieces: Sequence[Piece] | None = None) -> tuple[Reworded, ...]:
        """What is reworded of an article's pieces when it is `shown` so. Raises UnknownId.

        `pieces` are those of a page that was made of it before; else those it has now.
        """
        from tui_reader.present.pieces import pieces_of  # noqa: PLC0415
        from tui_reader.present.rewordings import rewordings_of  # noqa: PLC0415 - few ask

        stored = self.stored(key)
        pieces = pieces_of(stored.article, stored.row.tags) if pieces is None else pieces
        return rewordings_of(stored.article, pieces, shown, self.converter)

    def rows(self, keys: Sequence[int]) -> tuple[Row, ...]:
        """The list rows of `keys`, in that order; keys that are gone are left out."""
        return self._library.rows(keys)

    def stored(self, key: int) -> Stored:
        """A whole article with its reader's place in it."""
        return self._library.stored(key)

    def verdicts(self, key: int) -> tuple[Verdict, ...]:
        """What the cleaner decided for each block of an article's source."""
        return self._library.verdicts(key)

    def amendments(self, key: int) -> tuple[Amendment, ...]:
        """The lines of an article that the person put back or dropped."""
        return self._library.amendments(key)

    def resolve(self, article_id: str) -> Row:
        """The article that an id, or the beginning of one, names. Raises UnknownId, AmbiguousId."""
        return self._library.resolve(one_line(article_id))

    def tag_counts(self, query: Query) -> tuple[TagCount, ...]:
        """The tags of the articles a query finds, most frequent first."""
        return self._library.tag_counts(query)

    def bookmarks(self) -> tuple[Row, ...]:
        """The bookmarked articles, newest mark first."""
        return self._library.bookmarks()

    def count(self) -> int:
        """How many articles the library holds."""
        return self._library.count()

    # What a person does with it

    def bookmark(self, keys: Sequence[int], on: bool = True) -> Change:
        """Set or clear the bookmark of articles."""
        return self._library.mark(keys, bookmarked=on, now=self._clock())

    def mark_read(self, keys: Sequence[int], on: bool = True) -> Change:
        """Mark articles as read or unread."""
        return self._library.mark(keys, read=on, now=self._clock())

    def tag(self, keys: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Change:
        """Add and remove tags by hand; both outlive a new cleaning."""
        return self._library.retag(keys, add=_tags(add), remove=_tags(remove))

    def amend(self, key: int, lines: Sequence[str], *, kept: bool) -> LineChange:
        """Put lines of an article's source back into its body, or drop lines of it, whatever the cleaner says of them.

        Holds for every later cleaning. Raises NoArticle where the source cannot be cleaned any more.
        """
        from tui_reader.intake.again import amend  # noqa: PLC0415 - see the module's docstring
        from tui_reader.library import with_word  # noqa: PLC0415

        when = self._clock().isoformat()
        return amend(self._library, key, lambda words: with_word(words, lines, kept=kept, when=when))

    def passage_marks(self, key: int | None = None) -> tuple[PassageMark, ...]:
        """The marked passages of an article in the order of their places; of all articles, the newest first."""
        return self._library.passage_marks(key)

    def mark_passage(self, mark: PassageMark) -> PassageChange:
        """Mark a passage, or change the note on one."""
        return self._library.mark_passage(replace(mark, note=one_line(mark.note)), self._clock())

    def unmark_passage(self, number: int) -> PassageChange:
        """Take the mark of that number off."""
        return self._library.unmark_passage(number)

    def undo(self, change: Change | LineChange | PassageChange | GlossaryChange) -> None:
        """Put back what was before `change`. Raises GlossaryError where the person's table is another one since."""
        from tui_reader.library import LineChange  # noqa: PLC0415 - loaded long ago, by what made the change
        from tui_reader.script.own import GlossaryChange  # noqa: PLC0415

        if isinstance(change, GlossaryChange):
            self.words.undo(change)
        elif isinstance(change, LineChange):
            from tui_reader.intake.again import amend  # noqa: PLC0415 - see the module's docstring

            amend(self._library, change.key, change.undone)
        else:
            self._library.undo(change)

    def remember(self, key: int, position: Position) -> None:
        """Keep the place a reader has come to."""
        self._library.remember(key, position)

    def setting(self, name: str) -> str | None:
        """A setting as last chosen in the reader, else as the config file says, else None."""
        kept = self._library.setting(name)
        return self._config.setting(name) if kept is None else kept

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting for the next start."""
        self._library.set_setting(name, value)

    # What comes in

    def import_paths(
        self,
        named: Sequence[str],
        *,
        own_tags: Sequence[str] = (),
        stdin: BinaryIO | None = None,
        force: bool = False,
    ) -> Iterator[Progress]:
        """Clean and keep the documents that are named: files, folders, `-`. One progress for each, as it is done.

        With `force` pages without an article are kept too, marked as uncertain.
        """
        from tui_reader.sources import gather  # noqa: PLC0415 - see the module's docstring

        gathered = gather(named, stdin)
        yield from self._take(gathered, gathered.total, _tags(own_tags), force=force)

    def import_samples(self) -> Iterator[Progress]:
        """Keep the sample articles that travel with the program."""
        from tui_reader.sources import samples  # noqa: PLC0415 - see the module's docstring

        found = samples()
        yield from self._take(found, len(found), ())

    def _take(
        self, sources: Iterable[Source | Refused], total: int, own_tags: tuple[str, ...], *, force: bool = False
    ) -> Iterator[Progress]:
        from tui_reader.intake import take  # noqa: PLC0415 - see the module's docstring
        from tui_reader.intake.workers import processes_for  # noqa: PLC0415

        processes = processes_for(total)
        yield from _counted(
            take(sources, self._library, clock=self._clock, own_tags=own_tags, processes=processes, force=force), total
        )

    def reclean(self, keys: Sequence[int] | None = None) -> Iterator[Progress]:
        """Clean these articles again, or all, from what they were made of; all that a person did to them stays.

        The outcomes are CleanedAgain, or Refused for what can no longer be cleaned and is left as it was.
        """
        from tui_reader.intake.again import clean_again  # noqa: PLC0415 - see the module's docstring
        from tui_reader.intake.workers import processes_for  # noqa: PLC0415

        asked = self.listing(Query()).keys if keys is None else keys
        outcomes = clean_again(self._library, asked, processes=processes_for(len(asked)))
        yield from _counted(outcomes, len(asked))
        if keys is None:
            self._library.index_anew()

    # What needs no library

    def clean(
        self,
        named: Sequence[str],
        *,
        stdin: BinaryIO | None = None,
        as_of: datetime | None = None,
        why: bool = False,
    ) -> Iterator[tuple[Source, Cleaned] | Refused]:
        """Clean documents without keeping them, one at a time. `why`: refused pages come with their blocks' verdicts."""
        from tui_reader.intake import prepare  # noqa: PLC0415 - see the module's docstring
        from tui_reader.sources import gather  # noqa: PLC0415

        for source in gather(named, stdin):
            if isinstance(source, Refused):
                yield source
                continue
            prepared = prepare(source.data, source.where, as_of, why=why)
            yield prepared if isinstance(prepared, Refused) else (source, prepared)

    def decode(self, data: bytes, where: str) -> str:
        """Bytes as text, by the same judgement as a page's. Raises SourceBinary, SourceEmpty."""
        from tui_reader.cleaning.decode.decoding import decode  # noqa: PLC0415 - see the module's docstring

        return decode(data, where).text


def _counted(outcomes: Generator[Outcome, None, None], total: int) -> Iterator[Progress]:
    """Each outcome as it comes; what they come from ends with this."""
    with closing(outcomes):
        for done, outcome in enumerate(outcomes, start=1):
            yield Progress(outcome, done, total)


def _tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags as they can be kept: on one line, harmless, none empty, none twice."""
    return tuple(dict.fromkeys(tag for tag in map(one_line, tags) if tag))
