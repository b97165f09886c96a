"""Settings screen: all settings, changed with live preview."""

from tui_reader.ui.features.settings.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.settings.controller import SettingsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("settings", SettingsController, COMMANDS, (CONTEXT,))
