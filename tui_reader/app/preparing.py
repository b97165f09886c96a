"""Clean and tag one document: the expensive part of an import, without side effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tui_reader.cleaning import clean
from tui_reader.cleaning.amend import LineDecisions, apply_decisions
from tui_reader.errors import NoArticle, SourceError
from tui_reader.model import Amendment, Cleaned, Passage, Refused, Verdict
from tui_reader.sources import STDIN, Source
from tui_reader.sources.services.own import stored_article
from tui_reader.sources.shells import SHELL, is_shell
from tui_reader.tagging import tags_for
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tui_reader.model import Article

RECORDED: Final = "as exported"

_LOOK: Final = 1024
"""Bytes in which markup begins, after blanks."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to clean. `where` names it in messages; `force`, `judged` and `charset` are arguments of `clean`.

    `name`: its file name or web address.
    """

    where: str
    name: str | None
    data: bytes
    amendments: tuple[Amendment, ...] = ()
    force: bool = False
    judged: bool = False
    charset: str | None = None

    def done(self) -> Cleaned | Refused:
        return _prepared(self)


def prepare(source: Source, as_of: datetime | None = None, *, why: bool = False) -> Cleaned | Refused:
    """Clean and tag one document.

    `as_of` dates relative times on the page. With `why`, the Refused of a page without an article has the verdicts on its
    blocks.
    """
    job = job_of(source)
    prepared = _prepared(job, as_of)
    if why and isinstance(prepared, Refused) and prepared.no_article:
        every = _prepared(replace(job, judged=True), as_of)
        return prepared if isinstance(every, Refused) else replace(prepared, verdicts=every.verdicts)
    return prepared


def _prepared(job: Job, as_of: datetime | None = None) -> Cleaned | Refused:
    recorded = recorded_article(job)
    if recorded is not None:
        return recorded
    try:
        kept, dropped = (tuple(word.text for word in job.amendments if word.kept is wanted) for wanted in (True, False))
        cleaned = clean(
            job.data,
            **_names(job),
            charset=job.charset,
            as_of=as_of,
            kept=kept,
            dropped=dropped,
            force=job.force,
            judged=job.judged,
        )
    except NoArticle as error:
        reason = SHELL if _is_web(job) and is_shell(job.data) else error.reason
        return Refused(job.where, reason, no_article=True)
    except SourceError as error:
        return Refused(job.where, error.reason)
    except RecursionError:
        return Refused(job.where, "nested too deeply")
    except MemoryError:
        return Refused(job.where, "needs more memory than available")
    return _tagged(cleaned)


def _tagged(cleaned: Cleaned) -> Cleaned:
    return replace(cleaned, article=replace(cleaned.article, tags=tags_for(cleaned.article)))


def recorded_article(job: Job) -> Cleaned | None:
    """The article of a stored record, which needs no cleaning, with the decisions about its lines; None of a document."""
    article = stored_article(job.data)
    if article is None:
        return None
    kept, dropped = (tuple(word.text for word in job.amendments if word.kept is wanted) for wanted in (True, False))
    cleaned = Cleaned(article, tuple(verdicts_of(article)))
    return _tagged(apply_decisions(cleaned, LineDecisions.of(kept, dropped)) if job.amendments else cleaned)


def verdicts_of(article: Article) -> Iterator[Verdict]:
    """Verdicts on the parts of an article that was not cleaned here."""
    if article.title:
        yield Verdict(article.title, "title", RECORDED)
    yield from (Verdict(text, "deck", RECORDED) for text in article.deck)
    for line in article.in_place():
        if isinstance(line, Passage):
            yield Verdict(line.text, "body", RECORDED)
        else:
            yield Verdict(line.text, "dropped", line.reason)
    yield from (Verdict(text, "caption", RECORDED) for text in article.captions)
    yield from (Verdict(comment.text, "comment", RECORDED) for comment in article.comments)


def job_of(source: Source, amendments: tuple[Amendment, ...] = (), *, force: bool = False) -> Job:
    """The job of cleaning a document, with the user's decisions about its lines."""
    name = source.path if source.is_web else None if source.where == STDIN else source.where
    return Job(source.where, name, source.data, amendments, force, charset=source.charset)


def _is_web(job: Job) -> bool:
    return job.name is not None and begins_with_url(job.name)


def _names(job: Job) -> dict[str, str | None]:
    """Arguments `name` and `address` of `clean`. The name at the end of an address says nothing about a page of HTML."""
    if not _is_web(job):
        return {"name": job.name}
    is_markup = job.data[:_LOOK].lstrip().startswith(b"<")
    return {"name": None if is_markup else urlsplit(job.name or "").path, "address": job.name}


def done(jobs: Iterable[Job]) -> list[Cleaned | Refused]:
    """Do the jobs of one chunk, in order."""
    return [job.done() for job in jobs]
