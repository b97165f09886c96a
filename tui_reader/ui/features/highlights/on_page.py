"""The highlights of the displayed article: fetched, drawn on its page, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _
from tui_reader.present.passages import highlight_decorations, next_after, place_marks
from tui_reader.present.selection import Place
from tui_reader.ui.core.workers import LatestRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.model import PassageMark
    from tui_reader.present.page import Page
    from tui_reader.present.passages import PlacedMark
    from tui_reader.ui.reader.context import Reader


class PageHighlights:
    """`drawn` is called each time they were drawn."""

    def __init__(self, reader: Reader, drawn: Callable[[], None]) -> None:
        self._reader, self._drawn = reader, drawn
        self.marks: tuple[PassageMark, ...] = ()
        self._standing: tuple[PlacedMark, ...] = ()
        self._latest = LatestRequest()
        self._of: int | None = None
        self._gone_to: Place | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether they are being fetched."""
        return bool(self._latest)

    def forget(self) -> None:
        """Fetch them again for the next page."""
        self._of = None

    def show(self, page: Page) -> None:
        """Decorate the page; for another article, fetch its highlights."""
        if self._of != page.article_id:
            self.marks, self._of, self._gone_to = (), page.article_id, None
            session, article_id = self._reader.session, page.article_id
            self._reader.workers.read(lambda: session.library.highlights(article_id), self._latest.begin(self._take))
        self._draw()

    def _take(self, marks: tuple[PassageMark, ...]) -> None:
        self._latest.end()
        self.marks = marks
        self._draw()

    def _draw(self) -> None:
        page = self._reader.reading.page
        if page is not None:
            self._standing = place_marks(page, self.marks)
            self._reader.reading.light("marked", highlight_decorations(page, self._standing))
            self._drawn()

    def go_on(self) -> bool:
        """Go to the one after that visited last if it is visible, else after the top line; False if there are none."""
        reading = self._reader.reading
        if reading.page is None or not self._standing:
            return False
        here = Place(*reading.page.place_at(reading.scroll_offset.y))
        if self._gone_to is not None and reading.in_view(*self._gone_to):
            here = self._gone_to
        self._go_to(next_after(self._standing, here) or 0)
        return True

    def go_to(self, wanted: PassageMark) -> bool:
        """Go to this highlight; False if its text is not on the page."""
        numbers = (number for number, placed in enumerate(self._standing) if placed.mark.number == wanted.number)
        number = next(numbers, None)
        if number is not None:
            self._go_to(number)
        return number is not None

    def _go_to(self, number: int) -> None:
        mark, choice = self._standing[number]
        self._reader.reading.go_to_shown(*choice.start)
        self._gone_to = choice.start
        note = f": {mark.note}" if mark.note else ""
        self._reader.say(_("Highlight {number}/{total}").format(number=number + 1, total=len(self._standing)) + note)
