"""Wording shown, and punctuation repair."""

from tui_reader.ui.features.display.commands import COMMANDS
from tui_reader.ui.features.display.controller import DisplayController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("display", DisplayController, COMMANDS)
