"""Commands of the list, the reading pane and the screen; features declare all others."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context
from tui_reader.ui.core.configured import PALETTE

LIST = Context("list", "In the list", "list", sign="LIST")
READING = Context("reading", "While reading", "reading", sign="READ")
EVERYWHERE = Context("everywhere", "Everywhere", "everywhere")

COMMANDS: tuple[Command, ...] = (
    Command("list", "down", ("j", "down"), "move(1)", "Next article"),
    Command("list", "up", ("k", "up"), "move(-1)", "Previous article"),
    Command("list", "page-down", ("pagedown",), "page(1)", "A page down"),
    Command("list", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("list", "first", ("home", "g"), "first", "First article"),
    Command("list", "last", ("end", "G"), "last", "Last article"),
    Command("list", "open", ("enter", "l"), "open", "Read the article", "read"),
    Command("list", "page-article", ("space",), "screen.page_article", "Page the article beside the list, or read it"),
    Command("list", "mark", ("v",), "screen.select", "Select or unselect"),
    Command("list", "range", ("V",), "screen.select_range", "Select from here to where you go (V ends it)"),
    Command("list", "select-all", ("a",), "screen.select_all", "Select all listed"),
    Command("list", "leave", ("escape",), "leave", "Clear selection, then filter", rank=90),
    Command("reading", "down", ("j", "down"), "line(1)", "A line down"),
    Command("reading", "up", ("k", "up"), "line(-1)", "A line up"),
    Command("reading", "page-down", ("pagedown",), "page(1)", "A page down"),
    Command("reading", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("reading", "half-down", ("ctrl+d",), "half(1)", "Half a page down"),
    Command("reading", "half-up", ("ctrl+u",), "half(-1)", "Half a page up"),
    Command("reading", "top", ("home",), "top", "To the beginning"),
    Command("reading", "bottom", ("end", "G"), "bottom", "To the end"),
    Command("reading", "back", ("escape", "q", "h", "left"), "back", "Back to the list", "back"),
    Command("reading", "wider", ("plus",), "measure(1)", "Longer lines"),
    Command("reading", "narrower", ("minus",), "measure(-1)", "Shorter lines"),
    Command("everywhere", "next", ("J",), "screen.step(1)", "Next article", rank=90),
    Command("everywhere", "previous", ("K",), "screen.step(-1)", "Previous article", rank=90),
    Command("everywhere", "other-pane", ("tab", "shift+tab"), "screen.other_pane", "To the other pane", rank=95),
    Command("everywhere", "zoom", ("z",), "screen.zoom", "Hide or show the list", palette=True, rank=110),
    Command("everywhere", "zen", ("Z",), "screen.zen", "Zen mode", palette=True, rank=110),
    Command("everywhere", "undo", ("u",), "screen.undo", "Undo the last change", palette=True, rank=130),
    PALETTE,
    Command("everywhere", "quit", ("q", "ctrl+q"), "screen.quit", "Quit", "quit", palette=True, rank=900),
)  # fmt: skip
