"""Panel: the output of a command below the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_reader.present.command_output import CommandOutput, OutputLine, output_lines
from tui_reader.present.rows import CURSOR
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.piping.commands import COMMANDS
from tui_reader.ui.widgets.panel import FramedList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

MARGIN = 1
"""Cells before a line, for the cursor."""


FRAME = 2
"""Lines of the border."""


class OutputPanel(FramedList):
    """Lines of one command's output, wrapped to the panel's width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "output")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"output--note"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    OutputPanel { layer: above; dock: bottom; width: 100%; height: 50%; min-height: 4; }
    .output--note { color: $text-secondary; }
    """

    def __init__(self, line: str) -> None:
        super().__init__()
        self._command = line
        self._output = CommandOutput()
        self._lines: tuple[OutputLine, ...] = ()

    def on_mount(self) -> None:
        self.border_title = one_line(self._command).replace("[", "\\[")

    @property
    def output(self) -> CommandOutput:
        return self._output

    @output.setter
    def output(self, output: CommandOutput) -> None:
        """Show more output; the cursor stays on its line."""
        if output != self._output or not self._lines:
            self._output = output
            self._wrap()

    def _wrap(self) -> None:
        self._lines = output_lines(self._output, self.scrollable_content_region.width - MARGIN)
        room = self.screen.size.height // 2
        self.styles.height = min(len(self._lines) + FRAME, room)
        self.lay_out()
        self.cursor = self.validate_cursor(self.cursor)

    def on_resize(self) -> None:
        self._wrap()
        self.into_view()

    @property
    def count(self) -> int:
        return len(self._lines)

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        shown = self._lines[place]
        yield segment(CURSOR if place == self.cursor else " " * MARGIN)
        look = None if shown.is_plain else self.get_component_rich_style("output--note", partial=True)
        yield segment(shown.text, look)
