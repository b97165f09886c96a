"""Commands of the clipboard and the browser."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "copy-title", ("Y",), "desktop.copy_title", "Copy title and address", palette=True, rank=100),
    Command("everywhere", "copy", ("y",), "desktop.copy", "Copy the text (in the list: the address)", palette=True, rank=120),
    Command("everywhere", "browse", ("o",), "desktop.browse", "Open the article's address in a browser", palette=True, rank=120),
)  # fmt: skip
