"""Status line: message, or status and key hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.present.status import Status
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from textual.strip import Strip
    from textual.timer import Timer

SAID_FOR = 4.0
"""Seconds a message stays before hints are shown again."""


class StatusLine(Widget):
    """Status on the left; a message or key hints on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--keys", "status--hints", "status--saying"}
    ALLOW_SELECT = False

    status: reactive[Status] = reactive(Status())
    hints: reactive[tuple[str, ...]] = reactive(())
    saying: reactive[str] = reactive("")
    _timer: Timer | None = None

    def say(self, sentence: str, seconds: float | None = SAID_FOR) -> None:
        """Show a message in place of the hints; without `seconds`, until the next one."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.saying = sentence
        if seconds is not None:
            self._timer = self.set_timer(seconds, lambda: self.hush(sentence))

    def watch_saying(self) -> None:
        """In zen mode the line is shown for messages only."""
        self.set_class(bool(self.saying), "-saying")

    def hush_passing(self) -> None:
        """Remove a message that would be removed after some seconds."""
        if self._timer is not None:
            self.hush(self.saying)

    def hush(self, sentence: str) -> None:
        """Remove this message; another one stays."""
        if self.saying == sentence:
            self.saying = ""

    def hush_if(self, beginning: str) -> None:
        """Remove a message with this beginning."""
        if self.saying.startswith(beginning):
            self.saying = ""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - it has only one
        left, right = self.status.line(max(self.size.width - 2, 0), self.hints, self.saying)
        segments = (segment(f" {left}"), *self._right(right), segment(" "))
        return strip(segments, self.size.width, self.rich_style).apply_style(self.rich_style)

    def _right(self, text: str) -> Iterator[Segment]:
        """Style the right part: messages stand out; hints are a key and a word each."""
        if self.saying:
            yield segment(text, self.get_component_rich_style("status--saying", partial=True))
            return
        keys, words = (self.get_component_rich_style(f"status--{part}", partial=True) for part in ("keys", "hints"))
        for number, hint in enumerate(text.split("  ")):
            key, _, word = hint.partition(" ")
            yield segment(f"{'  ' if number else ''}{key}", keys)
            yield segment(f" {word}" if word else "", words)
