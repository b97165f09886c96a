"""The values that travel: what an article is, and what a person did with it.

All are frozen. A change makes a new value (`dataclasses.replace`). Nothing here knows files, SQL or a screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Script = Literal["hans", "hant", "none"]
"""Simplified, traditional, or too little Han text to tell."""

Kind = Literal["paragraph", "heading", "quote", "list_item", "table", "code", "verse"]
"""What a passage of the body is."""

Role = Literal["title", "metadata", "deck", "body", "caption", "image", "comment", "dropped"]
"""What the cleaner took a block of the source for."""

Shown = Literal["source", "cn", "tw", "hk"]
"""The wording on the screen: as written, mainland, Taiwan, Hong Kong."""


PART = "\n\n"
"""What stands between the pieces of a text that goes over several."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of an article's body. `text` has no line breaks but in tables, code and verse."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's reply. `time` is as printed; `sign` is PTT's 推, 噓 or →; `floor` is the first of its rows."""

    text: str
    author: str | None = None
    time: str | None = None
    sign: str | None = None
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Something cut away. `before` is the index in `Article.body` of the passage it stood before (len = at the end).

    `kind` is what it is once it is put back.
    """

    text: str
    reason: str
    before: int = 0
    kind: Kind = "paragraph"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A person's word on a line of an article: `kept` is put into the body, whatever the cleaner says; else it is dropped.

    `when` is a moment as ISO 8601. Lines with the same `script.line_key` are the same line.
    """

    text: str
    kept: bool
    when: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article, in the source's own script and spelling.

    Dates are ISO 8601, as exact as the source: `2025-02-24` or `2025-08-15T23:45`. Absent things are None or empty.
    `uncertain`: taken, but the cleaner doubts that it is an article.
    """

    title: str | None
    body: tuple[Passage, ...]
    script: Script
    encoding: str
    author: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    deck: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    tags: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    uncertain: bool = False

    def in_place(self) -> Iterator[Passage | Removed]:
        """The body with what was cut away standing where it stood."""
        place_marks: dict[int, list[Removed]] = {}
        for line in self.removed:
            place_marks.setdefault(line.before, []).append(line)
        for place in range(len(self.body) + 1):
            yield from place_marks.get(place, ())
            yield from self.body[place : place + 1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one block of the source, in the source's order, and why."""

    text: str
    role: Role
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaner's whole answer: the article, and every verdict in order."""

    article: Article
    verdicts: tuple[Verdict, ...]


class Position(NamedTuple):
    """A place in an article: passage (0 is the title, then deck, body, comments), character offset, text there."""

    passage: int
    offset: int
    context: str


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage that a person marked in the article `article` (the library's number), with what they noted on it.

    `text` is what was marked, as the source has it, an empty line between the pieces it goes over; it begins at `passage` and
    `offset`, counted as in a `Position`. `number` is the mark's own, 0 until it is kept. `when` is ISO 8601.
    """

    article: int
    passage: int
    offset: int
    text: str
    note: str = ""
    when: str = ""
    number: int = 0

    @property
    def position(self) -> Position:
        """Where it begins, to be found again by its words."""
        return Position(self.passage, self.offset, self.text.partition(PART)[0])


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of one article. `key` is the library's own number, `id` the short name a person types.

    `passages`: so many are marked in it. `uncertain`: as in `Article`.
    """

    key: int
    id: str
    title: str
    author: str | None
    source: str | None
    published: str | None
    script: Script
    tags: tuple[str, ...]
    read: bool
    bookmarked: bool
    added: str
    path: str | None
    marked_at: str | None = None
    updated: str | None = None
    passages: int = 0
    uncertain: bool = False

    @property
    def date(self) -> str | None:
        """The date it goes by: published, else updated."""
        return self.published or self.updated


@dataclass(frozen=True, slots=True)
class Stored:
    """An article out of the library, with what its reader left in it."""

    row: Row
    article: Article
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, in one spelling, and how many of the listed articles carry it. `own`: a person gave it somewhere."""

    tag: str
    count: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """A new article stands in the library (`updated`: a known path brought new content)."""

    where: str
    row: Row
    updated: bool = False


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """The same bytes were there before."""

    where: str
    row: Row


@dataclass(frozen=True, slots=True)
class CleanedAgain:
    """An article of the library went through the cleaner once more; `changed`: it is not what it was."""

    where: str
    row: Row
    changed: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that was not taken; `reason` is a clause without a full stop.

    `no_article`: it was read, but the cleaner found no article in it; a person may have it taken anyway. `verdicts`: what the
    cleaner made of each block then, where that was asked for. `path`: absolute, where an import refused a file it had read.
    """

    where: str
    reason: str
    no_article: bool = False
    verdicts: tuple[Verdict, ...] = ()
    path: str | None = None


Outcome = Added | AlreadyHere | CleanedAgain | Refused


class Progress(NamedTuple):
    """One input is dealt with: what became of it, and `done` of `total`."""

    outcome: Outcome
    done: int
    total: int
