"""How far listed articles were read: fetched for visible articles, noted while one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.app.session import Session
    from tui_reader.ui.core.workers import Workers

KEPT = 1000
"""Maximum articles whose progress is cached."""


class Progress:
    """Percentages by article; `arrived` is called when some changed."""

    def __init__(self, session: Session, workers: Workers, arrived: Callable[[], object]) -> None:
        self._session, self._workers, self._arrived = session, workers, arrived
        self._found: dict[int, int] = {}
        self._asked: set[int] = set()

    def get(self, article_id: int) -> int:
        """Percent read of an article that is begun and not finished, else 0."""
        return self._found.get(article_id, 0)

    def note(self, article_id: int, percent: int) -> None:
        """Articles read now are not fetched again."""
        self._asked.add(article_id)
        if percent != self._found.get(article_id):
            self._found[article_id] = percent
            self._arrived()

    def forget(self, article_ids: Iterable[int]) -> None:
        """Let `fetch` request the progress of changed articles again."""
        self._asked.difference_update(article_ids)

    def fetch(self, article_ids: Iterable[int]) -> None:
        """Request those that were not requested yet."""
        if len(self._asked) > KEPT:
            self._asked, self._found = set(), {}
        wanted = tuple(article_id for article_id in article_ids if article_id not in self._asked)
        if wanted:
            self._asked.update(wanted)
            self._workers.read(lambda: self._fetched(wanted), self._take)

    def _fetched(self, article_ids: tuple[int, ...]) -> dict[int, int]:
        """In a worker: the percentages of articles that were left within the text."""
        from tui_reader.app.progress import progress_of  # noqa: PLC0415 - the first frame needs none

        return progress_of(self._session, article_ids)

    def _take(self, found: dict[int, int]) -> None:
        new = {article_id: percent for article_id, percent in found.items() if article_id not in self._found}
        if new:
            self._found |= new
            self._arrived()
