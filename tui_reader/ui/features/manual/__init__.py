"""Help screen: lists all keys and signs."""

from tui_reader.ui.features.manual.commands import COMMANDS
from tui_reader.ui.features.manual.controller import ManualController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("manual", ManualController, COMMANDS)
