"""`list` and `searches`: articles that match a query, and queries saved by name."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.cli.changes import report_change
from tui_reader.cli.output import is_terminal, terminal_cells, warn_of_words
from tui_reader.errors import UsageError
from tui_reader.query import Query
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.model import Row
    from tui_reader.present.excerpts import Excerpt

OK = 0

NOTHING_IN = "the library is empty: tui-reader import PATH fills it"
NOTHING_MATCHES = "no matching articles"


def list_(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List the articles that a query, or a saved one, lists."""
    if asked.literal:
        warn_of_words(session, output)
    query = query_of(asked.literal, session)
    listing = session.library.listing(replace(query, sort=asked.sort) if asked.sort else query)
    rows = session.library.rows(listing.article_ids[: asked.limit])
    excerpts = _excerpts(session, rows, query) if asked.excerpt else None
    (_print_records if asked.json else _print_lines)(rows, excerpts, output)
    if not rows and is_terminal(sys.stdout):
        output.complain(NOTHING_IN if query.is_empty else NOTHING_MATCHES)
    return OK


def query_of(words: Sequence[str], session: Session) -> Query:
    """The query of these words; a first word that begins with @ names a saved one. Raises QueryError, UsageError."""
    if not words or not words[0].startswith("@"):
        return Query.parse(sanitize(" ".join(words)))
    saved = Query.parse(session.library.searches.named(sanitize(words[0])).query)
    return saved.also(Query.parse(sanitize(" ".join(words[1:]))))


def _excerpts(session: Session, rows: Sequence[Row], query: Query) -> Mapping[int, Excerpt]:
    from tui_reader.app.excerpting import excerpts_of  # noqa: PLC0415 - only where it is asked for

    return excerpts_of(session, [row.article_id for row in rows], query.sought) if query.sought else {}


def _print_records(rows: Sequence[Row], excerpts: Mapping[int, Excerpt] | None, output: Output) -> None:
    from tui_reader.exports.records import row_record  # noqa: PLC0415 - what other commands need not load

    for row in rows:
        found = excerpts.get(row.article_id) if excerpts is not None else None
        text = {"excerpt": found.text if found else None} if excerpts is not None else {}
        output.record(row_record(row) | text)


def _print_lines(rows: Sequence[Row], excerpts: Mapping[int, Excerpt] | None, output: Output) -> None:
    from tui_reader.cli.forms import excerpt_line, row_lines  # noqa: PLC0415 - see above

    for row, line in zip(rows, row_lines(rows, terminal_cells()), strict=True):
        output.text(line)
        if excerpts and (found := excerpts.get(row.article_id)):
            output.text(excerpt_line(found, terminal_cells()))


def searches(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List, save or delete saved searches."""
    kept = session.library.searches
    match asked.literal:
        case []:
            for search in kept.all():
                if asked.json:
                    output.record(search._asdict())
                else:
                    output.text(f"@{search.name}  {search.query}")
            return OK
        case ["save", name, *words] if words:
            return report_change(kept.save(sanitize(name), sanitize(" ".join(words))), session, output)
        case ["delete", name]:
            return report_change(kept.delete(sanitize(name)), session, output)
        case ["rename", old, new]:
            return report_change(kept.rename(sanitize(old), sanitize(new)), session, output)
    raise UsageError(
        "searches takes nothing, save NAME QUERY, rename OLD NEW, or delete NAME (see tui-reader searches --help)"
    )
