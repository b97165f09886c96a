"""Search and filter the list; saved searches and earlier queries."""

from tui_reader.ui.features.filtering.commands import COMMANDS
from tui_reader.ui.features.filtering.controller import FilteringController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("filtering", FilteringController, COMMANDS)
