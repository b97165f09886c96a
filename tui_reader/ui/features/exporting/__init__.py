"""Exports the selected or displayed articles to files."""

from tui_reader.ui.features.exporting.commands import COMMANDS
from tui_reader.ui.features.exporting.controller import ExportingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("exporting", ExportingController, COMMANDS)
