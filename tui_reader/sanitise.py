"""The former place of `text.sanitize`."""

from tui_reader.text.sanitize import one_line, sanitize

sanitise = sanitize
__all__ = ["one_line", "sanitise"]
