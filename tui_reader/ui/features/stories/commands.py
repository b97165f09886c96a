"""Commands of stories."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("list", "unfold", ("right",), "stories.unfold", "List all versions of a story", rank=12),
    Command("list", "fold", ("left",), "stories.fold", "List one version of it", rank=12),
    Command("list", "group", ("plus",), "stories.toggle", "List versions of a story as one entry (toggle)", palette=True, rank=85),
)  # fmt: skip
