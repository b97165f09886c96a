"""Documents as sources give them, with what a service or an archive knows about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import COLOURS
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    from datetime import datetime


class SavedHighlight(NamedTuple):
    """A highlighted text with the reader's note. `when`: ISO 8601, empty if unknown."""

    text: str
    note: str = ""
    when: str = ""
    colour: str = COLOURS[0]


def colour_of(value: object) -> str:
    """The colour of a highlight that a record names; the usual one if there is no such colour."""
    return next((colour for colour in COLOURS if colour == value), COLOURS[0])


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What a person did with a document elsewhere. `added`: when it was saved.

    `is_complete`: an export of this program, so that tags which it does not have were removed.
    `short_id`: the id that an article had in the library it was exported from.
    """

    tags: tuple[str, ...] = ()
    read: bool = False
    bookmarked: bool = False
    added: datetime | None = None
    highlights: tuple[SavedHighlight, ...] = ()
    is_complete: bool = False
    short_id: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `named`: as given; `path`: of a file, absolute, or a web address after redirects; None if it has none.

    `charset`: as the server declared it that the document was fetched from. `state`: what is to come along with it.
    `origin`: from where it can be read again: an archive's path and the name in it, or the address before redirects.
    """

    named: str
    path: str | None
    data: bytes
    charset: str | None = None
    state: ReaderState | None = None
    origin: str | None = None

    @property
    def where(self) -> str:
        """Name of the document as given, sanitized for messages."""
        return one_line(self.named)

    @property
    def is_web(self) -> bool:
        """Whether it was fetched from a web address."""
        return self.path is not None and begins_with_url(self.path)


@dataclass(frozen=True, slots=True)
class Link:
    """An address without its page, which is to be fetched."""

    named: str
    address: str
    state: ReaderState | None = None


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that need not be fetched: it is the article `article_id` of the library already."""

    named: str
    article_id: int
    state: ReaderState | None = None

    @property
    def where(self) -> str:
        return one_line(self.named)


class Place(NamedTuple):
    """Where documents are: `named` as given, `path` absolute (None of a stream)."""

    named: str
    path: str | None

    def inside(self, name: str) -> Place:
        """The place of a member. Its name cannot leave the archive: `..`, drives and roots are left out."""
        parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
        inner = one_line("/".join(parts)) or "?"
        return Place(f"{self.named}/{inner}", None if self.path is None else f"{self.path}/{inner}")
