"""Commands for side-by-side comparison."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("list", "beside", ("equals_sign",), "compare.toggle", "Side by side with the selected article, or another version", rank=10),
    Command("reading", "beside", ("equals_sign",), "compare.toggle", "Side by side with the other wording", palette=True, rank=60),
)  # fmt: skip
