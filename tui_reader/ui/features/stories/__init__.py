"""Copies of a story, folded to one entry of the list; related articles at the end of one."""

from tui_reader.ui.features.stories.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.stories.controller import StoriesController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("stories", StoriesController, COMMANDS, (CONTEXT,))
