"""The place of the prompt at the bottom of the screen. It takes no space while none is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tui_reader.locale import _
from tui_reader.ui.widgets.prompt_line import PromptLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.present.offers import Offer
    from tui_reader.ui.widgets.prompt_line import Fault, Purpose


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
        return tuple(map(_, self.prompt.purpose.keys)) if self.prompt is not None else ()

    def open(self, purpose: Purpose, text: str = "") -> None:
        """Open a prompt, in place of an open one.

        An input method may send several characters at once: what opens a prompt again that has not got the focus yet is
        added to its text.
        """
        if self.prompt is not None and not self.prompt.was_focused and self.prompt.purpose.label == purpose.label:
            text = self.prompt.line.value + text
        self.close()
        self.prompt = PromptLine(purpose, text)
        self.mount(self.prompt)
        self.display = True

    def close(self) -> None:
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.display = False

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show completions, if a prompt is still open."""
        if self.prompt is not None and self.prompt.is_mounted:
            self.prompt.offer(offers)

    def explain(self, fault: Fault | None) -> None:
        """Show what is wrong with the text, if a prompt is still open."""
        if self.prompt is not None and self.prompt.is_mounted and not self.prompt.offers:
            self.prompt.explain(fault)

    def remember(self, texts: Sequence[str]) -> None:
        """Earlier texts of this prompt, the latest first."""
        if self.prompt is not None:
            self.prompt.remember(texts)
