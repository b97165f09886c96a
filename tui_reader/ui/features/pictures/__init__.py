"""Pictures that were imported with an article, among its text."""

from tui_reader.ui.features.pictures.controller import PicturesController
from tui_reader.ui.features.pictures.drawing import ask_terminal
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("pictures", PicturesController, prepare=ask_terminal)
