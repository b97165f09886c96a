"""Commands that run external commands, and those of the pane with the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.config import COMMAND_CONTEXT, command_name
from tui_reader.locale import _
from tui_reader.ui.core.commands import Command, Context

if TYPE_CHECKING:
    from tui_reader.config import Config

CONTEXT = Context("output", "In the output of a command", sign="OUTPUT")

COMMANDS = (
    Command("everywhere", "pipe", ("vertical_line",), "piping.open", "Run a command on the selection, else the article", palette=True, rank=121),
    Command("output", "down", ("j", "down"), "move(1)", "A line down"),
    Command("output", "up", ("k", "up"), "move(-1)", "A line up"),
    Command("output", "page-down", ("pagedown", "space"), "page(1)", "A page down"),
    Command("output", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("output", "first", ("home", "g"), "first", "First line"),
    Command("output", "last", ("end", "G"), "last", "Last line"),
    Command("output", "copy", ("y",), "piping.copy", "Copy the output", "copy"),
    Command("output", "cancel", ("ctrl+c",), "piping.cancel", "Stop the command", "stop"),
    Command("output", "close", ("q", "escape", "h", "left"), "piping.close", "Stop the command and close the pane", "close", rank=90),
)  # fmt: skip


def configured_commands(config: Config) -> tuple[Command, ...]:
    """Commands of `[commands]`; their keys are among those of the configuration."""
    return tuple(
        Command(COMMAND_CONTEXT, command_name(each.name), (), f"piping.run('{each.name}')", _("Run {name}: {line}").format(name=each.name, line=each.line), palette=True, rank=122)
        for each in config.commands
    )  # fmt: skip
