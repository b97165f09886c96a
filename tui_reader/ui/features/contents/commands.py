"""Commands of the table of contents."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("contents", "In the contents", sign="CONTENTS")

COMMANDS = (
    Command("reading", "contents", ("g",), "contents.open", "Contents: go to a heading", "contents", palette=True, rank=20),
    Command("contents", "down", ("j", "down"), "move(1)", "Next heading"),
    Command("contents", "up", ("k", "up"), "move(-1)", "Previous heading"),
    Command("contents", "go", ("enter", "space"), "go", "Go there", "go there"),
    Command("contents", "close", ("g", "escape", "q", "h", "left"), "close", "Back to where you were", "close"),
)  # fmt: skip
