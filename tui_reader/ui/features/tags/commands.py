"""Commands of the tag panel, and for tagging articles."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("tags", "In the tag panel", sign="TAGS")

COMMANDS = (
    Command("everywhere", "tags", ("f",), "tags.open", "Filter by tags, and tag articles", "tags", palette=True, rank=40),
    Command("everywhere", "tag", ("number_sign",), "tags.tag", "Add tags to the article, or to all selected", palette=True, rank=41),
    Command("tags", "down", ("j", "down"), "move(1)", "Next tag"),
    Command("tags", "up", ("k", "up"), "move(-1)", "Previous tag"),
    Command("tags", "include", ("enter", "space"), "include", "Require this tag (toggle)", "only"),
    Command("tags", "exclude", ("minus", "x"), "exclude", "Exclude this tag (toggle)", "without"),
    Command("tags", "add", ("a",), "add", "Add tags of your own (to all selected)", "add"),
    Command("tags", "remove", ("d",), "remove", "Remove this tag (from all selected)", "remove"),
    Command("tags", "save", ("S",), "save", "Save the search shown by a name"),
    Command("tags", "rename", ("e",), "rename", "Rename a saved search, or a tag everywhere (to another tag: merge)"),
    Command("tags", "delete", ("D",), "delete", "Delete a tag everywhere"),
    Command("tags", "hide", ("H",), "hide", "Hide a tag everywhere"),
    Command("tags", "find", ("slash",), "find", "Find a tag (typing Chinese also finds)", "find"),
    Command("tags", "close", ("f", "escape", "q", "h", "left"), "close", "Close the panel", "close"),
)  # fmt: skip
