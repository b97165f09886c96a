"""An article as a column of pieces, in the order they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui_reader.model import Kind
from tui_reader.present.thread import comment_counts, describe_comments
from tui_reader.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Article, Comment

BlockStyle = Literal["title", "meta", "tags", "deck", "caption", "rule", "reader", "comment"] | Kind
"""What a piece is, and so how it is set and coloured. `reader`: the line over a comment; `rule`: opens the comments."""

KEEPS_LINES: frozenset[BlockStyle] = frozenset({"table", "code", "verse", "tags"})
"""Looks whose line breaks mean something. (Tags stand one a line in the text.)"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `passage` is its number in a `Position`, None for what no position counts (meta line, captions …)."""

    look: BlockStyle
    text: str
    passage: int | None = None


def pieces_of(article: Article, tags: tuple[str, ...]) -> tuple[Piece, ...]:
    """The article from title to last comment; `tags` are those of the library, a person's own among them."""
    return tuple(piece for piece in _column(article, tags) if piece.text or piece.passage == 0)


def _column(article: Article, tags: tuple[str, ...]) -> Iterator[Piece]:
    numbers = iter(range(1 + len(article.deck) + len(article.body) + len(article.comments)))
    yield Piece("title", one_line(article.title or "(untitled)"), next(numbers))
    yield Piece("meta", _meta(article))
    yield Piece("tags", "\n".join(filter(None, map(one_line, tags))))
    for text in article.deck:
        yield piece_of("deck", text, next(numbers))
    for passage in article.body:
        yield piece_of(passage.kind, passage.text, next(numbers))
    for text in article.captions:
        yield piece_of("caption", text, None)
    if article.comments:
        yield Piece("rule", describe_comments(article.comments))
    counts = comment_counts(article.comments)
    for comment in article.comments:
        yield Piece("reader", _reader(comment, counts[comment.author or ""]))
        yield piece_of("comment", comment.text, next(numbers))


def piece_of(look: BlockStyle, text: str, passage: int | None = None) -> Piece:
    """A text as a piece. Tabs become spaces here: a terminal would jump, and the measuring would not know how far."""
    clean = sanitize(text).expandtabs(4).strip("\n")
    return Piece(look, clean if look in KEEPS_LINES else clean.replace("\n", " ").strip(), passage)


def _meta(article: Article) -> str:
    """Source, author, date and category; an update's date when it is another day or hour."""
    date, updated = day_and_time(article.published), day_and_time(article.updated)
    parts = (
        article.source,
        article.author,
        date,
        updated and updated != date and f"updated {updated}",
        article.category,
    )
    return " · ".join(one_line(part) for part in parts if part)


def day_and_time(iso: str | None) -> str:
    """`2025-08-15T23:45` as `2025-08-15 23:45`; seconds and zone go."""
    day, _, time = (iso or "").partition("T")
    return f"{day} {time[:5]}".strip()


def _reader(comment: Comment, count: int) -> str:
    """Who said it, as one of how many, and when; PTT's sign first."""
    author = f"{one_line(comment.author or '')} ×{count}" if count > 1 else comment.author
    return "  ".join(one_line(part) for part in (comment.sign, author, comment.time) if part)
