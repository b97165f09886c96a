"""A line to type on: a query, a path, tags, part of a tag's name, words to find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, on
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

Purpose = Literal["query", "import", "tag", "find", "note", "pair", "within"]

PAUSE = 0.12
"""Seconds without a key before what was typed so far counts: two keys of a quick typist."""

PROMPTS: dict[Purpose, tuple[str, str]] = {
    "query": ("/", "words  tag:T -tag:T  source:S  is:unread|bookmarked  after:2025-02"),
    "import": ("import:", "a file or a folder"),
    "tag": ("add tags:", "several with commas between"),
    "pair": ("written as:", "what it shall be, here and in all articles"),
    "note": ("note:", "what you think of it; Enter marks the passage, with or without"),
    "find": ("find tag:", "part of its name, in either script"),
    "within": ("find:", "words in this article, in either script"),
}
"""What stands before the line, and in it while it is empty."""

LISTING: frozenset[Purpose] = frozenset({"query", "find"})
"""They ask for a list, after a pause; Escape clears the line first."""


DONE = frozenset({"enter", "down"})
"""Keys that end the typing, whatever it was for."""


class _Line(Input):
    """Typed text. What is typed after that is done is for who comes next, even if this line is not gone yet."""

    _done = False

    async def _on_key(self, event: events.Key) -> None:
        self._done = self._done or event.key in DONE
        if self._done and event.is_printable:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        else:
            await super()._on_key(event)


class PromptLine(Widget):
    """Opened for one purpose, and gone when it is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("down", "submit", show=False),
        # Elsewhere these keys go to another pane, where the letters typed next would be commands.
        Binding("tab,shift+tab", "stay", show=False, priority=True),
    ]

    @dataclass(eq=False)
    class Typed(Message):
        """So far (`query` and `find`, after a pause, and `within`)."""

        purpose: Purpose
        text: str

    @dataclass(eq=False)
    class Submitted(Message):
        """Enter."""

        purpose: Purpose
        text: str

    @dataclass(eq=False)
    class Dismissed(Message):
        """Escape on an empty line, or on one that lists nothing."""

        purpose: Purpose

    def __init__(self, purpose: Purpose, text: str = "", hint: str = "") -> None:
        super().__init__()
        self.purpose = purpose
        self._text = text
        self._hint = hint or PROMPTS[purpose][1]
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The prompt and the line."""
        yield Label(PROMPTS[self.purpose][0], markup=False)
        yield _Line(self._text, placeholder=self._hint, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.line.cursor_blink = self.app.animation_level != "none"
        self.line.focus()

    @property
    def line(self) -> _Line:
        """Where the text is."""
        return self.query_one(_Line)

    @property
    def hints(self) -> tuple[str, ...]:
        """What the keys do."""
        return ("Enter keep", "Esc drop") if self.purpose == "within" else ("Enter done", "Esc clear, leave")

    @on(Input.Changed)
    def wait_for_more(self, event: Input.Changed) -> None:
        """Typing goes on: count from the last key."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        if self.purpose == "within" and event.value != self._text:
            self._tell()
        elif self.purpose in LISTING and event.value != self._text:
            self._pause = self.set_timer(PAUSE, self._tell)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Done: what stands there counts."""
        if self._pause is not None:
            self._pause.stop()
        self.post_message(self.Submitted(self.purpose, self.line.value))

    def action_stay(self) -> None:
        """Typing goes on here."""
        self.line.focus()

    def action_dismiss(self) -> None:
        """Clear the line; when there is nothing to clear, go."""
        if self.purpose in LISTING and self.line.value:
            self.line.value = ""
            self._tell()
        else:
            self.post_message(self.Dismissed(self.purpose))

    def _tell(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._text = self.line.value
        self.post_message(self.Typed(self.purpose, self._text))
