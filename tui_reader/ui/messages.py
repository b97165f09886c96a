"""What widgets and workers tell each other.

Requests are imperative and bubble up to the app. Answers are posted to `asker`, carry the id they answer, and bubble
from there. Facts are in the past tense.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.model import Position, Refused, Row, Shown
    from tui_reader.present.page import Page
    from tui_reader.present.removed import RemovedView
    from tui_reader.present.tags import Tag
    from tui_reader.query import Query


class Change(Protocol):
    """What a mark or a tag did, to be handed back for undoing."""

    @property
    def sentence(self) -> str:
        """What was done, for a person."""

    def __bool__(self) -> bool:
        """Whether anything was."""


@dataclass(eq=False, repr=False)
class Request(Message):
    """Something only the session can do. `asker` gets the answers."""

    asker: Widget

    def __post_init__(self) -> None:
        """It is sent by who asks, whoever made that ask: Textual stops what comes from a widget's own parent there."""
        super().__post_init__()
        self.set_sender(self.asker)


@dataclass(eq=False, repr=False)
class Answer(Message):
    """What a worker brings back. Handled where it was asked for, or further up."""


@dataclass(eq=False, repr=False)
class FetchRows(Request):
    """The rows of articles in view. Answer: `RowsFetched`."""

    keys: tuple[int, ...]
    shown: Shown


@dataclass(eq=False, repr=False)
class FetchPage(Request):
    """An article typeset. `base` is a page of it that there is already, `view` the blocks to turn first.

    Answers: one or two `PageFetched`, the last one whole.
    """

    key: int
    shown: Shown
    measure: int
    base: Page | None = None
    view: range = range(0)


@dataclass(eq=False, repr=False)
class FetchRemoved(Request):
    """An article with what was removed from it in place, lines folded but the `opened`. Answer: `RemovedFetched`."""

    key: int
    shown: Shown
    measure: int
    opened: frozenset[int]
    number: int


@dataclass(eq=False, repr=False)
class FetchListing(Request):
    """The articles a query lists; `text` as typed. Answer: `ListingFetched` or `ListingRefused`."""

    text: str
    shown: Shown


@dataclass(eq=False, repr=False)
class FetchTags(Request):
    """Tags of the listed articles with counts. Answer: `TagsFetched`."""

    filter: Query
    shown: Shown


@dataclass(eq=False, repr=False)
class Bookmark(Request):
    """Bookmark these articles, or no longer. Answer: `Changed`."""

    keys: tuple[int, ...]
    on: bool


@dataclass(eq=False, repr=False)
class MarkRead(Request):
    """Read or unread. `quiet`: it was opened, there is nothing to tell or undo. Answer: `Changed`."""

    keys: tuple[int, ...]
    on: bool
    quiet: bool = False


@dataclass(eq=False, repr=False)
class Retag(Request):
    """Give these articles tags, or take some from them. Answer: `Changed`."""

    keys: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class Amend(Request):
    """Put lines of an article's source back into it, or drop lines of it. Answer: `Changed`."""

    key: int
    lines: tuple[str, ...]
    kept: bool


@dataclass(eq=False, repr=False)
class Undo(Request):
    """Take a change back. Answer: `Undone`."""

    change: Change
    keys: tuple[int, ...]


@dataclass(eq=False, repr=False)
class Import(Request):
    """Take in files and folders; without paths the samples. Answers: `ImportAdvanced` …, `ImportEnded`."""

    paths: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class Copy(Request):
    """Put `text` on the clipboard, or else titles and addresses. Answer: `CopyPrepared`."""

    rows: tuple[Row, ...]
    text: str | None = None


@dataclass(eq=False, repr=False)
class Browse(Request):
    """Open an article's address in a browser. Answer: `Told`."""

    key: int


@dataclass(eq=False, repr=False)
class KeepPlace(Request):
    """Remember where a reader is in an article. No answer."""

    key: int
    position: Position


@dataclass(eq=False, repr=False)
class KeepSetting(Request):
    """Remember a choice between starts. No answer."""

    name: str
    value: str


@dataclass(eq=False, repr=False)
class RowsFetched(Answer):
    """Rows in the wording they were asked for."""

    shown: Shown
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
class ListingFetched(Answer):
    """The keys a query lists, in order; `text` is what was asked, `label` the query in the wording shown."""

    text: str
    query: Query
    keys: tuple[int, ...]
    label: str


@dataclass(eq=False, repr=False)
class ListingRefused(Answer):
    """A query that cannot be understood, and why."""

    text: str
    sentence: str


@dataclass(eq=False, repr=False)
class TagsFetched(Answer):
    """Tags for the panel."""

    filter: Query
    shown: Shown
    tags: tuple[Tag, ...]


@dataclass(eq=False, repr=False)
class Changed(Answer):
    """Marks or tags changed."""

    change: Change
    keys: tuple[int, ...]
    quiet: bool = False


@dataclass(eq=False, repr=False)
class Undone(Answer):
    """A change was taken back."""

    change: Change
    keys: tuple[int, ...]


@dataclass(eq=False, repr=False)
class ImportAdvanced(Answer):
    """Some more inputs are done; `fresh`: it is time to list what is new."""

    done: int
    total: int
    fresh: bool


@dataclass(eq=False, repr=False)
class ImportEnded(Answer):
    """All inputs are done: what came of it, and what was refused."""

    sentence: str
    refused: tuple[Refused, ...] = ()


@dataclass(eq=False, repr=False)
class CopyPrepared(Answer):
    """The text to copy; `taken`: the system's clipboard has it already."""

    text: str
    taken: bool


@dataclass(eq=False, repr=False)
class Told(Answer):
    """A sentence for the status line."""

    sentence: str


@dataclass(eq=False, repr=False)
class Failed(Answer):
    """What was asked could not be done; a sentence that says why."""

    sentence: str
