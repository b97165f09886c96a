"""The former place of `text.fold`."""

from tui_reader.text.fold import fold, line_key

__all__ = ["fold", "line_key"]
