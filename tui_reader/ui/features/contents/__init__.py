"""Table of contents in a panel."""

from tui_reader.ui.features.contents.commands import COMMANDS, CONTEXT
from tui_reader.ui.features.contents.controller import ContentsController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("contents", ContentsController, COMMANDS, (CONTEXT,))
