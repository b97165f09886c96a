"""Commands of the list, the reading pane and the screen; features declare all others."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context
from tui_reader.ui.core.configured import PALETTE

LIST = Context("list", "In the list", "list")
READING = Context("reading", "While reading", "reading")
EVERYWHERE = Context("everywhere", "Everywhere", "everywhere")

COMMANDS: tuple[Command, ...] = (
    Command("list", "down", ("j", "down"), "move(1)", "Next article"),
    Command("list", "up", ("k", "up"), "move(-1)", "Previous article"),
    Command("list", "page-down", ("pagedown",), "page(1)", "A page down"),
    Command("list", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("list", "first", ("home",), "first", "First article"),
    Command("list", "last", ("end",), "last", "Last article"),
    Command("list", "open", ("enter",), "open", "Read the article", "read"),
    Command("list", "mark", ("space",), "screen.select", "Select or unselect"),
    Command("list", "range", ("V",), "screen.select_range", "Select from here to where you go (V ends it)"),
    Command("list", "select-all", ("a",), "screen.select_all", "Select all listed"),
    Command("list", "leave", ("escape",), "leave", "Clear selection, then filter", rank=90),
    Command("reading", "down", ("j", "down"), "line(1)", "A line down"),
    Command("reading", "up", ("k", "up"), "line(-1)", "A line up"),
    Command("reading", "page-down", ("space", "pagedown"), "page(1)", "A page down"),
    Command("reading", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("reading", "top", ("home",), "top", "To the beginning"),
    Command("reading", "bottom", ("end",), "bottom", "To the end"),
    Command("reading", "back", ("escape", "left"), "back", "Back to the list", "back"),
    Command("reading", "wider", ("plus",), "measure(1)", "Longer lines"),
    Command("reading", "narrower", ("minus",), "measure(-1)", "Shorter lines"),
    Command("everywhere", "next", ("J",), "screen.step(1)", "Next article", rank=90),
    Command("everywhere", "previous", ("K",), "screen.step(-1)", "Previous article", rank=90),
    Command("everywhere", "zoom", ("z",), "screen.zoom", "Hide or show the list", palette=True, rank=110),
    Command("everywhere", "zen", ("Z",), "screen.zen", "Zen mode", palette=True, rank=110),
    Command("everywhere", "undo", ("u",), "screen.undo", "Undo the last change", palette=True, rank=130),
    PALETTE,
    Command("everywhere", "quit", ("q",), "screen.quit", "Quit", "quit", palette=True, rank=900),
)
