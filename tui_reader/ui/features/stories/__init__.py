"""Lists copies of a story as one entry; shows related articles below an article."""

from tui_reader.ui.features.stories.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.stories.controller import StoriesController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("stories", StoriesController, COMMANDS, (CONTEXT,))
