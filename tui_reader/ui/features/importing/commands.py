"""Commands that import files, folders, addresses and the samples."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("empty", "In an empty library", "everywhere", sign="LIST")

COMMANDS = (
    Command("empty", "samples", ("s",), "importing.samples", "Load the sample articles", "samples"),
    Command("everywhere", "import", ("i",), "importing.open", "Import a file, folder or address", "import", palette=True, rank=100),
    Command("everywhere", "cancel", ("ctrl+c",), "importing.cancel", "Cancel the import (keeps what is done); without one, how to quit", palette=True, rank=101),
)  # fmt: skip
