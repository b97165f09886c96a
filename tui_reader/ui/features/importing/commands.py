"""Commands for importing."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("empty", "In an empty library", "everywhere")

COMMANDS = (
    Command("empty", "samples", ("s",), "importing.samples", "Load the sample articles", "samples"),
    Command("everywhere", "import", ("i",), "importing.open", "Import a file or folder", "import", palette=True, rank=100),
    Command("everywhere", "cancel", ("ctrl+c",), "importing.cancel", "Cancel the import (keeps what is done)", palette=True, rank=101),
)  # fmt: skip
