"""Which articles have their comments folded, and their pages laid out so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.thread import COMMENT_STYLES, is_long

if TYPE_CHECKING:
    from tui_reader.present.page import Page
    from tui_reader.present.place import Anchor


class Folds:
    """A choice for each article: long threads are folded at first, unless one had been reading in them."""

    def __init__(self) -> None:
        self._chosen: dict[int, bool] = {}
        self._last: tuple[Page, Page] | None = None

    def choose(self, article_id: int, *, folded: bool) -> None:
        """Set whether this article's comments are folded."""
        self._chosen[article_id] = folded

    def laid(self, page: Page, place: Anchor) -> Page:
        """The page, or that page with its comments folded: the same one for the same page."""
        if page.article_id not in self._chosen:
            inside = place.piece < len(page.written) and page.written[place.piece].look in COMMENT_STYLES
            self._chosen[page.article_id] = is_long(page.written) and not inside
        if not self._chosen[page.article_id]:
            return page
        if self._last is None or self._last[0] is not page:
            self._last = page, page.folding()
        return self._last[1]
