"""`export` and `highlights`: articles, and what was highlighted in them, for other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui_reader.cli.listing import query_of
from tui_reader.cli.output import to_json, warn_of_words
from tui_reader.errors import ExportExists, UsageError
from tui_reader.locale import _
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.exports.document import Document
    from tui_reader.exports.formats import Format

OK, FAILED = 0, 1
_ADVICE = "; --overwrite replaces it"


def export(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Write articles to standard output, to one file, or to a file each."""
    documents = _documents(asked, session, output, _article_ids(asked, session))
    if asked.output is None:
        return _print(documents, asked, output)
    from tui_reader.app.export_files import export_to  # noqa: PLC0415 - what other commands need not load

    named, now = asked.output, datetime.now(UTC)
    try:
        report = export_to(documents, named, asked.format, now=now, title=asked.title, overwrite=asked.overwrite)
    except ExportExists as error:
        raise ExportExists(f"{error}{_(_ADVICE)}") from None
    for failure in report.failures:
        output.complain(f"{failure}{_(_ADVICE)}")
    output.note(report.sentence)
    return FAILED if report.failures else OK


def _print(documents: Iterator[Document], asked: argparse.Namespace, output: Output) -> int:
    from tui_reader.exports.formats import text_pieces  # noqa: PLC0415 - see above

    if asked.format == "epub":
        raise UsageError("an e-book needs --output FILE.epub or --output FOLDER/")
    for piece in text_pieces(documents, asked.format or "md", asked.title):
        output.raw(sanitize(piece))
    return OK


def _article_ids(asked: argparse.Namespace, session: Session) -> list[int]:
    """Articles of the query, or those named by id. Raises UsageError, UnknownId."""
    if asked.id and asked.literal:
        raise UsageError("export takes a query or --id, not both")
    if asked.id:
        return list(dict.fromkeys(session.library.resolve(short_id).article_id for short_id in asked.id))
    return list(session.library.listing(query_of(asked.literal, session)).article_ids)


def _documents(
    asked: argparse.Namespace, session: Session, output: Output, article_ids: Iterable[int]
) -> Iterator[Document]:
    from tui_reader.app.exporting import documents  # noqa: PLC0415

    if asked.script != "source":
        warn_of_words(session, output)
    return documents(session, article_ids, asked.script, _format_of(asked))


def _format_of(asked: argparse.Namespace) -> Format | None:
    """The format that is asked for, or that the name of the file to be written says."""
    from tui_reader.exports.formats import format_of  # noqa: PLC0415 - see above

    named = getattr(asked, "output", None)
    return asked.format or (format_of(PurePath(named)) if named else None)


def highlights(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Print the highlights of the articles that a query lists, with their notes."""
    from tui_reader.exports import passages  # noqa: PLC0415

    query = query_of(["is:highlighted", *asked.literal], session)
    for number, document in enumerate(_documents(asked, session, output, session.library.listing(query).article_ids)):
        lines: Iterable[str]
        if asked.format == "json":
            lines = map(to_json, passages.highlight_records(document))
        elif asked.format == "tsv":
            lines = passages.highlight_rows(document)
        else:
            lines = [("\n" if number else "") + passages.highlights_markdown(document).rstrip("\n")]
        for line in lines:
            output.raw(sanitize(line) + "\n")
    return OK
