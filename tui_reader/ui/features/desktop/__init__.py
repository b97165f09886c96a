"""Copy to the clipboard, and open URLs in a browser."""

from tui_reader.ui.features.desktop.commands import COMMANDS
from tui_reader.ui.features.desktop.controller import DesktopController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("desktop", DesktopController, COMMANDS)
