"""Messages from the two panes to the main screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual import events

    from tui_reader.present.page import Page


@dataclass(eq=False)
class ArticleHighlighted(Message):
    """The list's cursor is on another article; `article_id` None: the list is empty."""

    article_id: int | None


class ArticleOpened(Message):
    """The user opened the article under the cursor."""


class ListLeft(Message):
    """Esc was pressed in the list without a selection."""


class SelectionChanged(Message):
    """Articles were selected or unselected."""


class RowsArrived(Message):
    """Rows of the list were fetched."""


class ArticleLeft(Message):
    """The user returned to the list."""


class MeasureChosen(Message):
    """The user changed the measure."""


@dataclass(eq=False)
class Scrolled(Message):
    """Another part of the page is visible; `by_reader`: not because of a new page or size."""

    by_reader: bool


@dataclass(eq=False)
class PageShown(Message):
    """Another page is shown, without decorations yet."""

    before: Page | None


@dataclass(eq=False)
class TagClicked(Message):
    tag: str


@dataclass(eq=False)
class Pointer(Message):
    """The mouse button was "pressed", "moved" or "released" over the page."""

    kind: str
    event: events.MouseEvent
