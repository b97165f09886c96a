"""Highlights with notes: add, show, list, go to."""

from tui_reader.ui.features.highlights.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.highlights.controller import HighlightsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("highlights", HighlightsController, COMMANDS, (CONTEXT,))
