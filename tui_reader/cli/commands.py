"""Commands: parsed arguments → session calls. Each function returns the exit status."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.cli.changes import report_change
from tui_reader.cli.output import Output, terminal_cells, warn_of_words
from tui_reader.errors import UsageError
from tui_reader.locale import _
from tui_reader.model import Refused
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui_reader.app.session import Session
    from tui_reader.model import Cleaned, Verdict
    from tui_reader.sources import Source

OK, REFUSED = 0, 1


def import_(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Import files, folders and standard input."""
    from tui_reader.cli.importing import import_all, import_watched  # noqa: PLC0415 - only here is a progress bar drawn

    if not (asked.paths or asked.watch):
        raise UsageError("import needs a PATH or --watch DIR (see tui-reader import --help)")
    status = import_all(session, asked.paths, asked.tag, output, force=asked.force) if asked.paths else OK
    return import_watched(session, asked, output) or status if asked.watch else status


def bookmarks(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Bookmarked articles with their highlights."""
    from tui_reader.cli.forms import marked_lines, marked_record  # noqa: PLC0415 - what other commands need not load

    rows = session.library.bookmarks()
    marks = {row.article_id: session.library.highlights(row.article_id) if row.passages else () for row in rows}
    for row in rows if asked.json else ():
        output.record(marked_record(row, marks[row.article_id]))
    for line in () if asked.json else marked_lines(rows, marks, terminal_cells()):
        output.text(line)
    return OK


def show(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Print one article as text, JSON or Markdown."""
    from tui_reader.app.exporting import document_of  # noqa: PLC0415 - what other commands need not load
    from tui_reader.exports.markdown import article_markdown  # noqa: PLC0415
    from tui_reader.exports.plain import article_text  # noqa: PLC0415
    from tui_reader.exports.records import stored_record  # noqa: PLC0415

    row = session.library.resolve(asked.id)
    if asked.script != "source":
        warn_of_words(session, output)
    if asked.json:
        output.record(stored_record(row, document_of(session, row.article_id, asked.script, repair=False).article))
        return OK
    document = document_of(session, row.article_id, asked.script, highlights=False)
    output.text((article_markdown if asked.markdown else article_text)(document).rstrip("\n"))
    return OK


def clean(asked: argparse.Namespace, _session: Session, output: Output) -> int:
    """Clean documents without storing them."""
    from tui_reader.app.session import clean as clean_documents  # noqa: PLC0415 - named as this command is

    as_of = _moment(asked.as_of)
    several = len(asked.files) > 1
    status = OK
    for cleaned in clean_documents(
        asked.files, stdin=_stdin(), as_of=as_of, why=asked.why, allow_private=asked.allow_private
    ):
        if isinstance(cleaned, Refused):
            if not asked.json:
                _say_why(cleaned.where, cleaned.verdicts, output, headed=several)
            output.flush()
            output.complain(f"{cleaned.where}: {cleaned.reason}")
            status = REFUSED
        else:
            _say_cleaned(*cleaned, asked, output, headed=several)
    return status


def _say_why(where: str, verdicts: Sequence[Verdict], output: Output, *, headed: bool) -> None:
    """For `--why`: print the verdict on each block of a rejected page."""
    from tui_reader.cli import forms  # noqa: PLC0415

    if headed and verdicts:
        output.text(f"==> {where} <==")
    for line in forms.why_lines(verdicts, terminal_cells()):
        output.text(line)


def _say_cleaned(source: Source, cleaned: Cleaned, asked: argparse.Namespace, output: Output, *, headed: bool) -> None:
    from tui_reader.cli import forms  # noqa: PLC0415
    from tui_reader.exports.plain import body_parts  # noqa: PLC0415
    from tui_reader.exports.records import article_record  # noqa: PLC0415

    if asked.json:
        record = article_record(source.named, cleaned.article)
        why = {"why": forms.verdict_records(cleaned.verdicts)} if asked.why else {}
        output.record(record | why)
        output.flush()  # a reading program may be waiting
        return
    if headed:
        output.text(f"==> {source.where} <==")
    lines = (
        forms.why_lines(cleaned.verdicts, terminal_cells()) if asked.why else ["\n\n".join(body_parts(cleaned.article))]
    )
    for line in lines:
        output.text(line)
    if headed:
        output.text("")


def convert(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Convert text, or explain its rewordings."""
    from tui_reader.cli.converting import convert as run  # noqa: PLC0415 - what other commands need not load

    warn_of_words(session, output)
    run(asked, session, output)
    return OK


def tag(asked: argparse.Namespace, session: Session, output: Output) -> int:
    if len(asked.literal) < 2:
        raise UsageError("tag needs an ID and at least one +T or -T (see tui-reader tag --help)")
    article_id, *changes = asked.literal
    for change in changes:
        if change[:1] not in {"+", "-"} or not one_line(change[1:]):
            raise UsageError(_("{change!r} is not a tag change: +T adds, -T removes").format(change=change))
    row = session.library.resolve(article_id)
    add = [change[1:] for change in changes if change.startswith("+")]
    remove = [change[1:] for change in changes if change.startswith("-")]
    return report_change(session.library.retag([row.article_id], add, remove), session, output)


def bookmark(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Set or clear bookmarks: on all named articles, or on none if an id is unknown."""
    article_ids = [session.library.resolve(short_id).article_id for short_id in asked.ids]
    return report_change(session.library.set_state(article_ids, bookmarked=not asked.off), session, output)


def reclean(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Re-clean articles of the library: the named ones, or all."""
    from tui_reader.cli.importing import clean_all_again  # noqa: PLC0415 - only here and for an import

    article_ids = [session.library.resolve(short_id).article_id for short_id in asked.ids]
    return clean_all_again(session, list(dict.fromkeys(article_ids)) or None, output)


def _stdin() -> BinaryIO | None:
    return None if sys.stdin is None else sys.stdin.buffer


def _moment(text: str | None) -> datetime | None:
    """Parse `--as-of`; without a zone it is local to the page. Raises UsageError."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            _("--as-of needs an ISO 8601 date and time such as 2025-02-24T18:00, not {text!r}").format(text=text)
        ) from None
