"""What a person did with an article elsewhere comes along with it: tags, read state, bookmark, highlights.

Only what is there is added, so that importing again takes nothing away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.errors import AmbiguousId, UnknownId
from tui_reader.model import PART, PassageMark
from tui_reader.sources.services.own import stored_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.library import Library
    from tui_reader.model import Article
    from tui_reader.sources import ReaderState, Source
    from tui_reader.sources.documents import SavedHighlight


class TextPlace(NamedTuple):
    """Where a text begins: passage (counted as in `Position`) and offset."""

    passage: int
    offset: int


def restore(library: Library, article_id: int, state: ReaderState, *, is_new: bool) -> None:
    """Give an article what a person did with it elsewhere.

    Tags that this program gave, and that the export does not have, were removed there: of a new article they are, too.
    Raises LibraryError.
    """
    stored = library.stored(article_id)
    has = set(stored.row.tags)
    add = [tag for tag in state.tags if tag not in has]
    remove = [tag for tag in stored.row.tags if tag not in state.tags] if is_new and state.is_complete else []
    if add or remove:
        library.retag((article_id,), add, remove)
    bookmarked = True if state.bookmarked and not stored.row.bookmarked else None
    read = True if state.read and not stored.row.read else None
    if bookmarked or read:
        library.set_state((article_id,), bookmarked=bookmarked, read=read, now=None if not is_new else state.added)
    for highlight in state.highlights:
        library.highlight(_mark(article_id, stored.article, highlight))


def article_of_record(library: Library, source: Source) -> int | None:
    """The article that an exported record was made from, if this library has it and was not given it as a record.

    A record never replaces an article that was cleaned from its page: cleaning that one again would be lost.
    """
    if source.state is None:
        return None
    if source.path is not None and stored_article(source.data) is not None:
        found = library.feeds.article_at(source.path)
        if found is not None and stored_article(library.source(found)) is None:
            return found
    return _by_short_id(library, source)


def _by_short_id(library: Library, source: Source) -> int | None:
    """The article of the id that a record has, if it has the record's title, too."""
    short_id, article = source.state and source.state.short_id, stored_article(source.data)
    if not short_id or article is None:
        return None
    try:
        row = library.resolve(short_id)
    except (UnknownId, AmbiguousId):
        return None
    is_same = row.short_id == short_id and library.stored(row.article_id).article.title == article.title
    return row.article_id if is_same else None


def _mark(article_id: int, article: Article, highlight: SavedHighlight) -> PassageMark:
    """The highlight where its text is in the article; at the beginning if it is not there, so that it is not lost."""
    first = highlight.text.partition(PART)[0]
    place, text = found_text(article, first) or (TextPlace(0, 0), first)
    rest = highlight.text[len(first) :]
    return PassageMark(article_id, *place, text + rest, highlight.note, highlight.when, colour=highlight.colour)


def found_text(article: Article, text: str) -> tuple[TextPlace, str] | None:
    """Where a text is in an article, and how it is written there; blanks may differ. None if it is not in it."""
    wanted = "".join(text.split())
    if not wanted:
        return None
    for number, passage in enumerate(_passages(article)):
        place = passage.find(text)
        if place >= 0:
            return TextPlace(number, place), text
        letters = [offset for offset, sign in enumerate(passage) if not sign.isspace()]
        place = "".join(passage.split()).find(wanted)
        if place >= 0:
            begin, end = letters[place], letters[place + len(wanted) - 1] + 1
            return TextPlace(number, begin), passage[begin:end]
    return None


def _passages(article: Article) -> Iterator[str]:
    yield article.title or ""
    yield from article.deck
    yield from (passage.text for passage in article.body)
    yield from (comment.text for comment in article.comments)
