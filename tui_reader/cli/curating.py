"""The commands `edit` and `tags`: metadata set by hand, tags changed in all articles."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tui_reader.cli.changes import report_change
from tui_reader.errors import UsageError
from tui_reader.locale import _
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
        raise UsageError(
            _("--date needs an ISO 8601 date such as 2025-02-24, not {text!r}").format(text=text)
        ) from None
    return text


def tags(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List tags; rename, merge, delete, hide or show them in all articles."""
    curation = session.library.curation
    match asked.words:
        case []:
            return _list(asked, session, output)
        case ["hidden"]:
            return _list_hidden(asked, session, output)
        case ["rename", old, new]:
            change = curation.rename_tags([old], new)
        case ["merge", *old, new] if old:
            change = curation.rename_tags(old, new)
        case ["delete" | "hide" | "show" as action, *names] if names:
            does = {"delete": curation.delete_tags, "hide": curation.hide_tags, "show": curation.show_tags}
            change = does[action](names)
        case _:
            raise UsageError(
                "tags takes nothing, rename A B, merge A... B, delete T..., hide T..., show T..., or hidden"
                " (see tui-reader tags --help)"
            )
    return report_change(change, session, output)


def _list_hidden(asked: argparse.Namespace, session: Session, output: Output) -> int:
    for name in session.library.curation.hidden_tags():
        if asked.json:
            output.record({"tag": name, "hidden": True})
        else:
            output.text(name)
    return OK


def _list(asked: argparse.Namespace, session: Session, output: Output) -> int:
    for tag in session.library.tag_counts(Query()):
        if asked.json:
            output.record({"tag": tag.tag, "articles": tag.count, "own": tag.own})
        else:
            output.text(f"{tag.count:>7}  {tag.tag}")
    return OK
