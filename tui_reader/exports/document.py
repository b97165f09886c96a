"""An article as it is exported: in the script chosen, with its highlights, as a sequence of parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui_reader.model import COLOURS, Kind
from tui_reader.text.moments import day_and_time
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui_reader.model import Article, Comment, Row

PartKind = Literal["title", "deck", "caption", "comment"] | Kind


class Span(NamedTuple):
    """A highlighted range of a text, in characters."""

    start: int
    end: int


class Highlight(NamedTuple):
    """A highlight in the script exported. `when`: ISO 8601, empty if unknown."""

    text: str
    note: str = ""
    when: str = ""
    colour: str = COLOURS[0]


class Part(NamedTuple):
    """A part of a document. `spans`: its highlighted ranges, in order, without overlap."""

    kind: PartKind
    text: str
    spans: Sequence[Span] = ()

    @property
    def runs(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is highlighted."""
        at = 0
        for start, end in self.spans:
            yield self.text[at:start], False
            yield self.text[start:end], True
            at = end
        yield self.text[at:], False


@dataclass(frozen=True, slots=True)
class Document:
    """An article as exported.

    `article`: in the script chosen, with its tags in the library. `row`: the library's fields of it; None outside a library.
    `spans`: highlighted ranges by passage number, counted as in `Position`: title, deck, body, comments.
    """

    article: Article
    row: Row | None = None
    highlights: tuple[Highlight, ...] = ()
    spans: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title on one line; empty if there is none."""
        return one_line(self.article.title or "")

    @property
    def about(self) -> str:
        """Author, source, date and category on one line, as far as known."""
        article = self.article
        updated = f"updated {day_and_time(article.updated)}" if article.updated else None
        parts = (article.author, article.source, day_and_time(article.published) or updated, article.category)
        return " · ".join(one_line(part) for part in parts if part)

    def parts(self) -> Iterator[Part]:
        """Deck, body and captions in reading order. The title and the comments stand apart."""
        article, first = self.article, 1
        for number, text in enumerate(article.deck, first):
            yield Part("deck", one_line(text), self.spans.get(number, ()))
        for number, passage in enumerate(article.body, first + len(article.deck)):
            yield Part(passage.kind, passage.text, self.spans.get(number, ()))
        for text in article.captions:
            yield Part("caption", one_line(text))

    def comments(self) -> Iterator[tuple[Comment, Part]]:
        """Each comment and its text as a part."""
        first = 1 + len(self.article.deck) + len(self.article.body)
        for number, comment in enumerate(self.article.comments, first):
            yield comment, Part("comment", comment.text, self.spans.get(number, ()))


def commenter(comment: Comment) -> str:
    """`推 name 02/24 18:03`, as far as known."""
    return " ".join(one_line(part) for part in (comment.sign, comment.author, comment.time) if part)


def table_rows(text: str) -> list[list[str]]:
    """The cells of a table's text: rows are lines, cells are separated by tabs; each row as long as the longest."""
    rows = [line.split("\t") for line in text.split("\n")]
    longest = max(map(len, rows))
    return [row + [""] * (longest - len(row)) for row in rows]
