"""Imports files and folders, the samples, or rejected pages."""

from tui_reader.ui.features.importing.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.importing.controller import ImportingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("importing", ImportingController, COMMANDS, (CONTEXT,))
