"""The key of the comments."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "comments", ("c",), "comments.go", "To the comments; there, fold or open them", "comments", palette=True, rank=30),
)  # fmt: skip
