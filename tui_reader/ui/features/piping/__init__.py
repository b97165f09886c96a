"""Runs external commands on the selection or the article, and shows their output."""

from tui_reader.ui.features.piping.commands import COMMANDS, CONTEXT, configured_commands
from tui_reader.ui.features.piping.controller import PipingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("piping", PipingController, COMMANDS, (CONTEXT,), configured_commands)
