"""Removed lines of the article in place; restore or drop lines."""

from tui_reader.ui.features.removed.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.removed.controller import RemovedController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("removed", RemovedController, COMMANDS, (CONTEXT,))
