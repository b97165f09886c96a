"""Search and filter the list. `suggesting` completes fields and names of the library in the query."""

from tui_reader.ui.features.filtering.commands import COMMANDS
from tui_reader.ui.features.filtering.controller import FilteringController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("filtering", FilteringController, COMMANDS)
