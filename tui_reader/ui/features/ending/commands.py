"""Commands at the end of an article: read on with another one."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (Command("reading", "on", ("space",), "ending.read_on", "A page down; at the end the next article"),)
