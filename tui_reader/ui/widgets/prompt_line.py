"""Prompt: an input line opened for one purpose. It takes no space while closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from rich.highlighter import Highlighter
from rich.style import Style
from textual import events, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from tui_reader.locale import _
from tui_reader.ui.core.compat import KeyFilteringInput
from tui_reader.ui.widgets.prompt_history import History
from tui_reader.ui.widgets.prompt_notes import PromptNotes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from tui_reader.present.offers import Offer

PAUSE = 0.02
"""Seconds without a key after which typed text is applied: the characters of a word that an input method sends come together."""

DONE = frozenset({"enter", "down"})
"""Keys that end typing."""


def _nothing() -> None: ...


class Fault(NamedTuple):
    """What is wrong with a text, and where: offsets of its beginning and end."""

    sentence: str
    start: int
    end: int


@dataclass(frozen=True)
class Purpose:
    """What a prompt is for: `label` before the input, `hint` in it while it is empty.

    `typed` is called with the text so far, `live` "at once" or "paused" (after a pause; Esc then clears the line first);
    `submitted` at Enter, unless `fault_of` finds a fault in the text: then the line stays open, with the cursor there;
    `kept` at Ctrl+S; `dismissed` at Esc. `suggest` is called with text and cursor at every change; the owner answers with
    `PromptBar.offer`. `home` returns the widget to focus afterwards; None: the list, which is shown first with `shows_list`
    if something was submitted.
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
    fault_of: Callable[[str], Fault | None] = lambda _text: None
    suggest: Callable[[str, int], None] | None = None
    kept: Callable[[str], None] | None = None


class FaultStyle(Highlighter):
    """Draws the faulty part of the text in `style`."""

    def __init__(self) -> None:
        self.span, self.style = (0, 0), Style()

    def highlight(self, text: Text) -> None:
        text.stylize(self.style, *self.span)


class _Line(KeyFilteringInput):
    """The input. Keys typed after `DONE` go to the next widget, even if this one is not removed yet."""

    _done = False
    is_history = False
    """Whether ↓ goes to a later entry of the history, and does not end typing."""

    def reopen(self, cursor: int) -> None:
        """Take keys again after `DONE`, at a place of the text."""
        self._done = False
        self.cursor_position = cursor

    def takes(self, event: events.Key) -> bool:
        self._done = self._done or (event.key in DONE and not (self.is_history and event.key == "down"))
        if self._done and event.is_printable:
            self.app.post_message(events.Key(event.key, event.character))
            return False
        return True


class PromptLine(Widget):
    """Label and input of one purpose, with notes above them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"prompt--fault"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("down", "later", show=False),
        Binding("up", "earlier", show=False),
        Binding("right", "complete_at_end", show=False, priority=True),
        Binding("ctrl+s", "keep", show=False, priority=True),
        # Elsewhere these keys go to another pane, where the letters typed next would be commands.
        Binding("tab", "complete", show=False, priority=True),
        Binding("shift+tab", "next_offer", show=False, priority=True),
    ]

    @dataclass(eq=False)
    class Submitted(Message):
        """Posted when Enter is pressed."""

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
        self._history = History()
        self._fault = FaultStyle()
        self._seen, self._is_offer_due = text, False
        self.offers: Sequence[Offer] = ()
        self.notes = PromptNotes()
        self.line = _Line(
            text, placeholder=_(purpose.hint), compact=True, select_on_focus=False, highlighter=self._fault
        )
        self.was_focused = False

    def compose(self) -> ComposeResult:
        yield self.notes
        with Horizontal():
            yield Label(_(self.purpose.label), markup=False)
            yield self.line

    def on_mount(self) -> None:
        self.line.cursor_blink = self.app.animation_level != "none"
        self.line.focus()
        self.call_after_refresh(self.line.place_caret)

    def on_descendant_focus(self) -> None:
        self.was_focused = True

    @on(Input.Changed)
    def wait_for_more(self, event: Input.Changed) -> None:
        """Call `typed`, at once or after a pause."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        if event.value != self._seen:
            self._seen, self._is_offer_due = event.value, True
            self.explain(None)
            if self.purpose.suggest is not None:
                self.purpose.suggest(event.value, self.line.cursor_position)
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
        if not self._refuses(text):
            self.post_message(self.Submitted(self.purpose, text))

    def action_keep(self) -> None:
        """Keep the text for later, if the purpose allows it."""
        if self.purpose.kept is not None and not self._refuses(self.line.value):
            self.purpose.kept(self.line.value)

    def _refuses(self, text: str) -> bool:
        """Whether something is wrong with the text; it is explained, and the line stays open."""
        fault = self.purpose.fault_of(text)
        if fault is None:
            return False
        self.offer(())
        self.explain(fault)
        self.line.reopen(fault.end)
        return True

    # Completions, faults, earlier texts

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show completions of the text, in place of those of an earlier text, which stay in sight until then."""
        self._is_offer_due = False
        self.offers, self.notes.offers = offers, tuple(offer.label for offer in offers)

    def explain(self, fault: Fault | None) -> None:
        """Show what is wrong with the text, and where; None: nothing."""
        self.notes.sentence = fault.sentence if fault else ""
        self._fault.span = (fault.start, fault.end) if fault else (0, 0)
        self._fault.style = self.get_component_rich_style("prompt--fault", partial=True)
        self.line.refresh()

    def remember(self, texts: Sequence[str]) -> None:
        """Earlier texts, the latest first: ↑ goes to them."""
        self._history = History(tuple(texts))

    def action_complete(self) -> None:
        """Take the chosen completion; the focus stays here."""
        self.line.focus()
        if self.offers and not self._is_offer_due:
            taken = self.offers[self.notes.chosen]
            self.line.value = taken.text
            self.line.cursor_position = taken.cursor

    def action_complete_at_end(self) -> None:
        """Take the chosen completion at the end of the text; elsewhere go to the right."""
        if self.offers and self.line.cursor_position == len(self.line.value):
            self.action_complete()
        else:
            self.line.action_cursor_right()

    def action_next_offer(self) -> None:
        """Choose the next completion; the focus stays here."""
        self.line.focus()
        self.notes.choose_next()

    def action_earlier(self) -> None:
        """Put an earlier text on the line."""
        self._recall(self._history.earlier(self.line.value))

    def action_later(self) -> None:
        """Put a later text on the line; after the last one, submit."""
        if self._history.is_begun:
            self._recall(self._history.later())
        else:
            self.action_submit()

    def _recall(self, text: str | None) -> None:
        if text is not None:
            self.line.value = text
            self.line.cursor_position = len(text)
        self.line.is_history = self._history.is_begun

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
