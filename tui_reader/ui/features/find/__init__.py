"""Find words in the article: highlight them while typing, go from one to the next."""

from tui_reader.ui.features.find.commands import COMMANDS
from tui_reader.ui.features.find.controller import FindController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("find", FindController, COMMANDS)
