"""Commands that sort, delete and mark listed articles."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("list", "sort", ("s",), "managing.sort", "Sort by the next order", palette=True, rank=81),
    Command("list", "delete", ("D",), "managing.delete", "Delete (u restores)", palette=True, rank=82),
    Command("list", "all-read", ("A",), "managing.mark_all_read", "Mark all listed as read", palette=True, rank=83),
    Command("list", "next-unread", ("N",), "managing.next_unread", "Next unread article", palette=True, rank=84),
)
