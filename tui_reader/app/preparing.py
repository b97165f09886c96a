"""Clean and tag one document: the expensive part of an import, without side effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui_reader.cleaning import clean
from tui_reader.errors import NoArticle, SourceError
from tui_reader.model import Amendment, Cleaned, Refused
from tui_reader.sources import STDIN
from tui_reader.tagging import tags_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Job:
    """A document to clean. `where` names it in messages; `name`, `force` and `judged` are arguments of `clean`."""

    where: str
    name: str | None
    data: bytes
    amendments: tuple[Amendment, ...] = ()
    force: bool = False
    judged: bool = False

    def done(self) -> Cleaned | Refused:
        """Clean and tag the document."""
        return _prepared(self)


def prepare(data: bytes, where: str, as_of: datetime | None = None, *, why: bool = False) -> Cleaned | Refused:
    """Clean and tag one document.

    `where` names it in messages; `as_of` dates relative times on the page. With `why`, the Refused of a page without an
    article has the verdicts on its blocks.
    """
    job = Job(where, None if where == STDIN else where, data)
    prepared = _prepared(job, as_of)
    if why and isinstance(prepared, Refused) and prepared.no_article:
        every = _prepared(replace(job, judged=True), as_of)
        return prepared if isinstance(every, Refused) else replace(prepared, verdicts=every.verdicts)
    return prepared


def _prepared(job: Job, as_of: datetime | None = None) -> Cleaned | Refused:
    try:
        kept, dropped = (tuple(word.text for word in job.amendments if word.kept is wanted) for wanted in (True, False))
        cleaned = clean(
            job.data, name=job.name, as_of=as_of, kept=kept, dropped=dropped, force=job.force, judged=job.judged
        )
    except NoArticle as error:
        return Refused(job.where, error.reason, no_article=True)
    except SourceError as error:
        return Refused(job.where, error.reason)
    except RecursionError:
        return Refused(job.where, "nested too deeply")
    except MemoryError:
        return Refused(job.where, "needs more memory than available")
    return replace(cleaned, article=replace(cleaned.article, tags=tags_for(cleaned.article)))


def done(jobs: Iterable[Job]) -> list[Cleaned | Refused]:
    """Do the jobs of one chunk, in order."""
    return [job.done() for job in jobs]
