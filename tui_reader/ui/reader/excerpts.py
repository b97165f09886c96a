"""Excerpts of listed articles around the words of the query: fetched for visible articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.app.session import Session
    from tui_reader.model import Shown
    from tui_reader.present.excerpts import Excerpt
    from tui_reader.ui.core.workers import Workers

KEPT = 1000
"""Maximum excerpts cached."""

Found = dict[int, "Excerpt"]


class Excerpts:
    """Excerpts by article, for one set of words in one wording. `arrived` is called when some have been fetched."""

    def __init__(self, session: Session, workers: Workers, arrived: Callable[[], object]) -> None:
        self.words: tuple[str, ...] = ()
        self._shown: Shown = "source"
        self._session, self._workers, self._arrived = session, workers, arrived
        self._found: Found = {}
        self._asked: set[int] = set()

    def seek(self, words: tuple[str, ...], shown: Shown) -> None:
        """Excerpts around these words are wanted; none without words."""
        if (words, shown) != (self.words, self._shown):
            self.words, self._shown = words, shown
            self._drop()

    def forget(self) -> None:
        """Texts may have changed; the old excerpts are shown until the new ones arrive."""
        self._asked = set()

    def _drop(self) -> None:
        self._found, self._asked = {}, set()

    def get(self, article_id: int) -> Excerpt | None:
        """The excerpt, if it was fetched and the article has one."""
        return self._found.get(article_id)

    def fetch(self, article_ids: Iterable[int]) -> None:
        """Request those that were not requested yet."""
        if len(self._asked) > KEPT:
            self._drop()
        wanted = tuple(article_id for article_id in article_ids if article_id not in self._asked)
        if not self.words or not wanted:
            return
        self._asked.update(wanted)
        words, shown, found = self.words, self._shown, self._found
        self._workers.read(lambda: self._fetched(wanted, words, shown), lambda new: self._take(found, new))

    def _fetched(self, article_ids: tuple[int, ...], words: tuple[str, ...], shown: Shown) -> Found:
        from tui_reader.app.excerpting import excerpts_of  # noqa: PLC0415 - a start searches nothing

        return excerpts_of(self._session, article_ids, words, shown)

    def _take(self, found: Found, new: Found) -> None:
        """Add excerpts, unless others have been wanted since."""
        if found is self._found:
            found |= new
            self._arrived()
