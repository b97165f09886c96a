"""Session: library, settings and glossary of one user, and the use cases that need more than one of them.

Calls block; any thread may make them. `session.library` is opened on first access, so a session costs nothing to make.
Cleaner, sources, tagging and conversion tables are imported inside the calls that need them: opening the reader on a
filled library needs none.

Errors are those of `tui_reader.errors`.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from tui_reader import paths
from tui_reader.app.preferences import Preferences
from tui_reader.config import Config
from tui_reader.errors import LibraryDamaged, LibraryError
from tui_reader.model import Progress, Refused
from tui_reader.query import Query
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from tui_reader.app.undoing import AnyChange
    from tui_reader.library import Library, LineChange
    from tui_reader.library.recovery import Recovery
    from tui_reader.model import Cleaned, Script, Shown
    from tui_reader.present.pieces import Piece
    from tui_reader.present.rewordings import PlacedRewording
    from tui_reader.script import Context, Converter
    from tui_reader.script.user_glossary import UserGlossary
    from tui_reader.sources import Source
    from tui_reader.sources.gathered import Found


def _now() -> datetime:
    return datetime.now(UTC)


class Session:
    """Library, settings and glossary of one user.

    Args:
        data_dir: the folder of the library, as `paths.data_dir` takes it; None for the default.
        config: settings as read; `config_path`: their file, None for none: then changes are kept in the library.
        glossary: file of the user glossary, which need not exist; None for no glossary.
        clock: current time in UTC, for what is stored.
        allow_private: fetch web addresses in private networks too.
    """

    def __init__(
        self,
        data_dir: Path | None = None,
        *,
        config: Config | None = None,
        config_path: Path | None = None,
        glossary: Path | None = None,
        clock: Callable[[], datetime] = _now,
        allow_private: bool = False,
    ) -> None:
        self.preferences = Preferences(config or Config(), config_path, lambda: self.library)
        self._data_dir = data_dir
        self._glossary_path = glossary
        self._clock = clock
        self.allow_private = allow_private
        self.recovery: Recovery | None = None
        """Result of rebuilding a damaged library; None if it was intact."""
        self._opening = Lock()
        self._library: Library | None = None
        self._glossary: UserGlossary | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; the next access opens it again."""
        with self._opening:
            if self._library is not None:
                self._library.close()
                self._library = None

    @cached_property
    def library_path(self) -> Path:
        """Path of the library's file, which may not exist yet."""
        return paths.library_path(paths.data_dir(self._data_dir))

    @property
    def library(self) -> Library:
        """Open the library on first use. Raises LibraryError."""
        with self._opening:
            if self._library is None:
                from tui_reader.library import Library  # noqa: PLC0415 - opened, and paid for, on first use

                self._library = self._opened(Library.open)
            return self._library

    def _opened(self, open_library: Callable[..., Library]) -> Library:
        """The library; a damaged one that is surely ours is rebuilt first."""
        arguments = {"clock": self._clock, "alike": lambda: self.glossary.equivalents}
        try:
            return open_library(self.library_path, **arguments)
        except LibraryDamaged:
            from tui_reader.app.repairing import has_backups  # noqa: PLC0415 - see the module's docstring

            if not has_backups(self.library_path):
                raise
            self.repair()
            return open_library(self.library_path, **arguments)

    def save_backups(self, *, copy: bool = True) -> None:
        """Keep what the person did beside the library, and with `copy` the daily copy. A failure stops nobody."""
        from tui_reader.app.repairing import copy_library, save_reader_data  # noqa: PLC0415 - see the module's docstring

        save_reader_data(self.library)
        if copy:
            copy_library(self.library)

    def repair(self) -> Recovery:
        """Build a damaged library anew from its readable pages and its backups; the damaged file is set aside.

        Raises LibraryError; the file is unchanged then.
        """
        from tui_reader.library.recovery import recover  # noqa: PLC0415 - rarely needed

        self.recovery = recover(self.library_path, self._clock())
        return self.recovery

    def setting(self, name: str) -> str | None:
        """A setting as last changed, in the reader or in the file, else None."""
        return self.preferences.text(name)

    # Conversion

    @property
    def glossary(self) -> UserGlossary:
        """User glossary and word packs, read on first use."""
        with self._opening:
            if self._glossary is None:
                from tui_reader.script.user_glossary import UserGlossary  # noqa: PLC0415 - not before something is converted

                self._glossary = UserGlossary(self._glossary_path)
            return self._glossary

    def converter(self, target: str) -> Converter:
        """Converter to `cn tw hk hans hant`. Entries of the user glossary, as it is now, take precedence."""
        return self.glossary.converter(target)

    def convert(self, text: str, target: str, *, source: Script | None = None, context: Context | None = None) -> str:
        """Convert `text` to another script or wording (`cn tw hk hans hant`), line by line; line ends stay.

        Each line's script is detected separately, unless `source` or the `context` of the whole text is given.
        """
        convert = self.converter(target).convert
        return "\n".join(convert(line, source=source, context=context) for line in text.split("\n"))

    def warm(self, targets: Iterable[str]) -> Iterator[None]:
        """Load the tables of these converters, and what searching needs of the library, one at each step."""
        for target in targets:
            self.converter(target).load()
            yield
        with suppress(LibraryError):  # whoever searches is told
            for _ in self.library.vocabulary.load():
                yield

    def rewordings(
        self, article_id: int, shown: Shown, pieces: Sequence[Piece] | None = None
    ) -> tuple[PlacedRewording, ...]:
        """Words that conversion to `shown` replaces in an article. Raises UnknownId.

        `pieces`: those of a page of the article, if there is one; default: made from the article.
        """
        from tui_reader.present.pieces import pieces_of  # noqa: PLC0415
        from tui_reader.present.rewordings import rewordings_of  # noqa: PLC0415 - few ask

        stored = self.library.stored(article_id)
        pieces = pieces_of(stored.article, stored.row.tags) if pieces is None else pieces
        return rewordings_of(stored.article, pieces, shown, self.converter)

    # Changes

    def amend(self, article_id: int, lines: Sequence[str], *, kept: bool) -> LineChange:
        """Restore lines of an article's source to its body, or drop lines of it, overriding the cleaner.

        Applies to every later cleaning. Raises NoArticle if the source cannot be cleaned any more; UnknownId.
        """
        from tui_reader.app.recleaning import amend  # noqa: PLC0415 - see the module's docstring
        from tui_reader.library import with_decisions  # noqa: PLC0415

        when = self._clock().isoformat()
        return amend(self.library, article_id, lambda words: with_decisions(words, lines, kept=kept, when=when))

    def record(self, change: AnyChange) -> int | None:
        """Add a change to the journal, so that it can be undone later. Returns its number; None if nothing changed."""
        from tui_reader.app.undoing import record  # noqa: PLC0415 - see the module's docstring

        return record(self.library.journal, change)

    def undo_last(self) -> AnyChange | None:
        """Undo the last recorded change, of an earlier run too. Returns it; None if there is none."""
        from tui_reader.app.undoing import undo_last  # noqa: PLC0415 - see the module's docstring

        return undo_last(self.library, self.glossary)

    def undo(self, change: AnyChange) -> None:
        """Revert `change` unless newer changes replaced it. Raises GlossaryError if the glossary file was edited."""
        from tui_reader.app.undoing import undo  # noqa: PLC0415 - see the module's docstring

        undo(self.library, self.glossary, change)

    # Documents

    def import_paths(
        self,
        named: Sequence[str],
        *,
        own_tags: Sequence[str] = (),
        stdin: BinaryIO | None = None,
        force: bool = False,
        awaited: Callable[[str], None] = lambda _where: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Generator[Progress, None, None]:
        """Clean and store documents: files, folders, archives, addresses, `-` for standard input. Yields a Progress after each.

        With `force`, pages without an article are stored too, as uncertain. `awaited`, `cancelled`: see `import_sources`.
        """
        from tui_reader.sources import gather  # noqa: PLC0415 - see the module's docstring

        gathered = gather(
            named,
            stdin,
            allow_private=self.allow_private,
            article_at=self.library.feeds.article_at,
        )
        how = {"force": force, "awaited": awaited, "cancelled": cancelled}
        yield from self._take(gathered, lambda: gathered.total, _tags(own_tags), **how)

    def import_samples(self) -> Generator[Progress, None, None]:
        """Store the sample articles that are installed with the program."""
        from tui_reader.sources import samples  # noqa: PLC0415 - see the module's docstring

        found = samples()
        yield from self._take(found, lambda: len(found), ())

    def _take(
        self, sources: Iterable[Found | None], total: Callable[[], int], own_tags: tuple[str, ...], **how: Any
    ) -> Generator[Progress, None, None]:
        from tui_reader.app.importing import counted, import_sources  # noqa: PLC0415 - see the module's docstring
        from tui_reader.app.workers import processes_for  # noqa: PLC0415

        outcomes = import_sources(sources, self.library, own_tags=own_tags, processes=processes_for(total()), **how)
        yield from counted(outcomes, total)

    def reclean(self, article_ids: Sequence[int] | None = None) -> Iterator[Progress]:
        """Re-clean these articles, or all, from their stored sources. User data (tags, marks, positions) stays.

        Outcomes are CleanedAgain, or Refused for what can no longer be cleaned and stays unchanged.
        """
        from tui_reader.app.importing import counted  # noqa: PLC0415 - see the module's docstring
        from tui_reader.app.recleaning import clean_again  # noqa: PLC0415
        from tui_reader.app.workers import processes_for  # noqa: PLC0415

        asked = self.library.listing(Query()).article_ids if article_ids is None else article_ids
        yield from counted(clean_again(self.library, asked, processes=processes_for(len(asked))), lambda: len(asked))
        if article_ids is None:
            self.library.upkeep.reindex()


def clean(
    named: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    as_of: datetime | None = None,
    why: bool = False,
    allow_private: bool = False,
) -> Iterator[tuple[Source, Cleaned] | Refused]:
    """Clean documents one at a time without storing them. With `why`, a Refused has the verdicts on its blocks."""
    from tui_reader.app.preparing import prepare  # noqa: PLC0415 - see the module's docstring
    from tui_reader.sources import Source, gather  # noqa: PLC0415

    for source in gather(named, stdin, allow_private=allow_private):
        if isinstance(source, Refused):
            yield source
        if not isinstance(source, Source):
            continue
        prepared = prepare(source, as_of, why=why)
        yield prepared if isinstance(prepared, Refused) else (source, prepared)


def _tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags as stored: sanitized, single-line, not empty, unique."""
    return tuple(dict.fromkeys(tag for tag in map(one_line, tags) if tag))
