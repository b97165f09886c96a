"""Rows and verdicts as lines of text, and JSON records of marks and verdicts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tui_reader.exports.records import row_record
from tui_reader.locale import _, pgettext
from tui_reader.present.excerpts import fitted_excerpt
from tui_reader.present.rows import fitted, title_of
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line
from tui_reader.typography import repaired as repaired_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui_reader.model import PassageMark, Row, Verdict
    from tui_reader.present.excerpts import Excerpt

ABSENT = "-"
# Most source names fit; a longer one only shifts its own title.
SOURCE_CELLS = 20
# Maximum share of the terminal width for a source, which is truncated to it.
SOURCE_SHARE = 6
COLUMN_GAP = "  "

ROLE = "role"
"""Context of the catalogues: what became of a block."""


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


def marked_record(row: Row, marks: Sequence[PassageMark]) -> dict[str, object]:
    """Record of `bookmarks --json`: bookmark time (None if only highlighted) and highlights."""
    passages = [
        {"text": mark.text, "note": mark.note or None, "marked_at": mark.when, "colour": mark.colour} for mark in marks
    ]
    return row_record(row) | {"marked_at": row.marked_at, "passages": passages}


def verdict_records(verdicts: Iterable[Verdict]) -> list[dict[str, object]]:
    """Records added by `clean --json --why`."""
    return [asdict(verdict) for verdict in verdicts]


def why_lines(verdicts: Sequence[Verdict], cells: int | None = None) -> Iterator[str]:
    """A line for each block in page order: kept (+) or dropped (-), role, reason, text; in columns."""
    roles = max((width(pgettext(ROLE, verdict.role)) for verdict in verdicts), default=0)
    reasons = max((width(one_line(_(verdict.reason))) for verdict in verdicts), default=0)
    for verdict in verdicts:
        kept = "-" if verdict.role == "dropped" else "+"
        columns = (
            kept,
            fitted(pgettext(ROLE, verdict.role), roles),
            fitted(one_line(_(verdict.reason)), reasons),
            one_line(verdict.text),
        )
        line = COLUMN_GAP.join(columns).rstrip()
        yield line if cells is None else fitted(line, cells).rstrip()
