"""What is asked → calls on a session. Each command takes the parsed arguments and gives the exit status."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.app.session import Session
from tui_reader.cli.output import Output, is_terminal
from tui_reader.errors import UsageError
from tui_reader.model import Refused
from tui_reader.query import Query
from tui_reader.sanitise import one_line, sanitise

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui_reader.model import Article, Cleaned, Row, Verdict
    from tui_reader.sources import Source

OK, REFUSED = 0, 1


def import_(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Clean and keep what is named."""
    from tui_reader.cli.importing import import_all  # noqa: PLC0415 - only here is a progress bar drawn

    return import_all(session, asked.paths, asked.tag, output, force=asked.force)


def list_(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """One line an article."""
    if asked.literal:
        _warn_of_words(session, output)
    listing = session.library.listing(Query.parse(sanitise(" ".join(asked.literal))))
    _say_rows(session.library.rows(listing.keys), asked.json, output)
    return OK


def bookmarks(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """The bookmarked articles, and the marked passages under each."""
    from tui_reader.cli.forms import marked_lines, marked_record  # noqa: PLC0415 - what other commands need not load

    rows = session.library.bookmarks()
    marks = {row.key: session.library.highlights(row.key) if row.passages else () for row in rows}
    for row in rows if asked.json else ():
        output.record(marked_record(row, marks[row.key]))
    for line in () if asked.json else marked_lines(rows, marks, _cells()):
        output.text(line)
    return OK


def _say_rows(rows: Sequence[Row], as_json: bool, output: Output) -> None:
    from tui_reader.cli.forms import row_lines, row_record  # noqa: PLC0415 - what other commands need not load

    for row in rows if as_json else ():
        output.record(row_record(row))
    for line in () if as_json else row_lines(rows, _cells()):
        output.text(line)


def show(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """One article, as text, JSON or Markdown."""
    from tui_reader.cli import forms  # noqa: PLC0415
    from tui_reader.cli.markdown import article_markdown  # noqa: PLC0415
    from tui_reader.script.convert import script_of_target  # noqa: PLC0415

    row = session.library.resolve(asked.id)
    article = forms.tagged(session.library.stored(row.key).article, row.tags)
    if asked.script != "source":
        _warn_of_words(session, output)
        article = _turned(article, asked.script, session)
    if asked.json:
        output.record(forms.stored_record(row, article))
    else:
        quotes = article.script if asked.script == "source" else script_of_target(asked.script)
        form = article_markdown if asked.markdown else forms.article_text
        output.text(form(forms.repaired(article, quotes)).rstrip("\n"))
    return OK


def _turned(article: Article, target: str, session: Session) -> Article:
    from tui_reader.cli import forms  # noqa: PLC0415
    from tui_reader.present.article_words import ArticleTags  # noqa: PLC0415
    from tui_reader.present.wording import context_of  # noqa: PLC0415

    source, context = article.script, context_of(article)
    tags = ArticleTags(article, session.converter(target))
    return forms.reworded(
        article,
        lambda text: session.convert(text, target, source=source, context=context),
        lambda tag: tags.worded(tag).text,
    )


def _warn_of_words(session: Session, output: Output) -> None:
    """What is wrong with the person's own table is no reason to stop."""
    complaints = session.glossary.complaints
    for sentence in complaints[:_COMPLAINTS]:
        output.complain(sentence)
    if len(complaints) > _COMPLAINTS:
        output.complain(f"… and {len(complaints) - _COMPLAINTS} more lines of it")


_COMPLAINTS = 10
"""Lines of a table that are named: more would hide what the command has to say."""


def clean(asked: argparse.Namespace, _session: Session, output: Output) -> int:
    """Clean documents, keep nothing."""
    from tui_reader.app.session import clean as clean_documents  # noqa: PLC0415 - named as this command is

    as_of = _moment(asked.as_of)
    several = len(asked.files) > 1
    status = OK
    for cleaned in clean_documents(asked.files, stdin=_stdin(), as_of=as_of, why=asked.why):
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
    """What became of the blocks of a page that was refused; nothing where that was not asked for."""
    from tui_reader.cli import forms  # noqa: PLC0415

    if headed and verdicts:
        output.text(f"==> {where} <==")
    for line in forms.why_lines(verdicts, _cells()):
        output.text(line)


def _say_cleaned(source: Source, cleaned: Cleaned, asked: argparse.Namespace, output: Output, *, headed: bool) -> None:
    from tui_reader.cli import forms  # noqa: PLC0415

    if asked.json:
        record = forms.article_record(source.named, cleaned.article)
        why = {"why": forms.verdict_records(cleaned.verdicts)} if asked.why else {}
        output.record(record | why)
        output.flush()  # another program may be waiting for it
        return
    if headed:
        output.text(f"==> {source.where} <==")
    lines = (
        forms.why_lines(cleaned.verdicts, _cells()) if asked.why else ["\n\n".join(forms.body_parts(cleaned.article))]
    )
    for line in lines:
        output.text(line)
    if headed:
        output.text("")


def convert(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """A filter; or what would be reworded in its input."""
    from tui_reader.cli.converting import convert as run  # noqa: PLC0415 - what other commands need not load

    _warn_of_words(session, output)
    run(asked, session, output)
    return OK


def glossary(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """The person's own words and word packs."""
    from tui_reader.cli.glossary import glossary as run  # noqa: PLC0415 - what other commands need not load

    return run(asked, session, output)


def tag(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Add and remove tags."""
    if len(asked.literal) < 2:
        raise UsageError("tag needs an ID and at least one +T or -T (see tui-reader tag --help)")
    article_id, *changes = asked.literal
    for change in changes:
        if change[:1] not in {"+", "-"} or not one_line(change[1:]):
            raise UsageError(f"{change!r} is no change of a tag: +T adds, -T removes")
    row = session.library.resolve(article_id)
    add = [change[1:] for change in changes if change.startswith("+")]
    remove = [change[1:] for change in changes if change.startswith("-")]
    output.note(session.library.retag([row.key], add, remove).sentence)
    return OK


def bookmark(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Set or clear bookmarks: of all that are named, or of none."""
    keys = [session.library.resolve(article_id).key for article_id in asked.ids]
    output.note(session.library.set_state(keys, bookmarked=not asked.off).sentence)
    return OK


def reclean(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Clean articles of the library again: those that are named, or all."""
    from tui_reader.cli.importing import clean_all_again  # noqa: PLC0415 - only here and for an import

    keys = [session.library.resolve(article_id).key for article_id in asked.ids]
    return clean_all_again(session, list(dict.fromkeys(keys)) or None, output)


def _stdin() -> BinaryIO | None:
    return None if sys.stdin is None else sys.stdin.buffer


def _cells() -> int | None:
    """The terminal's width where a person looks at the output; None for a file or another program."""
    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None


def _moment(text: str | None) -> datetime | None:
    """The moment that `--as-of` names; without a zone it is taken as the page's own time. Raises UsageError."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of needs an ISO 8601 date and time such as 2025-02-24T18:00, not {text!r}") from None


Run = Callable[["argparse.Namespace", Session, Output], int]

COMMANDS: dict[str, Run] = {
    "import": import_,
    "list": list_,
    "show": show,
    "clean": clean,
    "convert": convert,
    "glossary": glossary,
    "tag": tag,
    "bookmark": bookmark,
    "bookmarks": bookmarks,
    "reclean": reclean,
}
