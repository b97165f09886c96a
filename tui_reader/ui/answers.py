"""What workers bring back: answers to the requests of `messages`. Facts, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.ui.asking import Answer, Change

if TYPE_CHECKING:
    from tui_reader.model import PassageMark, Position, Row
    from tui_reader.present.find import Found
    from tui_reader.present.page import Page
    from tui_reader.present.pairs import Pair
    from tui_reader.present.passages import MarkRow
    from tui_reader.present.removed import RemovedView
    from tui_reader.present.tags import Tag
    from tui_reader.query import Query


LAST = "last"
"""The setting that names the article last read, by its key."""


@dataclass(eq=False, repr=False)
class RowsFetched(Answer):
    """Rows in the wording they were asked for."""

    rows: tuple[Row, ...]


@dataclass(eq=False, repr=False)
class PageFetched(Answer):
    """A page, and where its reader left it."""

    page: Page
    position: Position | None = None


@dataclass(eq=False, repr=False)
class RemovedFetched(Answer):
    """What was asked for under that number."""

    number: int
    view: RemovedView


@dataclass(eq=False, repr=False)
class PairsFetched(Answer):
    """Pairs in the order in which the page has them."""

    page: Page
    pairs: tuple[Pair, ...]


@dataclass(eq=False, repr=False)
class MarksFetched(Answer):
    """The marks of an article, in the order of their places."""

    key: int
    marks: tuple[PassageMark, ...]


@dataclass(eq=False, repr=False)
class MarkRowsFetched(Answer):
    """For the panel."""

    rows: tuple[MarkRow, ...]


@dataclass(eq=False, repr=False)
class WordsFound(Answer):
    """Where they stand; `last`: nothing more will be found."""

    found: Found
    last: bool


@dataclass(eq=False, repr=False)
class ListingFetched(Answer):
    """The keys a query lists, in order; `label` is the query in the wording shown."""

    query: Query
    keys: tuple[int, ...]
    label: str


@dataclass(eq=False, repr=False)
class ListingRefused(Answer):
    """A query that cannot be understood, and why."""

    sentence: str


@dataclass(eq=False, repr=False)
class TagsFetched(Answer):
    """Tags for the panel."""

    tags: tuple[Tag, ...]


@dataclass(eq=False, repr=False)
class Changed(Answer):
    """Marks, tags or lines changed; `everywhere`: or how words are written, in all articles."""

    change: Change
    keys: tuple[int, ...]
    quiet: bool = False
    everywhere: bool = False


@dataclass(eq=False, repr=False)
class Undone(Answer):
    """A change was taken back; `everywhere`: it was one of all articles."""

    change: Change
    keys: tuple[int, ...]
    everywhere: bool = False


@dataclass(eq=False, repr=False)
class PlaceKept(Answer):
    """It is in the library."""

    key: int


@dataclass(eq=False, repr=False)
class ImportAdvanced(Answer):
    """Some more inputs are done; `fresh`: it is time to list what is new."""

    done: int
    total: int
    fresh: bool


@dataclass(eq=False, repr=False)
class ImportEnded(Answer):
    """All inputs are done: what came of it, and what was refused.

    `without_article`: paths of refused pages that can be imported anyway, with the tags that were asked for.
    """

    sentence: str
    refused: tuple[str, ...] = ()
    without_article: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class CopyPrepared(Answer):
    """The text to copy; `taken`: the system's clipboard has it already."""

    text: str
    taken: bool


@dataclass(eq=False, repr=False)
class Told(Answer):
    """A sentence for the status line."""

    sentence: str
