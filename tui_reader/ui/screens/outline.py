"""The contents of the article, in a panel over the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual import events

    from tui_reader.present.opening import Opening
    from tui_reader.present.page import Page
    from tui_reader.ui.core.commands import Context
    from tui_reader.ui.widgets.contents_panel import ContentsPanel


class OutlineScreen(ReadingScreen):
    """Open it, go somewhere, and it is gone."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.contents_panel: ContentsPanel | None = None

    @property
    def context(self) -> Context:
        """It has keys of its own."""
        focused = self.contents_panel is not None and self.contents_panel.has_focus
        return "contents" if focused else super().context

    def action_contents(self) -> None:
        """Where one is, and where one can go."""
        from tui_reader.ui.widgets.contents_panel import ContentsPanel  # noqa: PLC0415 - only a few starts need it

        page = self.reading.page
        if page is not None and self.contents_panel is None:
            self.contents_panel = ContentsPanel(page, self._read_piece(page))
            self.query_one("#panes").mount(self.contents_panel)
            self.contents_panel.focus()

    def close_contents(self) -> None:
        """The article again."""
        if self.contents_panel is not None:
            panel, self.contents_panel = self.contents_panel, None
            if panel.has_focus:
                self.pane.focus()
            panel.remove()

    def on_contents_panel_chosen(self, event: ContentsPanel.Chosen) -> None:
        """There, if the article still has such a place."""
        self.close_contents()
        if self.reading.page is not None and event.piece < len(self.reading.page.pieces):
            self.reading.put_on_top(event.piece)

    def on_contents_panel_closed(self) -> None:
        """Nowhere."""
        self.close_contents()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes elsewhere is done here."""
        if event.widget is not self.contents_panel:
            self.close_contents()

    @on(ReadingPane.Turned)
    def retell(self) -> None:
        """In the wording shown; another article has other contents."""
        page, panel = self.reading.page, self.contents_panel
        if panel is not None and page is not None and page.key == panel.page.key:
            panel.follow(page, self._read_piece(page))
        else:
            self.close_contents()

    def _read_piece(self, page: Page) -> int:
        return page.place_at(self.reading.reads_at)[0]
