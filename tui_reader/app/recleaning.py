"""Re-clean articles from their stored sources: by the installed rules, or because the user amended lines.

The library accepts a result only if its input (source bytes and amendments) has not changed meanwhile; otherwise the
article is cleaned again from the new input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.preparing import Job
from tui_reader.app.workers import in_order
from tui_reader.errors import NoArticle
from tui_reader.locale import _
from tui_reader.model import Cleaned, CleanedAgain, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from tui_reader.library import CleaningInput, Library, LineChange
    from tui_reader.model import Amendment

    Decide = Callable[[tuple[Amendment, ...]], tuple[Amendment, ...]]


def clean_again(
    library: Library, article_ids: Iterable[int], *, processes: int = 1
) -> Generator[CleanedAgain | Refused, None, None]:
    """Re-clean articles, yielding one outcome for each, in order. What can no longer be cleaned stays unchanged.

    Raises LibraryError, UnknownId. Close the generator or exhaust it: it may hold worker processes.
    """
    errands = in_order(((given, _job(given)) for given in map(library.cleaning_input, article_ids)), processes)
    with library.batch():
        try:
            for given, prepared in errands:
                yield _taken(library, given, prepared or _job(given).done())
        finally:
            errands.close()


def reclean_one(library: Library, article_id: int) -> CleanedAgain | Refused:
    given = library.cleaning_input(article_id)
    return _taken(library, given, _job(given).done())


def amend(library: Library, article_id: int, decide: Decide) -> LineChange:
    """Replace the amendments of an article by `decide(amendments)`, and re-clean it.

    Raises NoArticle if the source cannot be cleaned any more, with everything unchanged; LibraryError; UnknownId.
    """
    change: LineChange | None = None
    while change is None:
        given = library.cleaning_input(article_id)
        words = decide(given.amendments)
        prepared = _job(given, words).done()
        if isinstance(prepared, Refused):
            raise NoArticle(prepared.where, prepared.reason)
        change = library.amend(given, words, prepared)
    return change


def _taken(library: Library, given: CleaningInput, prepared: Cleaned | Refused) -> CleanedAgain | Refused:
    while True:
        if isinstance(prepared, Refused):
            return Refused(prepared.where, _("{reason}; unchanged").format(reason=_(prepared.reason)))
        changed = library.store_recleaned(given, prepared)
        if changed is not None:
            (row,) = library.rows((given.article_id,))
            return CleanedAgain(given.where, row, changed)
        given = library.cleaning_input(given.article_id)
        prepared = _job(given).done()


def _job(given: CleaningInput, words: tuple[Amendment, ...] | None = None) -> Job:
    amendments = given.amendments if words is None else words
    return Job(given.where, given.path, given.data, amendments, given.uncertain, charset=given.charset)
