"""Value types: articles, and what the reader did with them.

All are frozen; changes use `dataclasses.replace`. Independent of files, SQL and the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Script = Literal["hans", "hant", "none"]
"""Simplified, traditional, or too little Han text to decide."""

Kind = Literal["paragraph", "heading", "quote", "list_item", "table", "code", "verse"]
"""Kind of a body passage."""

Role = Literal["title", "metadata", "deck", "body", "caption", "image", "comment", "dropped"]
"""Role that the cleaner assigned to a source block."""

Shown = Literal["source", "cn", "tw", "hk"]
"""Wording on screen: as written, mainland, Taiwan, Hong Kong."""


PART = "\n\n"
"""Separator between the pieces of a text that spans several."""

COLOURS = ("yellow", "green", "blue", "red")  # of highlights; the first one unless another was chosen


@dataclass(frozen=True, slots=True)
class Passage:
    """A body passage. `text` has line breaks only in tables, code and verse."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment. `time`: as printed; `sign`: PTT's 推, 噓 or →; `floor`: number of its first row."""

    text: str
    author: str | None = None
    time: str | None = None
    sign: str | None = None
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed block. `before`: index in `Article.body` of the passage after it (len = at the end).

    `kind`: its kind once restored.
    """

    text: str
    reason: str
    before: int = 0
    kind: Kind = "paragraph"


@dataclass(frozen=True, slots=True)
class Amendment:
    """The user's decision about a line: `kept` True restores it, False drops it, whatever the cleaner decides.

    `when`: ISO 8601. Lines with equal `script.line_key` are the same line.
    """

    text: str
    kept: bool
    when: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article, in the source's script and spelling.

    Dates are ISO 8601 with the source's precision: `2025-02-24` or `2025-08-15T23:45`. Missing values are None or empty.
    `uncertain`: accepted, but the cleaner doubts that it is an article.
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
        """Body passages and removed blocks in source order."""
        place_marks: dict[int, list[Removed]] = {}
        for line in self.removed:
            place_marks.setdefault(line.before, []).append(line)
        for place in range(len(self.body) + 1):
            yield from place_marks.get(place, ())
            yield from self.body[place : place + 1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The cleaner's decision about one source block, with its reason, in source order."""

    text: str
    role: Role
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Result of cleaning: the article and all verdicts in order."""

    article: Article
    verdicts: tuple[Verdict, ...]


class Position(NamedTuple):
    """A place in an article: passage (0 = title, then deck, body, comments), character offset, text there."""

    passage: int
    offset: int
    context: str


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A highlight in the article `article_id`, with the user's note.

    `text`: the highlighted source text, pieces separated by an empty line; it begins at `passage` and `offset`, counted as in
    `Position`. `number`: the highlight's id, 0 until stored. `when`: ISO 8601. `colour`: one of `COLOURS`.
    """

    article_id: int
    passage: int
    offset: int
    text: str
    note: str = ""
    when: str = ""
    number: int = 0
    colour: str = "yellow"

    @property
    def position(self) -> Position:
        """Start of the highlight, with its text as context."""
        return Position(self.passage, self.offset, self.text.partition(PART)[0])


class Copy(NamedTuple):
    """Another article of the same story."""

    article_id: int
    short_id: str


class StoryMember(NamedTuple):
    """An article of a story that has several; `story`: its number."""

    article_id: int
    story: int
    bookmarked: bool
    read: bool


@dataclass(frozen=True, slots=True)
class Row:
    """List row of an article. `article_id`: the library's number; `short_id`: the name that `list` prints and users type.

    `passages`: number of highlights. `uncertain`: as in `Article`. `copies`: other versions of its story, last stored first.
    """

    article_id: int
    short_id: str
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
    copies: tuple[Copy, ...] = ()

    @property
    def date(self) -> str | None:
        """Publication date, else date of update."""
        return self.published or self.updated


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the library, with the reader's state."""

    row: Row
    article: Article
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag in one spelling, and its number of listed articles. `own`: added by the user somewhere."""

    tag: str
    count: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """An article was stored. `updated`: a known path had new content. `similar`: the library's most similar copy of it."""

    where: str
    row: Row
    updated: bool = False
    similar: Row | None = None


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """The same bytes are already in the library."""

    where: str
    row: Row


@dataclass(frozen=True, slots=True)
class TrashedArticle:
    """An article in the trash. `short_id`: its id as printed, which it gets back when it is restored. `deleted_at`: ISO 8601."""

    short_id: str
    title: str
    deleted_at: str


@dataclass(frozen=True, slots=True)
class InTrash:
    """The same bytes made an article that is in the trash; it stays there."""

    where: str
    article: TrashedArticle


@dataclass(frozen=True, slots=True)
class CleanedAgain:
    """An article was re-cleaned. `changed`: the result differs."""

    where: str
    row: Row
    changed: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """An input was rejected; `reason` is a clause without a full stop.

    `no_article`: readable, but without an article; users may import it anyway. `verdicts`: the cleaner's decisions, if
    requested. `path`: absolute, if an import rejected a file it had read.
    """

    where: str
    reason: str
    no_article: bool = False
    verdicts: tuple[Verdict, ...] = ()
    path: str | None = None


Outcome = Added | AlreadyHere | InTrash | CleanedAgain | Refused


class SavedSearch(NamedTuple):
    """A query's canonical text by its name."""

    name: str
    query: str


class Progress(NamedTuple):
    """One input is finished: its outcome, and `done` of `total`."""

    outcome: Outcome
    done: int
    total: int
