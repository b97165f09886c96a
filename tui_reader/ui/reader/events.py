"""What the two panes tell the main screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual import events

    from tui_reader.present.page import Page


@dataclass(eq=False)
class ArticleHighlighted(Message):
    """Another article is under the list's cursor (`article_id` None: there is none)."""

    article_id: int | None


class ArticleOpened(Message):
    """The article under the cursor is to be read."""


class ListLeft(Message):
    """Escape in the list, and nothing was selected."""


class SelectionChanged(Message):
    """More or fewer articles are selected."""


class RowsArrived(Message):
    """More rows of the list are known."""


class ArticleLeft(Message):
    """Back to the list."""


class MeasureChosen(Message):
    """The reader chose longer or shorter lines."""


@dataclass(eq=False)
class Scrolled(Message):
    """Another part of the page is in view; `by_reader`: not because of a new page or size."""

    by_reader: bool


@dataclass(eq=False)
class PageShown(Message):
    """Another page is shown, which has no lights yet."""

    before: Page | None


@dataclass(eq=False)
class TagClicked(Message):
    """A tag was clicked in the article."""

    tag: str


@dataclass(eq=False)
class Pointer(Message):
    """The mouse button was "pressed", "moved" or "released" over the page."""

    kind: str
    event: events.MouseEvent
