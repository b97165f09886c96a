"""Articles deleted, sorted, all marked read; the next unread one."""

from tui_reader.ui.features.managing.commands import COMMANDS
from tui_reader.ui.features.managing.controller import ManagingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("managing", ManagingController, COMMANDS)
