"""Articles of the library cleaned once more, from the bytes that were kept with them.

By today's rules, or because the person has had a word on a line. The library takes the answer only if nothing that
it was made from has changed meanwhile; else it is made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.preparing import Job
from tui_reader.app.workers import in_order
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned, CleanedAgain, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from tui_reader.library import CleaningInput, Library, LineChange
    from tui_reader.model import Amendment

    Decide = Callable[[tuple[Amendment, ...]], tuple[Amendment, ...]]


def clean_again(
    library: Library, article_ids: Iterable[int], *, processes: int = 1
) -> Generator[CleanedAgain | Refused, None, None]:
    """Clean these articles again; one outcome for each, in order. What can no longer be cleaned is left as it is.

    Raises LibraryError, UnknownId. Close the iterator, or exhaust it.
    """
    errands = in_order(((basis, _job(basis)) for basis in map(library.basis, article_ids)), processes)
    with library.batch():
        try:
            for basis, prepared in errands:
                yield _taken(library, basis, prepared or _job(basis).done())
        finally:
            errands.close()


def renewed(library: Library, article_id: int) -> CleanedAgain | Refused:
    """One article cleaned again."""
    basis = library.basis(article_id)
    return _taken(library, basis, _job(basis).done())


def amend(library: Library, article_id: int, decide: Decide) -> LineChange:
    """Let `decide` say what the person's word on an article's lines is from now on, and clean the article by it.

    Raises NoArticle, with everything left as it is, where it cannot be cleaned any more; LibraryError; UnknownId.
    """
    change: LineChange | None = None
    while change is None:
        basis = library.basis(article_id)
        words = decide(basis.amendments)
        prepared = _job(basis, words).done()
        if isinstance(prepared, Refused):
            raise NoArticle(prepared.where, prepared.reason)
        change = library.amend(basis, words, prepared)
    return change


def _taken(library: Library, basis: CleaningInput, prepared: Cleaned | Refused) -> CleanedAgain | Refused:
    while True:
        if isinstance(prepared, Refused):
            return Refused(prepared.where, f"{prepared.reason}; left as it was")
        changed = library.store_recleaned(basis, prepared)
        if changed is not None:
            (row,) = library.rows((basis.article_id,))
            return CleanedAgain(basis.where, row, changed)
        basis = library.basis(basis.article_id)
        prepared = _job(basis).done()


def _job(basis: CleaningInput, words: tuple[Amendment, ...] | None = None) -> Job:
    return Job(basis.where, basis.path, basis.data, basis.amendments if words is None else words, basis.uncertain)
