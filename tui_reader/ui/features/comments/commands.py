"""Commands for readers' comments."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "comments", ("c",), "comments.go", "Go to the comments; fold or unfold them", "comments", palette=True, rank=30),
)  # fmt: skip
