"""The selected articles of the list, listed or not, and the range that is being selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ListSelection:
    """`selected`: listed articles in the order of selection. Those that are not listed wait until they are again."""

    def __init__(self) -> None:
        self.selected: dict[int, None] = {}
        self._elsewhere: dict[int, None] = {}
        self._range: tuple[int, dict[int, None]] | None = None
        """Where the range begins, and what was selected before."""

    def list_articles(self, article_ids: Iterable[int]) -> None:
        """These articles are listed now."""
        every = self._elsewhere | self.selected
        listed = set(article_ids) if every else set()
        self.selected = {article_id: None for article_id in every if article_id in listed}
        self._elsewhere = {article_id: None for article_id in every if article_id not in listed}

    def targets(self, article_id: int | None) -> tuple[int, ...]:
        """Articles a command applies to: the selected ones, else the one under the cursor, `article_id`."""
        return tuple(self.selected or ([article_id] if article_id is not None else []))

    def toggle(self, article_id: int) -> None:
        """Select or unselect an article."""
        if article_id in self.selected:
            del self.selected[article_id]
        else:
            self.selected[article_id] = None

    def toggle_range(self, article_id: int) -> None:
        """Begin a range at an article, which is selected; or end the one that was begun."""
        if self._range is not None:
            self._range = None
            return
        self._range = (article_id, dict(self.selected))
        self.selected[article_id] = None

    def extend_range(self, article_ids: Sequence[int], cursor: int) -> bool:
        """Select all from the range's beginning to the cursor. False if there is no range."""
        if self._range is None or self._range[0] not in article_ids:
            self._range = None
            return False
        begun, before = self._range
        first, last = sorted((article_ids.index(begun), cursor))
        self.selected = before | dict.fromkeys(article_ids[first : last + 1])
        return True

    def select_all(self, article_ids: Sequence[int]) -> None:
        """Select these articles, and end the range."""
        self._range, self.selected = None, dict.fromkeys(article_ids)

    def clear(self) -> bool:
        """Unselect everything and end the range. False if no listed article was selected."""
        self._range = None
        if not self.selected:
            return False
        self.selected, self._elsewhere = {}, {}
        return True
