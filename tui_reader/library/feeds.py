"""Subscriptions to feeds, as changes that can be undone; which items of a feed were seen, and its articles.

What is known of a feed's items refers to the feed by its address, not by a row: it outlives a removed subscription, so that
undoing the removal, or subscribing again, fetches nothing twice.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from os import fsencode
from typing import Any, Final, NamedTuple

from tui_reader.errors import UsageError
from tui_reader.library.connections import Connections
from tui_reader.locale import _
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import is_url

MOST: Final = 50
"""Items of a feed that an update looks at, unless the person says otherwise."""

FORGOTTEN: Final = timedelta(days=365)
"""How long an item that the feed no longer lists is remembered as seen."""

_LISTED: Final = """
SELECT address, title, folder, most, etag, modified, checked_at, failure,
(SELECT count(*) FROM feed_article WHERE feed = address),
(SELECT count(*) FROM feed_article JOIN article ON article.key = feed_article.article WHERE feed = address AND read_at IS NULL)
FROM feed ORDER BY folder, fold(title), address
"""
_INSERTED: Final = """
INSERT INTO feed (address, title, folder, most, added_at) VALUES (:address, :title, :folder, :most, :added_at)
ON CONFLICT (address) DO UPDATE SET title = excluded.title, folder = excluded.folder, most = excluded.most
"""

Record = Mapping[str, Any]


class Subscription(NamedTuple):
    """A feed to subscribe to. `folder`: its group, as in OPML, or "". `most`: None keeps what is set, or sets `MOST`."""

    address: str
    title: str = ""
    folder: str = ""
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription with the result of its last update. `articles`, `unread`: numbers of its articles in the library."""

    address: str
    title: str
    folder: str
    most: int
    etag: str | None
    modified: str | None
    checked_at: str | None
    failure: str
    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class FeedChange:
    """Subscriptions before and after a change: address → record, None where there is none."""

    sentence: str
    before: Mapping[str, Record | None] = field(default_factory=dict)
    after: Mapping[str, Record | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.before != self.after


class Answer(NamedTuple):
    """What an update learned of a feed. `listed`: keys of the items that it has now; None if it was not read."""

    title: str = ""
    etag: str | None = None
    modified: str | None = None
    failure: str = ""
    listed: Sequence[str] | None = None


class Feeds:
    """Subscriptions of one library. Any call may raise LibraryError."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock

    def all(self) -> tuple[Feed, ...]:
        """Subscriptions by folder and title."""
        with self._connections.reading() as db:
            return tuple(Feed(*row) for row in db.execute(_LISTED))

    def named(self, name: str) -> Feed:
        """The feed with this address, or the only one whose title or address contains `name`. Raises UsageError."""
        found = self.all()
        wanted = name.strip()
        same = [feed for feed in found if feed.address == wanted]
        part = [feed for feed in found if fold(wanted) in fold(feed.title) or wanted in feed.address]
        if same or len(part) == 1:
            return (same or part)[0]
        if part:
            raise UsageError(
                _("several feeds match “{wanted}”: {addresses}").format(
                    wanted=wanted, addresses="; ".join(feed.address for feed in part)
                )
            )
        raise UsageError(_("no feed is subscribed to as “{wanted}”; tui-reader feeds lists them").format(wanted=wanted))

    def add(self, subscriptions: Iterable[Subscription]) -> FeedChange:
        """Subscribe to feeds, or change title, folder or limit of ones subscribed to. Raises UsageError."""
        with self._connections.writing(lasting=True) as db:
            after = {each.address: _record(each, _record_of(db, each.address), self._stamp()) for each in subscriptions}
            change = _changed(db, after)
        new = [address for address in after if change.before[address] is None]
        titles = [str(after[address]["title"]) for address in new]
        what = (
            _("no new feed") if not new else titles[0] if len(new) == 1 else _("{count} feeds").format(count=len(new))
        )
        return FeedChange(_("Subscribed to {what}").format(what=what), change.before, change.after)

    def remove(self, addresses: Sequence[str]) -> FeedChange:
        """Unsubscribe from a feed; its articles stay in the library."""
        with self._connections.writing(lasting=True) as db:
            change = _changed(db, dict.fromkeys(addresses))
        titles = [str(record["title"]) for record in change.before.values() if record]
        what = titles[0] if len(titles) == 1 else _("{count} feeds").format(count=len(titles))
        return FeedChange(_("Unsubscribed from {what}").format(what=what), change.before, change.after)

    def undo(self, change: FeedChange) -> None:
        """Revert a change, except for subscriptions that were changed again since."""
        with self._connections.writing(lasting=True) as db:
            for address, record in change.before.items():
                if _record_of(db, address) == change.after[address]:
                    _put(db, address, record)

    # Updates

    def unseen(self, address: str, items: Iterable[str]) -> set[str]:
        """Those of the items of a feed that no update has dealt with."""
        with self._connections.reading() as db:
            seen = {item for (item,) in db.execute("SELECT item FROM feed_item WHERE feed = ?", (address,))}
        return set(items) - seen

    def article_at(self, page: str) -> int | None:
        """The article that was imported from this web address; None if there is none."""
        with self._connections.reading() as db:
            found = db.execute("SELECT article FROM place WHERE path = ?", (fsencode(page),)).fetchone()
        return None if found is None else int(found[0])

    def note_item(self, address: str, item: str, article_id: int | None) -> None:
        """Remember that an item was dealt with, and which article it is, if it is one."""
        with self._connections.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO feed_item (feed, item, seen_at) VALUES (?, ?, ?)",
                (address, item, self._stamp()),
            )
            if article_id is not None:
                db.execute(
                    "INSERT OR IGNORE INTO feed_article (article, feed) SELECT key, ? FROM article WHERE key = ?",
                    (address, article_id),
                )

    def note_answer(self, address: str, answer: Answer) -> None:
        """Remember the result of an update. A title is taken where the person's list has none."""
        stamp = self._stamp()
        with self._connections.writing() as db:
            db.execute(
                "UPDATE feed SET checked_at = ?, failure = ?, title = CASE WHEN title IN ('', address) AND ? <> '' THEN ? ELSE title END "
                "WHERE address = ?",
                (stamp, one_line(answer.failure), *[one_line(answer.title)] * 2, address),
            )
            if answer.listed is None:
                return
            db.execute(
                "UPDATE feed SET etag = ?, modified = ? WHERE address = ?", (answer.etag, answer.modified, address)
            )
            _forget(db, address, answer.listed, (self._clock() - FORGOTTEN).isoformat(timespec="seconds"), stamp)

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def records(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Subscriptions as records of reader data: `{"feed": address, "title", "folder", "most", "added_at"}`."""
    names = ("feed", "title", "folder", "most", "added_at")
    for row in db.execute("SELECT address, title, folder, most, added_at FROM feed ORDER BY address"):
        yield dict(zip(names, row, strict=True))


def merge(db: sqlite3.Connection, raw: Record) -> None:
    """Subscribe to the feed of a record; one that is there stays as it is. Raises UsageError."""
    texts = [raw.get(name) for name in ("feed", "title", "folder", "added_at")]
    most = raw.get("most", MOST)
    if not all(isinstance(text, str) for text in texts) or not isinstance(most, int):
        raise UsageError("a feed needs an address, a title, a folder, a time and a limit")
    address, title, folder, added_at = (one_line(str(text)) for text in texts)
    if _record_of(db, address) is None:
        _put(db, address, _record(Subscription(address, title, folder, most), None, added_at))


def _changed(db: sqlite3.Connection, after: Mapping[str, Record | None]) -> FeedChange:
    before = {address: _record_of(db, address) for address in after}
    for address, record in after.items():
        _put(db, address, record)
    return FeedChange("", before, after)


def _record(given: Subscription, before: Record | None, now: str) -> dict[str, Any]:
    """The record of a subscription; what is not given stays as before. Raises UsageError."""
    if not is_url(given.address):
        raise UsageError(_("“{address}” is not the address of a feed").format(address=given.address))
    if given.most is not None and given.most < 1:
        raise UsageError("the limit of a feed is at least 1 article")
    known = before or {"title": given.address, "folder": "", "most": MOST, "added_at": now}
    return {
        "title": one_line(given.title) or known["title"],
        "folder": one_line(given.folder) or known["folder"],
        "most": given.most or known["most"],
        "added_at": known["added_at"],
    }


def _record_of(db: sqlite3.Connection, address: str) -> dict[str, Any] | None:
    found = db.execute("SELECT title, folder, most, added_at FROM feed WHERE address = ?", (address,)).fetchone()
    return None if found is None else dict(zip(("title", "folder", "most", "added_at"), found, strict=True))


def _put(db: sqlite3.Connection, address: str, record: Record | None) -> None:
    if record is None:
        db.execute("DELETE FROM feed WHERE address = ?", (address,))
    else:
        db.execute(_INSERTED, {"address": address, **record})


def _forget(db: sqlite3.Connection, address: str, listed: Iterable[str], before: str, now: str) -> None:
    """Forget old items that the feed no longer lists."""
    db.executemany(
        "UPDATE feed_item SET seen_at = ? WHERE feed = ? AND item = ?", [(now, address, item) for item in listed]
    )
    db.execute("DELETE FROM feed_item WHERE feed = ? AND seen_at < ?", (address, before))
