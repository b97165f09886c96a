"""Formats a document as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.exports.document import commenter
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.exports.document import Document
    from tui_reader.model import Article, Comment, Passage


def article_text(document: Document) -> str:
    """Title, meta line, deck, body, captions and comments, separated by blank lines.

    Image URLs are left out, as a page may have a hundred: JSON and Markdown have them.
    """
    article = document.article
    parts = [*body_parts(article), *(f"▫ {one_line(text)}" for text in article.captions), *_comments(article.comments)]
    if document.about:
        parts.insert(1 if article.title else 0, document.about)
    return "\n\n".join(parts)


def text_pieces(documents: Iterable[Document]) -> Iterator[str]:
    """The articles as one text, in pieces, separated by a line of asterisks."""
    for number, document in enumerate(documents):
        yield ("\n* * *\n\n" if number else "") + article_text(document) + "\n"


def body_parts(article: Article) -> list[str]:
    """Title, deck and body, one text for each passage."""
    title = one_line(article.title or "")
    return [*filter(None, [title]), *map(one_line, article.deck), *map(_passage, article.body)]


def _passage(passage: Passage) -> str:
    mark = {"quote": "> ", "list_item": "• "}.get(passage.kind, "")
    return "\n".join(mark + line for line in passage.text.split("\n"))


def _comments(comments: tuple[Comment, ...]) -> list[str]:
    if not comments:
        return []
    return [f"——— {len(comments)} comments" if len(comments) > 1 else "——— 1 comment", *map(_comment, comments)]


def _comment(comment: Comment) -> str:
    who = commenter(comment)
    return f"{who}: {comment.text}" if who else comment.text
