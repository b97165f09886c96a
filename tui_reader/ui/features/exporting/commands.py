"""Command that exports articles to files."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("everywhere", "export", ("E",), "exporting.open", "Export to a file", palette=True, rank=99),
)  # fmt: skip
