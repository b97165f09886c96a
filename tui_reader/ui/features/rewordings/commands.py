"""Commands for the list of reworded terms."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("reworded", "In the rewordings", sign="REWORDED")

COMMANDS = (
    Command("reading", "reworded", ("d",), "rewordings.toggle", "Reworded words, with their tables", "reworded", palette=True, rank=70),
    Command("reworded", "down", ("j", "down"), "move(1)", "Next pair"),
    Command("reworded", "up", ("k", "up"), "move(-1)", "Previous pair"),
    Command("reworded", "next", ("n", "enter"), "next(1)", "Next place of the pair", "next"),
    Command("reworded", "previous", ("N",), "next(-1)", "Previous place of the pair"),
    Command("reworded", "page-down", ("space", "pagedown"), "page(1)", "Scroll the article a page down"),
    Command("reworded", "page-up", ("pageup",), "page(-1)", "Scroll the article a page up"),
    Command("reworded", "correct", ("e",), "correct", "Correct the pair in all articles", "correct"),
    Command("reworded", "close", ("d", "escape", "q", "h", "left"), "close", "Back to the article", "back"),
)  # fmt: skip
