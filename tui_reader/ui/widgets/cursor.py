"""Position of the terminal's own cursor, also while hidden: for screen readers, braille displays and magnifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.geometry import Offset, Region

if TYPE_CHECKING:
    from textual.widget import Widget


@runtime_checkable
class Followed(Protocol):
    """A widget with a current line."""

    def place_terminal_cursor(self) -> None:
        """Move the terminal's cursor to that line if the widget has the focus."""


def put_cursor(widget: Widget, column: int, row: int) -> None:
    """Move the cursor to a cell of the widget's content, both counted from 0.

    Textual moves it with the next frame that draws something, so the whole line is refreshed: a single cell may be half
    a character. A widget below another screen, such as help, does not move it.
    """
    if widget.screen is not widget.app.screen:
        return
    position = widget.content_region.offset + Offset(column, max(row, 0))
    if widget.app.cursor_position != position:
        widget.app.cursor_position = position
        widget.refresh(Region(0, max(row, 0), widget.size.width, 1))
