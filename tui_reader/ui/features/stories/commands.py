"""Commands for stories in the list, and for related articles."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("related", "In the related articles", sign="RELATED")

COMMANDS = (
    Command("list", "unfold", ("right",), "stories.unfold", "All versions of a story, or read the article", rank=12),
    Command("list", "fold", ("left",), "stories.fold", "List one version of a story", rank=12),
    Command("list", "group", (), "stories.toggle", "List versions of a story as one entry (toggle)", palette=True, rank=85),
    Command("reading", "related", ("a",), "stories.related", "Related articles", palette=True, rank=55),
    Command("related", "down", ("j", "down"), "move(1)", "Next related article"),
    Command("related", "up", ("k", "up"), "move(-1)", "Previous related article"),
    Command("related", "open", ("enter", "space"), "go", "Read the article", "read"),
    Command("related", "close", ("a", "escape", "q", "h", "left"), "close", "Back to the article", "close"),
)  # fmt: skip
