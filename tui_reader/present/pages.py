"""LRU cache of built pages."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui_reader.model import Shown
    from tui_reader.present.page import Page

KEPT = 24
"""The articles lately read, in the wordings lately shown."""

LINES = 16_000
"""Lines of all of them together: about 5 MB, or a book's chapter of 100,000 characters at four measures."""

ALWAYS = 2
"""However long they are: two wordings, to go back and forth between."""


class PageName(NamedTuple):
    """Identifies a page: the article, the wording, the measure in cells, whether punctuation is repaired, whether it is
    `dense`, for few lines, and the `ruby` asked for, empty for none.
    """

    article_id: int
    shown: Shown
    measure: int
    repair: bool
    dense: bool = False
    ruby: str = ""


def name_of(page: Page) -> PageName:
    """The name under which a page is kept."""
    ruby = page.layout.ruby.asked if page.layout.ruby is not None else ""
    return PageName(page.article_id, page.shown, page.measure, page.repair, page.layout.dense, ruby)


class Pages:
    """Whole pages by name; the one not used for longest is dropped first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[PageName, Page] = OrderedDict()

    def get(self, name: PageName) -> Page | None:
        if name in self._pages:
            self._pages.move_to_end(name)
        return self._pages.get(name)

    def keep(self, page: Page) -> None:
        self._pages[name_of(page)] = page
        self._pages.move_to_end(name_of(page))
        while len(self._pages) > ALWAYS and (len(self._pages) > KEPT or self._lines() > LINES):
            self._pages.popitem(last=False)

    def _lines(self) -> int:
        return sum(page.height for page in self._pages.values())

    def article_ids(self) -> set[int | None]:
        """The articles that have pages here."""
        return {name.article_id for name in self._pages}

    def forget(self, article_id: int | None) -> None:
        """Drop the pages of an article that has changed."""
        self._pages = OrderedDict((name, page) for name, page in self._pages.items() if name.article_id != article_id)

    def base(self, article_id: int | None, shown: Shown, *, repair: bool = False) -> Page | None:
        """A page of the article to build on: in that wording if there is one, else as written, else any."""
        same = [page for page in self._pages.values() if page.article_id == article_id]
        return min(
            same, key=lambda page: (page.shown != shown, page.shown != "source", page.repair != repair), default=None
        )
