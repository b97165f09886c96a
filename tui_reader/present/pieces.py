"""An article as a sequence of pieces in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui_reader.locale import _
from tui_reader.model import Kind
from tui_reader.present.comment_summary import comment_counts, describe_comments
from tui_reader.text.moments import day_and_time
from tui_reader.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Article, Comment

BlockStyle = Literal["title", "meta", "tags", "deck", "caption", "rule", "reader", "comment"] | Kind
"""Kind of a piece, for layout and colour. `reader`: the line above a comment; `rule`: the line above all comments."""

KEEPS_LINES: frozenset[BlockStyle] = frozenset({"table", "code", "verse", "tags"})
"""Styles whose line breaks are significant. (Tags are one per line.)"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `passage`: its number in a `Position`, None for pieces that positions do not count (meta line, captions …)."""

    look: BlockStyle
    text: str
    passage: int | None = None


def pieces_of(article: Article, tags: tuple[str, ...]) -> tuple[Piece, ...]:
    """The pieces of an article; `tags`: those of the library, including the user's."""
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
    """Make a piece from external text: sanitized, tabs expanded (a terminal would jump)."""
    clean = sanitize(text).expandtabs(4).strip("\n")
    return Piece(look, clean if look in KEEPS_LINES else clean.replace("\n", " ").strip(), passage)


def _meta(article: Article) -> str:
    """Source, author, date and category; `updated` if its day or hour differs."""
    date, updated = day_and_time(article.published), day_and_time(article.updated)
    parts = (
        article.source,
        article.author,
        date,
        updated and updated != date and _("updated {time}").format(time=updated),
        article.category,
    )
    return " · ".join(one_line(part) for part in parts if part)


def _reader(comment: Comment, count: int) -> str:
    """Sign (PTT), author with number of comments, and time."""
    author = f"{one_line(comment.author or '')} ×{count}" if count > 1 else comment.author
    return "  ".join(one_line(part) for part in (comment.sign, author, comment.time) if part)
