"""Commands for finding text in an article."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "find", ("ctrl+f",), "find.open", "Find words in the article", "find", palette=True, rank=10),
    Command("reading", "next-hit", ("n",), "find.step(1)", "Next match (or the query's words)", rank=10),
    Command("reading", "previous-hit", ("N",), "find.step(-1)", "Previous match", rank=10),
)
