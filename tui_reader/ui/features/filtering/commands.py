"""Commands of searching and filtering."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("everywhere", "query", ("slash",), "filtering.open", "Search and filter", "search", palette=True, rank=30),
    Command("everywhere", "bookmarks", ("B",), "filtering.bookmarks", "Bookmarks only (toggle)", palette=True, rank=60),
)
