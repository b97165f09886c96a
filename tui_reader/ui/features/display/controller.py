"""Which wording is shown, and whether punctuation is repaired."""

from __future__ import annotations

from tui_reader.ui.reader.controller import Controller


class DisplayController(Controller):
    """Each command shows everything otherwise, and keeps that for the next start."""

    def action_script(self) -> None:
        """The next script."""
        self.reader.change_display(self.reader.display.with_next_wording())

    def action_region(self) -> None:
        """The other traditional wording."""
        self.reader.change_display(self.reader.display.with_other_traditional())

    def action_repair(self) -> None:
        """Punctuation repaired, or as it is stored."""
        self.reader.change_display(self.reader.display.with_repair_toggled())
        self.reader.say(f"punctuation {'repaired' if self.reader.display.repair else 'as stored'}")
