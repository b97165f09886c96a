"""Go to the readers' comments and back; fold them."""

from tui_reader.ui.features.comments.commands import COMMANDS
from tui_reader.ui.features.comments.controller import CommentsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("comments", CommentsController, COMMANDS)
