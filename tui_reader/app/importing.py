"""Import: sources → prepared → stored, with an outcome for each."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from tui_reader.app.preparing import Job, job_of
from tui_reader.app.recleaning import reclean_one
from tui_reader.app.restoring import article_of_record, restore
from tui_reader.app.workers import CHUNK, in_order
from tui_reader.library import Arrival
from tui_reader.model import Added, AlreadyHere, Cleaned, Outcome, Progress, Refused
from tui_reader.sources import KnownPage, Source
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from tui_reader.library import Library

Document = Source | KnownPage

TOGETHER: Final = 0.05
"""Seconds within which the documents come that are stored in one transaction."""


def import_sources(
    sources: Iterable[Document | Refused | None],
    library: Library,
    *,
    own_tags: Sequence[str] = (),
    processes: int = 1,
    force: bool = False,
    awaited: Callable[[str], None] = lambda _where: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[Outcome, None, None]:
    """Clean and store the sources in order, yielding one outcome for each. Raises LibraryError.

    Where the next source is not ready yet, `sources` yields None, so that what came before it is stored meanwhile.
    Bytes that the library has already are not cleaned again. With `force`, pages without an article are stored too.
    `awaited` is called with the place of the document that is worked on. Once `cancelled` is true, the outcomes of what is
    stored already follow, and no others. Close the generator or exhaust it: it may hold worker processes.
    """
    errands = in_order(_errands(sources, library, force=force), processes, awaited)
    library.stories.update()
    with library.batch():
        try:
            for group in _groups(errands, most=CHUNK if processes > 1 else 1):
                yield from _outcomes(group, library, own_tags, force=force)
                if cancelled():
                    return
        finally:
            errands.close()


_Prepared = tuple[Document | Refused, Cleaned | Refused | None]


def _groups(
    prepared: Iterable[tuple[Document | Refused | None, Cleaned | Refused | None]], most: int
) -> Iterator[list[_Prepared]]:
    """What is stored in one transaction: up to `most` documents, and no more than come within `TOGETHER`."""
    group: list[_Prepared] = []
    begun = 0.0
    for source, cleaned in prepared:
        begun = begun if group else monotonic()
        if source is not None:
            group.append((source, cleaned))
        if len(group) == most or source is None or monotonic() - begun > TOGETHER:
            yield group
            group = []
    if group:
        yield group


def _errands(
    sources: Iterable[Document | Refused | None], library: Library, *, force: bool
) -> Iterator[tuple[Document | Refused | None, Job | None]]:
    for source in sources:
        is_new = isinstance(source, Source) and not library.has(source.data)
        yield source, _job(source, library, force=force) if isinstance(source, Source) and is_new else None


def _job(source: Source, library: Library, *, force: bool) -> Job:
    """The source, with the user's decisions about lines of the article that follows this path."""
    return job_of(source, library.amendments_at(source.path), force=force)


def _outcomes(
    group: Sequence[_Prepared], library: Library, own_tags: Sequence[str], *, force: bool
) -> Iterator[Outcome]:
    """Store what is to be stored; the outcomes in order."""
    arrivals = [_arrival(source, prepared, library, own_tags, force=force) for source, prepared in group]
    stored = iter(library.store_all([one for one in arrivals if isinstance(one, Arrival)]))
    outcomes = [next(stored) if isinstance(one, Arrival) else one for one in arrivals]
    for outcome in outcomes:
        if isinstance(outcome, Added) and outcome.updated and library.amendments(outcome.row.article_id):
            reclean_one(library, outcome.row.article_id)  # the person may have had another word while it was cleaned
    for (source, _), outcome in zip(group, outcomes, strict=True):
        yield _restored(library, source, outcome)


def _restored(library: Library, source: Document | Refused, outcome: Outcome) -> Outcome:
    """The outcome, once the article has what a person did with it elsewhere, and is known by its address before redirects."""
    if isinstance(source, Refused) or source.state is None or not isinstance(outcome, Added | AlreadyHere):
        return outcome
    if isinstance(source, Source) and source.origin != source.path and begins_with_url(source.origin or ""):
        library.register_duplicate(source.data, where=source.where, path=source.origin)
    article_id = outcome.row.article_id
    is_new = isinstance(outcome, Added) and not outcome.updated
    restore(library, article_id, source.state, is_new=is_new)
    (row,) = library.rows((article_id,))
    return replace(outcome, row=row)


def _arrival(
    source: Document | Refused,
    prepared: Cleaned | Refused | None,
    library: Library,
    own_tags: Sequence[str],
    *,
    force: bool,
) -> Arrival | Outcome:
    if isinstance(source, Refused):
        return source
    known = source.article_id if isinstance(source, KnownPage) else article_of_record(library, source)
    if known is not None:
        return _already_here(library, source, known, own_tags)
    assert isinstance(source, Source)  # noqa: S101 - for mypy: a known page is dealt with
    if prepared is None:
        met = library.register_duplicate(source.data, where=source.where, path=source.path, own_tags=own_tags)
        if met is not None:
            return met
        prepared = _job(source, library, force=force).done()  # it has been taken out of the library since
    if isinstance(prepared, Refused):
        return replace(prepared, path=source.origin or source.path)
    return Arrival(
        prepared.article,
        source.data,
        prepared.verdicts,
        source.where,
        source.path,
        source.state.added if source.state else None,
        own_tags=own_tags,
        charset=source.charset,
    )


def _already_here(library: Library, source: Document, article_id: int, own_tags: Sequence[str]) -> AlreadyHere:
    if own_tags:
        library.retag((article_id,), own_tags)
    (row,) = library.rows((article_id,))
    return AlreadyHere(source.where, row)


def counted(outcomes: Generator[Outcome, None, None], total: Callable[[], int]) -> Iterator[Progress]:
    """Number the outcomes; the total may be an estimate until the end. Closing this generator closes `outcomes`."""
    with closing(outcomes):
        for done, outcome in enumerate(outcomes, start=1):
            yield Progress(outcome, done, max(done, total()))
