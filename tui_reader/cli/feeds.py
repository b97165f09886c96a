"""`feeds`: list, subscribe, update, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.cli.changes import report_change
from tui_reader.errors import SourceError, UsageError
from tui_reader.locale import _
from tui_reader.present.rows import fitted
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.library import Feed

OK, REFUSED = 0, 1


def feeds(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Run what the first word says; without one, list the feeds."""
    what, *names = asked.words or ["list"]
    if what == "list" and not names:
        return _list(asked, session, output)
    if what == "add" and names:
        return _add(names, asked, session, output)
    if what == "remove" and names:
        found = _named(names, session)
        return report_change(session.library.feeds.remove([feed.address for feed in found]), session, output)
    if what == "update":
        return _update(_named(names, session) if names else session.library.feeds.all(), session, output)
    if what == "export" and not names:
        return _export(session, output)
    raise UsageError(
        "feeds takes nothing, add URL|FILE.opml, remove FEED, update [FEED], or export (see tui-reader feeds --help)"
    )


def _named(names: Sequence[str], session: Session) -> tuple[Feed, ...]:
    return tuple(dict.fromkeys(map(session.library.feeds.named, names)))


def _list(asked: argparse.Namespace, session: Session, output: Output) -> int:
    found = session.library.feeds.all()
    for feed in found if asked.json else ():
        output.record(_record(feed))
    for line in () if asked.json else _lines(found):
        output.text(line)
    return OK


def _record(feed: Feed) -> dict[str, object]:
    return {
        "address": feed.address,
        "title": feed.title,
        "folder": feed.folder or None,
        "limit": feed.most,
        "articles": feed.articles,
        "unread": feed.unread,
        "updated": feed.checked_at,
        "failure": feed.failure or None,
    }


def _lines(found: Sequence[Feed]) -> Iterator[str]:
    """Columns: unread of all articles, day of the last update, title with folder, address; then a failure in its own line."""
    titles = [one_line(f"{feed.folder}/{feed.title}" if feed.folder else feed.title) for feed in found]
    counts = [f"{feed.unread}/{feed.articles}" for feed in found]
    cells, digits = max(map(width, titles), default=0), max(map(len, counts), default=0)
    for feed, title, count in zip(found, titles, counts, strict=True):
        day = feed.checked_at[:10] if feed.checked_at else _("never")
        yield f"{count:>{digits}}  {fitted(day, 10)}  {fitted(title, cells)}  {feed.address}"
        if feed.failure:
            yield " " * digits + _("  failed: {reason}").format(reason=_(feed.failure))


def _add(names: Sequence[str], asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Subscribe; what is refused is named, and the others are added."""
    from tui_reader.app.updating import subscriptions  # noqa: PLC0415 - loads what only the network needs

    status = OK
    for name in names:
        try:
            found = subscriptions(session, name, most=asked.limit, folder=one_line(asked.folder))
        except SourceError as error:
            output.complain(str(error))
            status = REFUSED
        else:
            report_change(session.library.feeds.add(found), session, output)
    return status


def _update(found: Sequence[Feed], session: Session, output: Output) -> int:
    from tui_reader.app.updating import update_feeds  # noqa: PLC0415 - loads what only the network needs
    from tui_reader.cli.importing import report_import  # noqa: PLC0415 - only here is a progress bar drawn

    if not found:
        raise UsageError("there are no feeds yet: tui-reader feeds add URL")
    return report_import("updating", update_feeds(session, found), session, output, "no new articles")


def _export(session: Session, output: Output) -> int:
    from tui_reader.sources.feeds.opml import Outline, write  # noqa: PLC0415 - only here

    listed = session.library.feeds.all()
    output.raw(write(Outline(feed.address, feed.title, feed.folder) for feed in listed))
    return OK
