"""Bookmarks and read states of articles."""

from tui_reader.ui.features.states.commands import COMMANDS
from tui_reader.ui.features.states.controller import StatesController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("states", StatesController, COMMANDS)
