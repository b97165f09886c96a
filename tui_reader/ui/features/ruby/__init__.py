"""Readings above the text: pinyin, zhuyin or jyutping."""

from tui_reader.ui.features.ruby.commands import COMMANDS
from tui_reader.ui.features.ruby.controller import RubyController
from tui_reader.ui.reader.controller import Feature

FEATURE = Feature("ruby", RubyController, COMMANDS)
