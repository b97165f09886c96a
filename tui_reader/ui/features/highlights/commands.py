"""Commands for highlights and their notes."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("marks", "In the list of highlights", sign="HIGHLIGHTS")

COMMANDS = (
    Command("reading", "mark", ("m",), "highlights.add", "Highlight a passage, with a note", "highlight", palette=True, rank=90),
    Command("reading", "next-mark", ("apostrophe",), "highlights.next", "Next highlight", palette=True, rank=90),
    Command("choice", "mark", ("m",), "highlights.add", "Highlight, with a note", "highlight", rank=50),
    Command("everywhere", "marks", ("quotation_mark",), "highlights.open", "Bookmarks and highlights", palette=True, rank=70),
    Command("marks", "down", ("j", "down"), "move(1)", "Next highlight"),
    Command("marks", "up", ("k", "up"), "move(-1)", "Previous highlight"),
    Command("marks", "go", ("enter", "space"), "go", "Go there", "go"),
    Command("marks", "note", ("e",), "note", "Change the note", "note"),
    Command("marks", "remove", ("d",), "remove", "Remove the highlight", "remove"),
    Command("marks", "close", ("quotation_mark", "escape", "q", "h", "left"), "close", "Close the panel", "close"),
)  # fmt: skip
