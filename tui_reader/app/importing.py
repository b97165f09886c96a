"""Import: sources → prepared → stored, with an outcome for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.app.preparing import Job, job_of
from tui_reader.app.recleaning import reclean_one
from tui_reader.app.workers import in_order
from tui_reader.model import Added, Cleaned, Outcome, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from tui_reader.library import Library
    from tui_reader.sources import Source


def import_sources(
    sources: Iterable[Source | Refused],
    library: Library,
    *,
    own_tags: Sequence[str] = (),
    processes: int = 1,
    force: bool = False,
    awaited: Callable[[str], None] = lambda _where: None,
) -> Generator[Outcome, None, None]:
    """Clean and store the sources in order, yielding one outcome for each. Raises LibraryError.

    Bytes that the library has already are not cleaned again. With `force`, pages without an article are stored too.
    `awaited` is called with the place of the document that is worked on. Close
    the generator or exhaust it: it may hold worker processes.
    """
    errands = in_order(_errands(sources, library, force=force), processes, awaited)
    library.stories.update()
    with library.batch():
        try:
            for source, prepared in errands:
                yield _outcome(source, prepared, library, own_tags, force=force)
        finally:
            errands.close()


def _errands(
    sources: Iterable[Source | Refused], library: Library, *, force: bool
) -> Iterator[tuple[Source | Refused, Job | None]]:
    for source in sources:
        known = isinstance(source, Refused) or library.has(source.data)
        yield source, None if known or isinstance(source, Refused) else _job(source, library, force=force)


def _job(source: Source, library: Library, *, force: bool) -> Job:
    """The source, with the user's decisions about lines of the article that follows this path."""
    return job_of(source, library.amendments_at(source.path), force=force)


def _outcome(
    source: Source | Refused,
    prepared: Cleaned | Refused | None,
    library: Library,
    own_tags: Sequence[str],
    *,
    force: bool,
) -> Outcome:
    if isinstance(source, Refused):
        return source
    if prepared is None:
        met = library.register_duplicate(source.data, where=source.where, path=source.path, own_tags=own_tags)
        if met is not None:
            return met
        prepared = _job(source, library, force=force).done()  # it has been taken out of the library since
    if isinstance(prepared, Refused):
        return replace(prepared, path=source.path)
    stored = library.store(
        prepared.article,
        source.data,
        verdicts=prepared.verdicts,
        where=source.where,
        path=source.path,
        own_tags=own_tags,
        charset=source.charset,
    )
    if isinstance(stored, Added) and stored.updated and library.amendments(stored.row.article_id):
        reclean_one(library, stored.row.article_id)  # the person may have had another word while it was cleaned
    return stored
