"""Minutes left in the article, at the reader's own speed."""

from tui_reader.ui.features.pacing.controller import PacingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("pacing", PacingController)
