"""The former place of `text.cells`."""

from tui_reader.text.cells import *  # noqa: F403 - for modules that still import it from here
