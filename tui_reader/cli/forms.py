"""Articles and rows as text and JSON. Text is unconverted; `reworded` converts an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from tui_reader.present.excerpts import fitted_excerpt
from tui_reader.present.pieces import day_and_time
from tui_reader.present.rows import fitted, title_of
from tui_reader.present.worded import UNREPAIRED
from tui_reader.script import script_of
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line
from tui_reader.typography import repaired as repaired_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui_reader.model import Article, Comment, Passage, PassageMark, Row, Script, Verdict
    from tui_reader.present.excerpts import Excerpt

Turn = Callable[[str], str]

ABSENT = "-"
# Most source names fit; a longer one only shifts its own title.
SOURCE_CELLS = 20
# Maximum share of the terminal width for a source, which is truncated to it.
SOURCE_SHARE = 6
COLUMN_GAP = "  "


def row_lines(rows: Sequence[Row], cells: int | None = None) -> Iterator[str]:
    """A line for each row: id, date, state, source, title, in columns; truncated to `cells`."""
    ids = max((len(row.short_id) for row in rows), default=0)
    most = SOURCE_CELLS if cells is None else min(SOURCE_CELLS, cells // SOURCE_SHARE)
    sources = min(max((width(_source(row)) for row in rows), default=0), most)
    for row in rows:
        source = _source(row)
        shown = fitted(source, sources) if cells else source + " " * (sources - width(source))
        day = (row.date or ABSENT)[:10]
        title = repaired_marks(title_of(row), row.script) + _copies(row)
        line = COLUMN_GAP.join((row.short_id.ljust(ids), day.ljust(10), signs(row), shown, title))
        yield line if cells is None else fitted(line, cells).rstrip()


def excerpt_line(found: Excerpt, cells: int | None = None) -> str:
    """An excerpt below the row of its article, with the hit in sight; truncated to `cells`."""
    text = found if cells is None else fitted_excerpt(found, max(cells - width(COLUMN_GAP), 0))
    return COLUMN_GAP + text.text.rstrip()


def marked_lines(
    rows: Sequence[Row], marks: Mapping[int, Sequence[PassageMark]], cells: int | None = None
) -> Iterator[str]:
    """Same as `row_lines`, with a line for each highlight and its note below."""
    from tui_reader.present.passages import describe_highlight  # noqa: PLC0415 - only this command needs it

    for row, line in zip(rows, row_lines(rows, cells), strict=True):
        yield line
        for mark in marks[row.article_id]:
            text = COLUMN_GAP + describe_highlight(mark, repaired_marks(mark.text, row.script))
            yield text if cells is None else fitted(text, cells).rstrip()


def signs(row: Row) -> str:
    """`rb`, each letter or a dash: read, bookmarked."""
    return ("r" if row.read else "-") + ("b" if row.bookmarked else "-")


def _copies(row: Row) -> str:
    """The ids of other versions of the story, after the title."""
    return f"  (= {' '.join(copy.short_id for copy in row.copies)})" if row.copies else ""


def _source(row: Row) -> str:
    return one_line(row.source or "") or ABSENT


def row_record(row: Row) -> dict[str, object]:
    """Record of `list --json`."""
    return {
        "id": row.short_id,
        "title": row.title,
        "author": row.author,
        "source": row.source,
        "published": row.published,
        "updated": row.updated,
        "script": row.script,
        "tags": row.tags,
        "bookmarked": row.bookmarked,
        "read": row.read,
        "added": row.added,
        "path": row.path,
        "uncertain": row.uncertain,
        "copies": [copy.short_id for copy in row.copies],
    }


def marked_record(row: Row, marks: Sequence[PassageMark]) -> dict[str, object]:
    """Record of `bookmarks --json`: bookmark time (None if only highlighted) and highlights."""
    passages = [{"text": mark.text, "note": mark.note or None, "marked_at": mark.when} for mark in marks]
    return row_record(row) | {"marked_at": row.marked_at, "passages": passages}


def article_record(path: str | None, article: Article) -> dict[str, object]:
    """Record of `clean --json`."""
    return {
        "path": path,
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "published": article.published,
        "updated": article.updated,
        "category": article.category,
        "url": article.url,
        "script": article.script,
        "encoding": article.encoding,
        "deck": article.deck,
        "body": [asdict(passage) for passage in article.body],
        "captions": article.captions,
        "images": article.images,
        "comments": [_comment_record(comment) for comment in article.comments],
        "tags": article.tags,
        "uncertain": article.uncertain,
        "removed": [{"text": removed.text, "reason": removed.reason} for removed in article.removed],
    }


def stored_record(row: Row, article: Article) -> dict[str, object]:
    """Record of `show --json`: `clean --json` plus the library's fields."""
    record = row_record(row)
    known = {key: record[key] for key in ("id", "bookmarked", "read", "added", "copies")}
    return {"id": row.short_id} | article_record(row.path, article) | known


def _comment_record(comment: Comment) -> dict[str, object]:
    keys = ("author", "time", "sign", "floor", "text")
    return {key: getattr(comment, key) for key in keys}


def verdict_records(verdicts: Iterable[Verdict]) -> list[dict[str, object]]:
    """Records added by `clean --json --why`."""
    return [asdict(verdict) for verdict in verdicts]


def tagged(article: Article, tags: tuple[str, ...]) -> Article:
    """The article with its tags in the library, the user's included."""
    return replace(article, tags=tags)


def reworded(article: Article, turn: Turn, turn_tag: Turn, turn_name: Turn) -> Article:
    """Convert all text of an article; `turn_name`: names of sources and people. URLs, dates and comment authors stay."""

    def maybe(text: str | None, turn: Turn = turn) -> str | None:
        return None if text is None else turn(text)

    body = tuple(replace(passage, text=turn(passage.text)) for passage in article.body)
    return replace(
        article,
        script=script_of("\n".join(passage.text for passage in body)),
        title=maybe(article.title),
        author=maybe(article.author, turn_name),
        source=maybe(article.source, turn_name),
        category=maybe(article.category),
        deck=tuple(map(turn, article.deck)),
        body=body,
        captions=tuple(map(turn, article.captions)),
        comments=tuple(replace(comment, text=turn(comment.text)) for comment in article.comments),
        tags=tuple(map(turn_tag, article.tags)),
        removed=tuple(replace(removed, text=turn(removed.text)) for removed in article.removed),
    )


def repaired(article: Article, quotes: Script) -> Article:
    """Repair the article's punctuation as on screen; `quotes`: script of its quotation marks."""

    def mended(text: str) -> str:
        return repaired_marks(text, quotes)

    return replace(
        article,
        title=article.title and mended(article.title),
        deck=tuple(map(mended, article.deck)),
        body=tuple(
            passage if passage.kind in UNREPAIRED else replace(passage, text=mended(passage.text))
            for passage in article.body
        ),
        captions=tuple(map(mended, article.captions)),
        comments=tuple(replace(comment, text=mended(comment.text)) for comment in article.comments),
    )


def article_text(article: Article) -> str:
    """Title, meta line, deck, body and comments, separated by blank lines."""
    parts = [*body_parts(article), *captions(article), *_comments(article.comments)]
    about = meta_line(article)
    if about:
        parts.insert(1 if article.title else 0, about)
    return "\n\n".join(parts)


def body_parts(article: Article) -> list[str]:
    """Title, deck and body, one text for each passage."""
    title = one_line(article.title or "")
    return [*filter(None, [title]), *map(one_line, article.deck), *map(_passage, article.body)]


def captions(article: Article) -> list[str]:
    """Captions only: image URLs are in JSON and Markdown, as a page may have a hundred."""
    return [f"▫ {one_line(text)}" for text in article.captions]


def meta_line(article: Article) -> str:
    """Author, source, date and category, as far as known."""
    updated = f"updated {day_and_time(article.updated)}" if article.updated else None
    parts = (article.author, article.source, day_and_time(article.published) or updated, article.category)
    return " · ".join(one_line(part) for part in parts if part)


def _passage(passage: Passage) -> str:
    mark = {"quote": "> ", "list_item": "• "}.get(passage.kind, "")
    return "\n".join(mark + line for line in passage.text.split("\n"))


def _comments(comments: Sequence[Comment]) -> list[str]:
    if not comments:
        return []
    return [f"——— {len(comments)} comments" if len(comments) > 1 else "——— 1 comment", *map(comment_text, comments)]


def comment_text(comment: Comment) -> str:
    """`推 name 02/24 18:03: text`, as far as known."""
    who = " ".join(one_line(part) for part in (comment.sign, comment.author, comment.time) if part)
    return f"{who}: {comment.text}" if who else comment.text


def why_lines(verdicts: Sequence[Verdict], cells: int | None = None) -> Iterator[str]:
    """A line for each block in page order: kept (+) or dropped (-), role, reason, text; in columns."""
    roles = max((width(verdict.role) for verdict in verdicts), default=0)
    reasons = max((width(one_line(verdict.reason)) for verdict in verdicts), default=0)
    for verdict in verdicts:
        kept = "-" if verdict.role == "dropped" else "+"
        columns = (kept, fitted(verdict.role, roles), fitted(one_line(verdict.reason), reasons), one_line(verdict.text))
        line = COLUMN_GAP.join(columns).rstrip()
        yield line if cells is None else fitted(line, cells).rstrip()
