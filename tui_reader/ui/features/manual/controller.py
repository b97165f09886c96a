"""Opens the help screen of the current context."""

from __future__ import annotations

from tui_reader.ui.reader.controller import Controller


class ManualController(Controller):
    def action_open(self) -> None:
        from tui_reader.ui.features.manual.screen import HelpScreen  # noqa: PLC0415 - only a few starts need it

        self.reader.screen.app.push_screen(HelpScreen(self.reader.keys, self.reader.context))
