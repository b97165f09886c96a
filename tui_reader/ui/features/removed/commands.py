"""Commands of the removed lines."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("removed", "In the removed lines", sign="REMOVED")

COMMANDS = (
    Command("reading", "removed", ("x",), "removed.open", "Removed lines, with reasons", "removed", palette=True, rank=50),
    Command("removed", "down", ("j", "down"), "move(1)", "Next line"),
    Command("removed", "up", ("k", "up"), "move(-1)", "Previous line"),
    Command("removed", "page-down", ("space", "pagedown"), "page(1)", "A page down"),
    Command("removed", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("removed", "first", ("home",), "first", "To the beginning"),
    Command("removed", "last", ("end", "G"), "last", "To the end"),
    Command("removed", "next-removed", ("n",), "jump(1)", "Next removed line", "next"),
    Command("removed", "previous-removed", ("N",), "jump(-1)", "Previous removed line"),
    Command("removed", "fold", ("enter",), "fold", "Open folded lines, or fold them", "open"),
    Command("removed", "put-back", ("plus", "equals_sign"), "put_back", "Restore the line to the text", "restore"),
    Command("removed", "drop", ("minus",), "drop", "Drop the line from the text", "drop"),
    Command("removed", "close", ("x", "escape", "q", "h", "left"), "close", "Back to the article", "back"),
)  # fmt: skip
