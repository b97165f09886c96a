"""What widgets ask for.

Requests are imperative and bubble up to the app. Answers (`answers`) are posted to `asker`, carry the request's ticket, and
bubble from there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.ui.asking import Deed, Request, Write
from tui_reader.ui.tally import Tally

if TYPE_CHECKING:
    from tui_reader.model import PassageMark, Position, Row, Shown
    from tui_reader.present.find import Searchable
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece
    from tui_reader.query import Query
    from tui_reader.script.guards import Region


LAST = "last"
"""The setting that names the article last read, by its key."""


@dataclass(eq=False, repr=False)
class FetchRows(Request):
    """The rows of articles in view. Answer: `RowsFetched`."""

    keys: tuple[int, ...]
    shown: Shown
    repair: bool = False


@dataclass(eq=False, repr=False)
class FetchPage(Request):
    """An article typeset, its marks repaired or not. `base` is a page of it that there is already, `view` the blocks to turn first.

    Answers: one or two `PageFetched`, the last one whole.
    """

    key: int
    shown: Shown
    measure: int
    repair: bool = False
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
class FetchPairs(Request):
    """What was reworded on a page. Answer: `PairsFetched`."""

    page: Page


@dataclass(eq=False, repr=False)
class FetchMarks(Request):
    """The marked passages of an article. Answer: `MarksFetched`."""

    key: int


@dataclass(eq=False, repr=False)
class FetchMarkRows(Request):
    """Bookmarked articles and marked passages, those of `first` on top. Answer: `MarkRowsFetched`."""

    first: int | None
    shown: Shown
    repair: bool = False


@dataclass(eq=False, repr=False)
class CheckWords(Request):
    """Look at the table of the person's own words. Answer: `Told` what is wrong with it, if anything is."""


@dataclass(eq=False, repr=False)
class FindWords(Request):
    """Where words stand in an article as shown; `within` is its text, ready to be searched if that was done before.

    Answers: one or two `WordsFound`, the last one also by the words' other names.
    """

    pieces: tuple[Piece, ...]
    phrases: tuple[str, ...]
    within: Searchable | None = None


@dataclass(eq=False, repr=False)
class FetchListing(Request):
    """The articles a query lists; `text` as typed. Answer: `ListingFetched` or `ListingRefused`."""

    text: str
    shown: Shown


@dataclass(eq=False, repr=False)
class FetchTags(Request):
    """Tags of the listed articles with counts; `key` is the article shown, if any. Answer: `TagsFetched`."""

    filter: Query
    shown: Shown
    key: int | None = None


@dataclass(eq=False, repr=False)
class Bookmark(Deed):
    """Bookmark these articles, if any of them is not yet; else no longer. Answer: `Changed`."""

    keys: tuple[int, ...]


@dataclass(eq=False, repr=False)
class MarkRead(Deed):
    """Read, if any of them is not yet; else unread. Answer: `Changed`."""

    keys: tuple[int, ...]


@dataclass(eq=False, repr=False)
class MarkOpened(Write):
    """Read, as it was opened: there is nothing to tell or undo. Answer: `Changed`, quiet."""

    key: int


@dataclass(eq=False, repr=False)
class Retag(Deed):
    """Give these articles tags, or take some from them. Answer: `Changed`."""

    keys: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class Amend(Deed):
    """Put lines of an article's source back into it, or drop lines of it. Answer: `Changed`."""

    key: int
    lines: tuple[str, ...]
    kept: bool


@dataclass(eq=False, repr=False)
class MarkPassage(Deed):
    """Mark a passage, or change the note on it. Answer: `Changed`."""

    mark: PassageMark


@dataclass(eq=False, repr=False)
class UnmarkPassage(Deed):
    """Take a mark off. Answer: `Changed`."""

    mark: PassageMark


@dataclass(eq=False, repr=False)
class Correct(Deed):
    """From now on write `word` of the region `source` as `answer` in `target`, in all articles. Answer: `Changed`."""

    source: Region
    word: str
    target: Region
    answer: str


@dataclass(eq=False, repr=False)
class Undo(Write):
    """Take back what a deed changed. Answer: `Undone`; `Told` when it changed nothing."""

    deed: Deed
    keys: tuple[int, ...]


@dataclass(eq=False, repr=False)
class Import(Request):
    """Take in files and folders; without paths the samples. Answers: `ImportAdvanced` …, `ImportEnded`.

    Each article is written as it comes, so that marks need not wait for the end of it. `force`: pages without an article
    are taken too, marked as uncertain.
    """

    paths: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()
    force: bool = False
    tally: Tally = field(default_factory=Tally, init=False)


@dataclass(eq=False, repr=False)
class Copy(Request):
    """Put `text` on the clipboard, or else titles and addresses. Answer: `CopyPrepared`."""

    rows: tuple[Row, ...]
    text: str | None = None


@dataclass(eq=False, repr=False)
class CopyCard(Request):
    """Put a quotation from an article on the clipboard, with where it is from. Answer: `CopyPrepared`."""

    key: int
    text: str
    shown: Shown
    repair: bool = False


@dataclass(eq=False, repr=False)
class Browse(Request):
    """Open an article's address in a browser. Answer: `Told`."""

    key: int


@dataclass(eq=False, repr=False)
class KeepPlace(Write):
    """Remember where a reader is in an article. Answer: `PlaceKept`."""

    key: int
    position: Position


@dataclass(eq=False, repr=False)
class KeepSetting(Write):
    """Remember a choice between starts. No answer."""

    name: str
    value: str
