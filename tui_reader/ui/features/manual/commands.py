"""Command that opens the help screen."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command(
        "everywhere", "help", ("question_mark",), "manual.open", "All keys and signs", "help", palette=True, rank=20
    ),
)
