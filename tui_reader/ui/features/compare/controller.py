"""Two pages (screen class `-beside`; one above the other: `-stacked`): the article in two wordings, or two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui_reader.locale import _
from tui_reader.present.beside import LEAST, LEAST_ROWS, other_side
from tui_reader.present.display import NAMES
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from textual.geometry import Size

    from tui_reader.present.page import Page
    from tui_reader.ui.features.compare.pane import ComparePane
    from tui_reader.ui.reader.context import Reader

TOO_SMALL = "Two articles need {columns} columns, or {rows} rows"


class CompareController(Controller):
    """Opens, updates and closes the second page."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.pane_beside: ComparePane | None = None
        self._selected: int | None = None
        self._versions: tuple[int, ...] = ()
        self._stale = False

    def action_toggle(self) -> None:
        """Open or close the second page: another article selected in the list, else the other wording."""
        reading = self.reader.reading
        if self.pane_beside is not None:
            self.close()
        elif not _fit(self.reader.screen.size):
            self.reader.say(_too_small())
        elif reading.article_id is not None:
            self._open()

    def _open(self) -> None:
        from tui_reader.ui.features.compare.pane import ComparePane  # noqa: PLC0415 - only a few starts need it

        reading = self.reader.reading
        self._selected = next(
            (article_id for article_id in self.reader.articles.selection.selected if article_id != reading.article_id),
            None,
        )
        self._versions = () if self._selected is not None or self.reader.pane.has_focus else self._story()
        if self._versions:
            self._selected = next(article_id for article_id in self._versions if article_id != reading.article_id)
        self.pane_beside = ComparePane(
            reading.measure, self.reader.session, self.reader.workers, follow=self._follow, scroll=reading.action_line
        )
        self.reader.add_panel(self.pane_beside, after=reading)
        self.reader.screen.add_class("-beside")
        self._arrange(self.reader.screen.size.width)
        self.reader.open_article()
        self._update()

    def _story(self) -> tuple[int, ...]:
        """The versions of the current article's story, those in the list first; empty without others."""
        row, listed = self.reader.row, self.reader.articles.found.story(self.reader.articles.article_id)
        copies = tuple(copy.article_id for copy in row.copies) if row is not None else ()
        return (*listed, row.article_id, *copies) if row is not None and copies else ()

    def close(self, sentence: str = "") -> None:
        """Close the second page, with an optional message."""
        if self.pane_beside is not None:
            self.pane_beside.remove()
            self.pane_beside = None
            self.reader.reading.border_title = None
            self.reader.screen.remove_class("-beside", "-stacked")
        if sentence:
            self.reader.say(sentence)

    def leave(self) -> bool:
        """Esc closes the second page first."""
        is_open = self.pane_beside is not None
        self.close()
        return is_open

    def _update(self) -> None:
        """Set what the second page shows, and the headings of both."""
        reader = self.reader
        row, article_id = reader.row, reader.articles.article_id  # the reading pane may not have followed yet
        if self.pane_beside is None or article_id is None:
            return
        left, repair = reader.display.shown, reader.display.repair
        if self._selected is not None:
            self.pane_beside.want(self._selected, left, repair=repair)
            heads = (_("This article"), _("Another version") if self._versions else _("Selected article"))
        else:
            right = other_side(row.script if row is not None else "none", left, reader.display.traditional)
            base = None if self._stale else reader.reading.page
            self._stale = False
            self.pane_beside.want(article_id, right, base, repair=repair)
            heads = (_(NAMES[left]), _(NAMES[right]))
        # Beside a border on the left, there is a space already.
        reader.reading.border_title, self.pane_beside.border_title = Content(f" {heads[0]} "), Content(f"{heads[1]} ")

    # Following

    def _follow(self) -> None:
        """Scroll the second page to the corresponding paragraph."""
        reading = self.reader.reading
        if self.pane_beside is not None and reading.page is not None and reading.page.article_id == reading.article_id:
            self.pane_beside.follow(reading.page.anchor_at(reading.scroll_offset.y), reading.page)

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        self._follow()

    def scrolled(self, *, by_reader: bool) -> None:  # noqa: ARG002 - see Hooks
        self._follow()

    def rows_arrived(self) -> None:
        """The article's script is in its row, which may arrive later."""
        self._update()

    def highlighted(self, article_id: int | None) -> None:
        """Another article: update the second page, or close it."""
        elsewhere = self._versions and article_id not in self._versions
        if article_id is None or article_id == self._selected or elsewhere:
            self.close()
        self._update()

    def display_changed(self) -> None:
        self._update()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        if self.pane_beside is not None:
            self.pane_beside.page, self._stale = None, True
            self._update()

    def resized(self, width: int) -> None:
        """Put the second page beside the first or below it, or close it if there is no room for it."""
        if self.pane_beside is not None and not _fit(self.reader.screen.size):
            self.close(_too_small())
        elif self.pane_beside is not None:
            self._arrange(width)

    def _arrange(self, width: int) -> None:
        self.reader.screen.set_class(width < LEAST, "-stacked")


def _fit(size: Size) -> bool:
    """Whether two pages have room, beside each other or one above the other."""
    return size.width >= LEAST or size.height >= LEAST_ROWS


def _too_small() -> str:
    return _(TOO_SMALL).format(columns=LEAST, rows=LEAST_ROWS)
