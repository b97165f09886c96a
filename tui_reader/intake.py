"""Sources → clean → tag → store, with an outcome for each.

`prepare` is the part that costs time and touches nothing outside: a plain function of bytes, so that it can be given
to other processes. `take` walks the sources one at a time and keeps what came out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.cleaning import clean
from tui_reader.errors import SourceError
from tui_reader.model import Cleaned, Outcome, Refused
from tui_reader.sources import STDIN, Source
from tui_reader.tagging import tags_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from tui_reader.library import Library


def prepare(data: bytes, where: str, as_of: datetime | None = None) -> Cleaned | Refused:
    """One document cleaned and tagged, or why not. `where` names it; `as_of` dates relative times on the page."""
    try:
        cleaned = clean(data, name=None if where == STDIN else where, as_of=as_of)
    except SourceError as error:
        return Refused(where, error.reason)
    except RecursionError:
        return Refused(where, "nested too deeply to be read")
    except MemoryError:
        return Refused(where, "needs more memory than there is")
    return replace(cleaned, article=replace(cleaned.article, tags=tags_for(cleaned.article)))


def take(
    sources: Iterable[Source | Refused],
    library: Library,
    *,
    clock: Callable[[], datetime],
    own_tags: Sequence[str] = (),
) -> Iterator[Outcome]:
    """Clean and store each source as it comes; one outcome for each, in order. Raises LibraryError."""
    with library.batch():
        for source in sources:
            yield source if isinstance(source, Refused) else _keep(source, library, clock(), own_tags)


def _keep(source: Source, library: Library, now: datetime, own_tags: Sequence[str]) -> Outcome:
    prepared = prepare(source.data, source.where)
    if isinstance(prepared, Refused):
        return prepared
    return library.store(
        prepared.article,
        source.data,
        verdicts=prepared.verdicts,
        where=source.where,
        path=source.path,
        now=now,
        own_tags=own_tags,
    )
