"""Changes the wording shown and whether punctuation is repaired."""

from __future__ import annotations

from tui_reader.ui.reader.controller import Controller


class DisplayController(Controller):
    """Each command changes the whole screen and stores the choice."""

    def action_script(self) -> None:
        self.reader.change_display(self.reader.display.with_next_wording())

    def action_region(self) -> None:
        self.reader.change_display(self.reader.display.with_other_traditional())

    def action_repair(self) -> None:
        self.reader.change_display(self.reader.display.with_repair_toggled())
        self.reader.say("Punctuation repaired" if self.reader.display.repair else "Punctuation as stored")
