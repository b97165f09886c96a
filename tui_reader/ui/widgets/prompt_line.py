"""Prompt: an input line opened for one purpose. It takes no space while closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, on
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from tui_reader.ui.core.compat import KeyFilteringInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.suggester import Suggester
    from textual.timer import Timer

PAUSE = 0.12
"""Seconds without a key after which typed text is applied: two key intervals of a fast typist."""

DONE = frozenset({"enter", "down"})
"""Keys that end typing."""


def _nothing() -> None:
    """Default callback."""


@dataclass(frozen=True)
class Purpose:
    """What a prompt is for: `label` before the input, `hint` in it while it is empty.

    `typed` is called with the text so far, `live` "at once" or "paused" (after a pause; Esc then clears the line first);
    `submitted` at Enter, unless `wrong_at` gives an offset in the text: then the line stays open, with the cursor there;
    `dismissed` at Esc. `suggester` completes the line, Tab or → takes it. `home` returns the widget to focus afterwards; None: the list, which is
    shown first with `shows_list` if something was submitted.
    """

    label: str
    hint: str
    submitted: Callable[[str], None]
    typed: Callable[[str], None] | None = None
    live: Literal["", "at once", "paused"] = ""
    dismissed: Callable[[], None] = _nothing
    home: Callable[[], Widget | None] = lambda: None
    keys: tuple[str, ...] = ("Enter done", "Esc clear, leave")
    shows_list: bool = False
    wrong_at: Callable[[str], int | None] = lambda _text: None
    suggester: Suggester | None = None


class _Line(KeyFilteringInput):
    """The input. Keys typed after `DONE` go to the next widget, even if this one is not removed yet."""

    _done = False

    def reopen(self, cursor: int) -> None:
        """Take keys again after `DONE`, at a place of the text."""
        self._done = False
        self.cursor_position = cursor

    def takes(self, event: events.Key) -> bool:
        self._done = self._done or event.key in DONE
        if self._done and event.is_printable:
            self.app.post_message(events.Key(event.key, event.character))
            return False
        return True


class PromptLine(Widget):
    """Label and input of one purpose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("down", "submit", show=False),
        # Elsewhere these keys go to another pane, where the letters typed next would be commands.
        Binding("tab,shift+tab", "stay", show=False, priority=True),
    ]

    @dataclass(eq=False)
    class Submitted(Message):
        """Enter was pressed."""

        purpose: Purpose
        text: str

    @dataclass(eq=False)
    class Dismissed(Message):
        """Esc was pressed on an empty line, or on one without live results."""

        purpose: Purpose

    def __init__(self, purpose: Purpose, text: str = "") -> None:
        super().__init__()
        self.purpose = purpose
        self._text = text
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Label(self.purpose.label, markup=False)
        yield _Line(
            self._text,
            placeholder=self.purpose.hint,
            compact=True,
            select_on_focus=False,
            suggester=self.purpose.suggester,
        )

    def on_mount(self) -> None:
        self.line.cursor_blink = self.app.animation_level != "none"
        self.line.focus()

    @property
    def line(self) -> _Line:
        return self.query_one(_Line)

    @on(Input.Changed)
    def wait_for_more(self, event: Input.Changed) -> None:
        """Call `typed`, at once or after a pause."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        if self.purpose.live == "at once" and event.value != self._text:
            self._call_typed()
        elif self.purpose.live == "paused" and event.value != self._text:
            self._pause = self.set_timer(PAUSE, self._call_typed)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        text = self.line.value
        wrong = self.purpose.wrong_at(text)
        if wrong is None:
            self.post_message(self.Submitted(self.purpose, text))
            return
        self._call_typed()
        self.line.reopen(wrong)

    def action_stay(self) -> None:
        """Take what is suggested; the focus stays here."""
        self.line.focus()
        if self.line.cursor_position == len(self.line.value):
            self.line.action_cursor_right()

    def action_dismiss(self) -> None:
        """Clear the line; if it is empty, close it."""
        if self.purpose.live == "paused" and self.line.value:
            self.line.value = ""
            self._call_typed()
        else:
            self.post_message(self.Dismissed(self.purpose))

    def _call_typed(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._text = self.line.value
        if self.purpose.typed is not None:
            self.purpose.typed(self._text)


class PromptBar(Widget):
    """Holds the prompt while there is one."""

    DEFAULT_CSS = """
    PromptBar { height: auto; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.prompt: PromptLine | None = None

    @property
    def hints(self) -> tuple[str, ...]:
        """Key hints while a prompt is open."""
        return self.prompt.purpose.keys if self.prompt is not None else ()

    def open(self, purpose: Purpose, text: str = "") -> None:
        """Open a prompt, in place of an open one."""
        self.close()
        self.prompt = PromptLine(purpose, text)
        self.mount(self.prompt)
        self.display = True

    def close(self) -> None:
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.display = False
