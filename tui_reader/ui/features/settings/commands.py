"""Commands of the settings screen."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("settings", "In the settings", sign="SETTINGS")

COMMANDS = (
    Command("everywhere", "settings", ("comma",), "settings.open", "Settings", palette=True, rank=120),
    Command("settings", "down", ("j", "down"), "move(1)", "Next setting"),
    Command("settings", "up", ("k", "up"), "move(-1)", "Previous setting"),
    Command("settings", "first", ("home", "g"), "first", "First setting"),
    Command("settings", "last", ("end", "G"), "last", "Last setting"),
    Command("settings", "next", ("right", "enter", "l"), "change(1)", "Next value", "change"),
    Command("settings", "previous", ("left", "h"), "change(-1)", "Previous value"),
    Command("settings", "reset", ("r",), "reset", "Reset to the default", "reset"),
    Command("settings", "close", ("escape", "comma", "q"), "close", "Close the settings", "close"),
)
