"""Commands for highlights and their notes."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("marks", "In the list of highlights", sign="HIGHLIGHTS")

COMMANDS = (
    Command("reading", "mark", ("m",), "highlights.add", "Highlight a passage, with a note", "highlight", palette=True, rank=90),
    Command("reading", "next-mark", ("apostrophe",), "highlights.next", "Next highlight", palette=True, rank=90),
    Command("choice", "mark", ("m",), "highlights.add", "Highlight, with a note", "highlight", rank=50),
    Command("choice", "yellow", ("1",), "highlights.paint('yellow')", "Highlight in yellow", rank=50),
    Command("choice", "green", ("2",), "highlights.paint('green')", "Highlight in green", rank=50),
    Command("choice", "blue", ("3",), "highlights.paint('blue')", "Highlight in blue", rank=50),
    Command("choice", "red", ("4",), "highlights.paint('red')", "Highlight in red", rank=50),
    Command("everywhere", "marks", ("quotation_mark",), "highlights.open", "Bookmarks and highlights", palette=True, rank=70),
    Command("marks", "down", ("j", "down"), "move(1)", "Next highlight"),
    Command("marks", "up", ("k", "up"), "move(-1)", "Previous highlight"),
    Command("marks", "go", ("enter", "space"), "go", "Go there", "go"),
    Command("marks", "note", ("e",), "note", "Change the note", "note"),
    Command("marks", "yellow", ("1",), "paint('yellow')", "Make it yellow", "colour"),
    Command("marks", "green", ("2",), "paint('green')", "Make it green"),
    Command("marks", "blue", ("3",), "paint('blue')", "Make it blue"),
    Command("marks", "red", ("4",), "paint('red')", "Make it red"),
    Command("marks", "find", ("slash",), "find", "Find words in notes, passages and titles", "find"),
    Command("marks", "remove", ("d",), "remove", "Remove the highlight", "remove"),
    Command("marks", "close", ("quotation_mark", "escape", "q", "h", "left"), "close", "Close the panel", "close"),
)  # fmt: skip
