"""Two articles, or two wordings of an article, side by side."""

from tui_reader.ui.features.compare.commands import COMMANDS
from tui_reader.ui.features.compare.controller import CompareController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("compare", CompareController, COMMANDS)
