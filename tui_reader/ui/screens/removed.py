"""What was removed from the article being read, in the article's place (class `-removed`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from tui_reader.present.opening import Opening
    from tui_reader.present.wording import Wording
    from tui_reader.ui.core.commands import Context
    from tui_reader.ui.widgets.removed_pane import RemovedPane


class RemovedScreen(ReadingScreen):
    """Look at what was removed, put lines back, drop others."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.removed: RemovedPane | None = None

    @property
    def pane(self) -> Widget:
        """The article, or what was removed from it."""
        return self.removed or super().pane

    @property
    def context(self) -> Context:
        """It has keys of its own."""
        return "removed" if self.removed is not None and self.removed.has_focus else super().context

    def action_removed(self) -> None:
        """From where the article is read."""
        from tui_reader.ui.widgets.removed_pane import RemovedPane  # noqa: PLC0415 - only a few starts need it

        key = self.reading.key
        if self.removed is None and key is not None:
            self.removed = RemovedPane(key, self.wording.shown, self.reading.measure, self.reading.passage)
            self.query_one("#panes").mount(self.removed, after=self.reading)
            self.removed.focus()
            self.add_class("-removed", "-reading")

    def close_removed(self) -> None:
        """The article again."""
        if self.removed is not None:
            pane, self.removed = self.removed, None
            self.remove_class("-removed")
            if pane.has_focus:
                self.reading.focus()
            pane.remove()

    def on_removed_pane_closed(self) -> None:
        """Enough seen."""
        self.close_removed()

    def on_removed_pane_said(self, event: RemovedPane.Said) -> None:
        """Why nothing happened."""
        self.say(event.sentence)

    @on(ListPane.Highlighted)
    def follow_list(self, event: ListPane.Highlighted) -> None:
        """Another article's, if there is one."""
        if self.removed is not None and event.key is None:
            self.close_removed()
        elif self.removed is not None:
            self.removed.key = event.key

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes elsewhere is done here."""
        if event.widget is not self.removed:
            self.close_removed()

    def reload_article(self, keys: tuple[int, ...] | None = None) -> None:
        """Both show it."""
        super().reload_article(keys)
        if self.removed is not None and (keys is None or self.removed.key in keys):
            self.removed.reload()

    def word(self, wording: Wording, *, keep: bool = False) -> None:
        """Both turn."""
        super().word(wording, keep=keep)
        if self.removed is not None:
            self.removed.shown = wording.shown
