"""Opens the table of contents in the place of the list (screen class `-contents`), goes to the chosen section, closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.present.page import Page
    from tui_reader.ui.features.contents.panel import ContentsPanel
    from tui_reader.ui.reader.context import Reader


class ContentsController(Controller):
    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: ContentsPanel | None = None

    def context(self) -> str | None:
        return "contents" if self.panel is not None and self.panel.has_focus else None

    def action_open(self) -> None:
        """Open the panel with the cursor on the current section."""
        from tui_reader.ui.features.contents.panel import ContentsPanel  # noqa: PLC0415 - only a few starts need it

        page = self.reader.reading.page
        if page is not None and self.panel is None:
            self.panel = ContentsPanel(page, self._piece_read(page), go=self.go_to, close=self.close)
            self.reader.add_panel(self.panel, before=self.reader.reading)
            self.reader.screen.add_class("-contents")
            self.panel.focus()

    def close(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            self.reader.screen.remove_class("-contents")
            take_away(panel, self.reader.pane)

    def go_to(self, piece: int) -> None:
        """Go to a piece, if the article still has it."""
        self.close()
        page = self.reader.reading.page
        if page is not None and piece < len(page.pieces):
            self.reader.reading.put_on_top(piece)

    def focus_moved(self, widget: Widget) -> None:
        """A click elsewhere closes the panel."""
        if widget is not self.panel:
            self.close()

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """Update the panel for another wording; close it for another article."""
        page = self.reader.reading.page
        if self.panel is not None and page is not None and page.article_id == self.panel.page.article_id:
            self.panel.follow(page, self._piece_read(page))
        else:
            self.close()

    def _piece_read(self, page: Page) -> int:
        return page.place_at(self.reader.reading.reads_at)[0]
