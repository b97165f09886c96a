"""Reworded words of the article: underlined, listed, corrected permanently."""

from tui_reader.ui.features.rewordings.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.rewordings.controller import RewordingsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("rewordings", RewordingsController, COMMANDS, (CONTEXT,))
