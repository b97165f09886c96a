"""Commands that select a passage and act on it."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("choice", "While selecting text", "reading", sign="SELECT")

COMMANDS = (
    Command("reading", "choose", ("v",), "selection.start", "Select text, to copy or highlight it", "select", palette=True, rank=80),
    Command("choice", "down", ("j", "down"), "selection.move(1)", "Next sentence", "next"),
    Command("choice", "up", ("k", "up"), "selection.move(-1)", "Previous sentence"),
    Command("choice", "more", ("J", "shift+down"), "selection.extend(1)", "Add a sentence", "more"),
    Command("choice", "less", ("K", "shift+up"), "selection.extend(-1)", "Drop a sentence"),
    Command("choice", "paragraph", ("p",), "selection.paragraph", "Whole paragraph", "paragraph"),
    Command("choice", "copy", ("y",), "selection.copy", "Copy the selection", "copy"),
    Command("choice", "card", ("Y",), "selection.quote", "Copy as a quote with its source", "quote"),
    Command("choice", "close", ("v", "escape", "q", "h", "left"), "selection.cancel", "Cancel selection", "cancel", rank=90),
)  # fmt: skip
