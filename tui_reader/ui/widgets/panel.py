"""Lists in a frame: beside the panes, or over their right side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from textual.widget import Widget


def take_away(panel: Widget, home: Widget) -> None:
    """Remove a panel; `home` gets the focus if the panel has it."""
    if panel.has_focus:
        home.focus()
    panel.remove()


class FramedList(CursorList):
    """A list with a border, placed by its subclass."""

    DEFAULT_CSS = """
    FramedList {
        background: $surface;
        border: round $accent;
        border-title-color: $text-accent;
        scrollbar-background: $surface;
        scrollbar-color: $panel;
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
    }
    """


class Panel(FramedList):
    """Docked at the right; subclasses may set another width."""

    DEFAULT_CSS = """
    Panel { layer: above; dock: right; width: 38; max-width: 60%; }
    """
