"""Articles of the library as documents to export."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.app.shown_article import converted, quotes_for, repaired
from tui_reader.exports.document import Document, Highlight, Span
from tui_reader.model import PART
from tui_reader.present.pieces import piece_of
from tui_reader.present.place import mapped
from tui_reader.present.worded import UNREPAIRED
from tui_reader.text.sanitize import one_line
from tui_reader.typography import offset_in, repairs
from tui_reader.typography import repaired as repaired_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tui_reader.app.session import Session
    from tui_reader.exports.formats import Format
    from tui_reader.model import Article, PassageMark, Script
    from tui_reader.present.pieces import BlockStyle


def documents(
    session: Session, article_ids: Iterable[int], target: str, form: Format | None = None
) -> Iterator[Document]:
    """The documents of these articles, one at a time. Raises UnknownId for one deleted meanwhile.

    For JSON Lines in the script as written, they are exactly as stored, so that an import gives the same articles.
    """
    if form == "jsonl" and target == "source":
        return (stored_document(session, article_id) for article_id in article_ids)
    return (document_of(session, article_id, target) for article_id in article_ids)


def stored_document(session: Session, article_id: int) -> Document:
    """The article as stored, with its tags in the library, and its highlights by their text alone. Raises UnknownId."""
    stored = session.library.stored(article_id)
    marks = session.library.highlights(article_id)
    named = tuple(Highlight(mark.text, mark.note, mark.when, mark.colour) for mark in marks)
    return Document(replace(stored.article, tags=stored.row.tags), stored.row, named)


def document_of(
    session: Session, article_id: int, target: str, *, highlights: bool = True, repair: bool = True
) -> Document:
    """The article in `target` (`source`, `cn tw hk hans hant`), with its tags in the library and its highlights.

    Without `repair`, punctuation stays as stored, and no highlights are placed. Raises UnknownId.
    """
    stored = session.library.stored(article_id)
    article = replace(stored.article, tags=stored.row.tags)
    turned = converted(session, article, target)
    if not repair:
        return Document(turned, stored.row)
    quotes = quotes_for(article, target)
    final = repaired(turned, quotes)
    marks = session.library.highlights(article_id) if highlights else ()
    if not marks:
        return Document(final, stored.row)
    texts = [_Text(*three, quotes) for three in zip(_texts(article), _texts(turned), _texts(final), strict=True)]
    placed = [(mark, _spans(texts, mark)) for mark in marks]
    named = tuple(
        Highlight(_highlighted(session, mark, spans, texts, target, quotes), mark.note, mark.when, mark.colour)
        for mark, spans in placed
    )
    whole = {
        number
        for number, (text, raw) in enumerate(zip(texts, _raw_texts(final), strict=True))
        if text.final.text == raw
    }
    return Document(final, stored.row, named, _merged((spans for _, spans in placed), whole))


class _Styled(NamedTuple):
    look: BlockStyle
    text: str


class _Text(NamedTuple):
    """A numbered passage as stored, converted, and repaired."""

    stored: _Styled
    turned: _Styled
    final: _Styled
    quotes: Script

    def offset(self, stored: int) -> int:
        """An offset in the stored text → in the final one."""
        offset = mapped(stored, self.stored.text, self.turned.text)
        if self.turned.look in UNREPAIRED:
            return offset
        return offset_in(repairs(self.turned.text, self.quotes), offset)


def _texts(article: Article) -> Iterator[_Styled]:
    """Title, deck, body and comments: the passages that positions count, as the screen has them."""
    yield _Styled("title", one_line(article.title or ""))
    yield from (_Styled("deck", piece_of("deck", text).text) for text in article.deck)
    yield from (_Styled(passage.kind, piece_of(passage.kind, passage.text).text) for passage in article.body)
    yield from (_Styled("comment", piece_of("comment", comment.text).text) for comment in article.comments)


def _spans(texts: Sequence[_Text], mark: PassageMark) -> dict[int, Span]:
    """Passage number → highlighted range in the final text; empty if the text has changed since it was highlighted."""
    first, *others = mark.text.split(PART)
    number, start = mark.passage, mark.offset
    while others and _starts(texts, number, start, first + PART + others[0]):  # an empty line within code
        first += PART + others.pop(0)
    if not _starts(texts, number, start, first):
        return {}
    spans = {number: _span(texts[number], start, start + len(first))}
    for text in others:
        number = next((n for n in range(number + 1, len(texts)) if _starts(texts, n, 0, text)), len(texts))
        if number == len(texts):
            break
        spans[number] = _span(texts[number], 0, len(text))
    return spans


def _starts(texts: Sequence[_Text], number: int, offset: int, beginning: str) -> bool:
    return number < len(texts) and texts[number].stored.text.startswith(beginning, offset)


def _span(text: _Text, start: int, end: int) -> Span:
    return Span(text.offset(start), text.offset(end))


def _highlighted(
    session: Session, mark: PassageMark, spans: Mapping[int, Span], texts: Sequence[_Text], target: str, quotes: Script
) -> str:
    """The highlighted text in the script exported; of one that is no longer in the article, converted on its own."""
    if spans:
        return "\n".join(texts[number].final.text[start:end] for number, (start, end) in spans.items())
    text = mark.text.replace(PART, "\n")
    return repaired_marks(text if target == "source" else session.convert(text, target), quotes)


def _raw_texts(article: Article) -> Iterator[str]:
    """The passages that positions count, as stored: a table has tabs where the screen has spaces."""
    yield one_line(article.title or "")
    yield from article.deck
    yield from (passage.text for passage in article.body)
    yield from (comment.text for comment in article.comments)


def _merged(placed: Iterable[Mapping[int, Span]], numbers: Collection[int]) -> dict[int, tuple[Span, ...]]:
    """All ranges of these passages, overlapping ones joined."""
    of: dict[int, list[Span]] = {}
    for spans in placed:
        for number, span in spans.items():
            if number in numbers:
                of.setdefault(number, []).append(span)
    return {number: tuple(_joined(sorted(spans))) for number, spans in of.items()}


def _joined(spans: list[Span]) -> Iterator[Span]:
    start, end = spans[0]
    for span in spans[1:]:
        if span.start > end:
            yield Span(start, end)
            start = span.start
        end = max(end, span.end)
    yield Span(start, end)
