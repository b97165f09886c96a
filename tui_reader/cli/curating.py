"""The commands `edit` and `tags`: metadata set by hand, tags changed in all articles."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tui_reader.cli.changes import report_change
from tui_reader.errors import UsageError
from tui_reader.query import Query
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    import argparse

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.library.edits import Edits

OK = 0


def edit(asked: argparse.Namespace, session: Session, output: Output) -> int:
    article_id = session.library.resolve(asked.id).article_id
    edits = _edits(asked)
    if not edits:
        raise UsageError("edit needs --title, --author, --source, --date or --reset (see tui-reader edit --help)")
    return report_change(session.library.curation.edit(article_id, edits), session, output)


def _edits(asked: argparse.Namespace) -> Edits:
    """Field → value from the options; None: reset. Raises UsageError for an invalid date."""
    given = {"title": asked.title, "author": asked.author, "source": asked.source, "published": _date(asked.date)}
    named = {field: one_line(value) for field, value in given.items() if value is not None}
    return dict.fromkeys(given, None) | named if asked.reset else named


def _date(text: str | None) -> str | None:
    if not text:
        return text
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date needs an ISO 8601 date such as 2025-02-24, not {text!r}") from None
    return text


def tags(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List tags; rename, merge or delete them in all articles."""
    match asked.words:
        case []:
            _list(asked, session, output)
            return OK
        case ["rename", old, new]:
            return report_change(session.library.curation.rename_tags([old], new), session, output)
        case ["merge", *old, new] if old:
            return report_change(session.library.curation.rename_tags(old, new), session, output)
        case ["delete", *names] if names:
            return report_change(session.library.curation.delete_tags(names), session, output)
    raise UsageError("tags takes nothing, rename A B, merge A... B, or delete T... (see tui-reader tags --help)")


def _list(asked: argparse.Namespace, session: Session, output: Output) -> None:
    for tag in session.library.tag_counts(Query()):
        if asked.json:
            output.record({"tag": tag.tag, "articles": tag.count, "own": tag.own})
        else:
            output.text(f"{tag.count:>7}  {tag.tag}")
