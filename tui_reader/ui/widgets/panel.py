"""A list in a frame over the right side of the panes."""

from __future__ import annotations

from tui_reader.ui.widgets.cursor_list import CursorList


class Panel(CursorList):
    """Docked at the right; subclasses may set another width."""

    DEFAULT_CSS = """
    Panel {
        layer: above;
        dock: right;
        width: 38;
        max-width: 60%;
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
