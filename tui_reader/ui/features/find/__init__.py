"""Find words in the article: highlighted while they are typed, gone to one after the other."""

from tui_reader.ui.features.find.commands import COMMANDS
from tui_reader.ui.features.find.controller import FindController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("find", FindController, COMMANDS)
