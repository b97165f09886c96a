"""Tag panel: filter by tags, and tag articles."""

from tui_reader.ui.features.tags.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.tags.controller import TagsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("tags", TagsController, COMMANDS, (CONTEXT,))
