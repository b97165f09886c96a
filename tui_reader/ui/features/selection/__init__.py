"""Select text of the article by sentences or with the mouse, and copy it."""

from tui_reader.ui.features.selection.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.selection.controller import SelectionController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("selection", SelectionController, COMMANDS, (CONTEXT,))
