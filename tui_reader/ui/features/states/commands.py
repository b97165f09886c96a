"""Commands of bookmarks and read states."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("everywhere", "bookmark", ("b",), "states.bookmark", "Toggle bookmark", "bookmark", palette=True, rank=50),
    Command("everywhere", "read", ("r",), "states.read", "Toggle read", palette=True, rank=80),
)
