"""Feeds: subscribe to what an address or a list stands for; update: new items → prepared → stored, and noted as seen.

An item is noted as seen with its outcome. What may be different later (a server that fails, a time limit) is not, and a
feed's validators are stored only where nothing is to be tried again: a server's “unchanged” would hide it.
"""

from __future__ import annotations

from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from tui_reader.app.importing import import_sources
from tui_reader.app.workers import ENOUGH, processes_for
from tui_reader.library.feeds import Answer, Subscription
from tui_reader.model import Added, AlreadyHere, Progress, Refused
from tui_reader.sources.feeds.collecting import (
    FeedFailed,
    FeedRead,
    FollowedFeed,
    ItemArrived,
    ItemKnown,
    Known,
    collect,
)
from tui_reader.sources.feeds.discovery import discover
from tui_reader.sources.web import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from tui_reader.app.session import Session
    from tui_reader.library import Feed
    from tui_reader.model import Outcome
    from tui_reader.sources import Source
    from tui_reader.sources.feeds.collecting import Event


def subscriptions(
    session: Session, named: str, *, most: int | None = None, folder: str = ""
) -> tuple[Subscription, ...]:
    """The feed at an address, the one that a page names, or those of an OPML file, to subscribe to. Raises SourceError."""
    found = discover(named, Limits(allow_private=session.allow_private))
    return tuple(Subscription(each.address, each.title, folder or each.folder, most) for each in found)


def update_feeds(
    session: Session,
    feeds: Sequence[Feed],
    *,
    awaited: Callable[[str], None] = lambda _where: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[Progress, None, None]:
    """Fetch feeds and import their new items. Yields a Progress after each new item, and for each feed that failed.

    The total rises while feeds are read. `awaited`, `cancelled`: see `import_sources`. Raises LibraryError. Close the
    generator or exhaust it: it holds a thread, and may hold worker processes.
    """
    update = _Update(session, feeds)
    asked = [FollowedFeed(feed.address, feed.title, feed.most, feed.etag, feed.modified) for feed in feeds]
    known = Known(session.library.feeds.unseen, session.library.feeds.article_at)
    try:
        with closing(collect(asked, known, Limits(allow_private=session.allow_private))) as events:
            sources = update.sources(events)
            for some in (update.while_few(sources), sources):
                processes = update.processes()
                outcomes = import_sources(
                    some, session.library, processes=processes, awaited=awaited, cancelled=cancelled
                )
                with closing(outcomes):
                    yield from filter(None, map(update.take, outcomes))
                if cancelled():
                    return
        yield from update.own_contents()
    finally:
        update.note_answers()


class _Update:
    """One update: items on their way through the import, and what is known of each feed."""

    def __init__(self, session: Session, feeds: Sequence[Feed]) -> None:
        self._library = session.library
        self._feeds = {feed.address: feed for feed in feeds}
        self._answers: dict[str, Answer] = {}
        self._open: dict[str, int] = {}
        self._again: set[str] = set()
        self._arrived: deque[ItemArrived] = deque()
        self._without_article: list[tuple[ItemArrived, Outcome]] = []
        self._done = self._total = 0

    def processes(self) -> int:
        """Processes for the items known so far."""
        return processes_for(self._total)

    def while_few(self, sources: Iterable[Source | Refused | None]) -> Iterator[Source | Refused | None]:
        """The sources until there are so many items that worker processes pay."""
        for source in sources:
            yield source
            if self._total >= ENOUGH:
                return

    def sources(self, events: Iterable[Event | None]) -> Iterator[Source | Refused | None]:
        """What is to be imported, in the order in which `take` gets the outcomes; None for whatever else arrives."""
        for event in events:
            match event:
                case ItemArrived(source=source):
                    self._arrived.append(event)
                    yield source
                case FeedFailed(feed, reason):
                    yield self._failed(feed, reason)
                case FeedRead() | ItemKnown():
                    self._note(event)
                    yield None
                case None:
                    yield None

    def _failed(self, feed: str, reason: str) -> Refused:
        title = self._feeds[feed].title
        refused = Refused(feed if title in {"", feed} else f"{title} ({feed})", reason)
        self._answers[feed] = Answer(failure=reason)
        self._arrived.append(ItemArrived(feed, "", refused))
        self._total += 1
        return refused

    def _note(self, event: FeedRead | ItemKnown) -> None:
        match event:
            case FeedRead(feed, title, etag, modified, listed, new):
                self._answers[feed] = Answer(title, etag, modified, listed=listed)
                self._open[feed] = new
                self._total += new
            case ItemKnown(feed, key, article_id):
                self._library.feeds.note_item(feed, key, article_id)
                self._open[feed] -= 1
                self._total -= 1

    def take(self, outcome: Outcome) -> Progress | None:
        """Note the outcome of the next item. None where its own content is to replace its page."""
        item = self._arrived.popleft()
        if isinstance(outcome, Refused) and outcome.no_article and item.own is not None:
            self._without_article.append((item, outcome))
            return None
        return self._taken(item, outcome)

    def _taken(self, item: ItemArrived, outcome: Outcome) -> Progress:
        self._done += 1
        if item.again:
            self._again.add(item.feed)
        elif item.key:
            article_id = outcome.row.article_id if isinstance(outcome, Added | AlreadyHere) else None
            self._library.feeds.note_item(item.feed, item.key, article_id)
        if item.key:
            self._open[item.feed] -= 1
        return Progress(outcome, self._done, self._total)

    def own_contents(self) -> Iterator[Progress]:
        """Import the own content of items whose page has no article; where it has none either, the page is refused."""
        contents = [item.own.document for item, _ in self._without_article if item.own is not None]
        with closing(import_sources(contents, self._library)) as outcomes:
            for (item, of_page), outcome in zip(self._without_article, outcomes, strict=True):
                yield self._taken(item, of_page if isinstance(outcome, Refused) else outcome)

    def note_answers(self) -> None:
        """Store the results of the feeds that are done with; with validators where nothing is to be tried again."""
        for feed, answer in self._answers.items():
            if not self._open.get(feed):
                complete = answer if feed not in self._again else answer._replace(etag=None, modified=None)
                self._library.feeds.note_answer(feed, complete)
