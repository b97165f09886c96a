"""Feeds: subscriptions in a panel, their articles in the list, updates in the background."""

from tui_reader.ui.features.feeds.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.feeds.controller import FeedsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("feeds", FeedsController, COMMANDS, (CONTEXT,))
