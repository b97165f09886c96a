"""Lines above the prompt: completions to choose from, or what is wrong with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.present.rows import CURSOR, cut, fitted, sign
from tui_reader.text.cells import width
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

SENTENCE_LINES = 4
"""Maximum lines of a sentence."""


def wrapped(sentence: str, cells: int) -> tuple[str, ...]:
    """A sentence in lines of at most `cells` cells, broken at spaces; longer words are cut."""
    lines: list[str] = []
    for word in sentence.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined) <= cells:
            lines[-1] = joined
        else:
            lines.append(cut(word, cells))
    return tuple(lines[:SENTENCE_LINES])


class PromptNotes(Widget):
    """Takes no room while there is nothing to show. Completions come before a sentence."""

    DEFAULT_CSS = """
    PromptNotes { height: auto; background: $panel; }
    .notes--chosen { text-style: bold; color: $text-accent; }
    .notes--fault { color: $text-error; text-style: bold; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"notes--chosen", "notes--fault"}
    ALLOW_SELECT = False

    offers: reactive[Sequence[str]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(0)
    sentence: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002 - Textual's
        return len(self._lines(width))

    def choose_next(self) -> None:
        """Choose the next completion; after the last one, the first."""
        self.chosen = (self.chosen + 1) % max(len(self.offers), 1)

    def watch_offers(self) -> None:
        self.chosen = 0

    def render_line(self, y: int) -> Strip:
        lines = tuple(self._lines(self.size.width))
        text, component = lines[y] if y < len(lines) else ("", "")
        style = self.get_component_rich_style(component, partial=True) if component else None
        return strip((segment(text, style),), self.size.width, self.rich_style).apply_style(self.rich_style)

    def _lines(self, cells: int) -> tuple[tuple[str, str], ...]:
        """(text, component class) of each line."""
        return tuple(self._offered(cells) if self.offers else self._explained(cells))

    def _offered(self, cells: int) -> Iterator[tuple[str, str]]:
        for place, label in enumerate(self.offers):
            mark = sign(CURSOR, given=place == self.chosen)
            yield fitted(f" {mark} {label}", cells), "notes--chosen" if place == self.chosen else ""

    def _explained(self, cells: int) -> Iterator[tuple[str, str]]:
        for line in wrapped(self.sentence, max(cells - 2, 1)):
            yield f" {line}", "notes--fault"
