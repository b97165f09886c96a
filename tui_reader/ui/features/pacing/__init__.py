"""The minutes an article still takes, at the pace of who reads it."""

from tui_reader.ui.features.pacing.controller import PacingController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("pacing", PacingController)
