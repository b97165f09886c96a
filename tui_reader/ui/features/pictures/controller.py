"""Fetches the pictures of the displayed article, and places them on its pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.pictures import PlacedPicture, illustrated, size_in
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.features.pictures.drawing import is_wanted, rows_of, way_of
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.segment import Segment

    from tui_reader.app.session import Session
    from tui_reader.present.page import Page
    from tui_reader.present.pictures import Size
    from tui_reader.ui.features.pictures.drawing import Picture, Way
    from tui_reader.ui.reader.context import Reader


def fetched_pictures(session: Session, article_id: int) -> tuple[tuple[Picture, ...], int]:
    """(pictures of an article, number of its images). For a worker. Raises UnknownId."""
    from tui_reader.app.pictures import pictures_of  # noqa: PLC0415 - few starts need them
    from tui_reader.ui.features.pictures.drawing import decoded  # noqa: PLC0415

    images = len(session.library.stored(article_id).article.images)
    found = pictures_of(session, article_id) if is_wanted(session) else ()
    return tuple(filter(None, map(decoded, found))), images


class PicturesController(Controller):
    """Pictures arrive after the text: the page is shown without them first."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._way: Way | None = None
        self._of: int | None = None
        self._pictures: tuple[Picture, ...] = ()
        self._images = 0
        self._last: tuple[Page, Page] | None = None
        self._rows: dict[tuple[int, Size], tuple[Sequence[Segment], ...]] = {}
        self._latest = LatestRequest()

    def ready(self) -> None:
        self._way = way_of(self.reader.screen.app.console)
        self.reader.reading.picture_row = self._row

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """For another article, fetch its pictures."""
        page = self.reader.reading.page
        if self._way is None or page is None or page.article_id == self._of:
            return
        self._of = page.article_id
        self._forget()
        job = partial(fetched_pictures, self.reader.session, page.article_id)
        self.reader.workers.read(job, self._latest.begin(self._take))

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:
        """Load the pictures again: a changed article may have others."""
        if article_ids is None or self._of in article_ids:
            self._of = None

    def _forget(self) -> None:
        self._pictures, self._last = (), None
        self._rows.clear()

    def _take(self, fetched: tuple[tuple[Picture, ...], int]) -> None:
        self._forget()
        self._pictures, self._images = fetched
        if self._pictures:
            self.reader.reading.supply.illustrate(self._illustrated)

    def _illustrated(self, page: Page) -> Page:
        """The page with the pictures, the same one for the same page."""
        if not self._pictures or page.article_id != self._of:
            return page
        if self._last is None or self._last[0] is not page:
            placed = [PlacedPicture(self._size(each, page.measure), each.number) for each in self._pictures]
            self._last = page, illustrated(page, placed, self._images)
        return self._last[1]

    def _size(self, picture: Picture, measure: int) -> Size:
        return size_in(picture.image.width, picture.image.height, measure)

    def _row(self, number: int, row: int) -> Sequence[Segment]:
        page = self.reader.reading.page
        if page is None or self._way is None or number >= len(self._pictures):
            return ()
        size = self._size(self._pictures[number], page.measure)
        if (number, size) not in self._rows:
            image, console = self._pictures[number].image, self.reader.screen.app.console
            self._rows[number, size] = rows_of(image, size, self._way, console)
        return self._rows[number, size][row]
