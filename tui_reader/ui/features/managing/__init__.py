"""Sorts the list, deletes articles, marks all as read, goes to the next unread one."""

from tui_reader.ui.features.managing.commands import COMMANDS
from tui_reader.ui.features.managing.controller import ManagingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("managing", ManagingController, COMMANDS)
