"""The end of an article: lines below it that name the next one, and the key that goes there."""

from tui_reader.ui.features.ending.commands import COMMANDS
from tui_reader.ui.features.ending.controller import EndingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("ending", EndingController, COMMANDS)
