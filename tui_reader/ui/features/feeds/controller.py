"""Subscribes to feeds, updates them in a worker, and lists their articles."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.worker import get_current_worker

from tui_reader.locale import _
from tui_reader.model import Added
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.reader.import_progress import ImportProgress
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.timer import Timer
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.library import Feed
    from tui_reader.library.feeds import Subscription
    from tui_reader.ui.features.feeds.panel import FeedsPanel
    from tui_reader.ui.reader.context import Reader

UPDATING: Final = "Updating feeds"

SHOWN_EVERY, LISTED_EVERY = 0.25, 1.0
"""Seconds between updates of the status line during an update, and between updates of the list."""

EMPTY = {"feeds.add": "subscribes to an address"}
"""Text of an empty panel, by commands."""


def all_feeds(session: Session) -> tuple[Feed, ...]:
    """All subscriptions, by folder and title. For a worker."""
    return session.library.feeds.all()


def found_feeds(session: Session, named: str) -> tuple[Subscription, ...]:
    """The feeds that an address or file stands for. For a worker. Raises SourceError."""
    from tui_reader.app.updating import subscriptions  # noqa: PLC0415 - loads what only the network needs

    return subscriptions(session, named)


def update_steps(session: Session, addresses: Sequence[str] | None, progress: ImportProgress) -> Iterator[None]:
    """Update these feeds, or all. Yields when there are new articles to list, and at the end. For a worker."""
    from tui_reader.app.updating import update_feeds  # noqa: PLC0415 - loads what only the network needs

    feeds = [feed for feed in session.library.feeds.all() if addresses is None or feed.address in addresses]
    worker = get_current_worker()
    steps = update_feeds(
        session,
        feeds,
        awaited=progress.await_document,
        cancelled=lambda: progress.is_cancelled or worker.is_cancelled,
    )
    listed, fresh = monotonic(), False
    with closing(steps):
        for outcome, progress.done, progress.total in steps:
            progress.count(outcome)
            fresh = fresh or isinstance(outcome, Added)
            if fresh and monotonic() - listed >= LISTED_EVERY:
                yield
                listed, fresh = monotonic(), False
    progress.ended = True
    yield


class FeedsController(Controller):
    """The panel of feeds, and the update that runs."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: FeedsPanel | None = None
        self._latest = LatestRequest()
        self._updates: list[ImportProgress] = []
        self._ticks = 0
        self._ticking: Timer | None = None

    def context(self) -> str | None:
        return "feeds" if self.panel is not None and self.panel.has_focus else None

    def home(self) -> Widget | None:
        """The panel gets the focus back after a prompt."""
        return self.panel

    # The panel

    def action_open(self) -> None:
        """Open the panel, or move the focus there."""
        from tui_reader.ui.features.feeds.panel import FeedsPanel  # noqa: PLC0415 - only a few starts need it

        if self.panel is None:
            keys = self.reader.keys
            notice = tuple(f"{key}  {_(what)}" for name, what in EMPTY.items() if (key := keys.first(name)))
            self.panel = FeedsPanel(
                (_("No feeds yet."), "", *notice), choose=self._choose, add=self.action_add, close=self.close
            )
            self.reader.add_panel(self.panel)
        self.reader.show_list()
        self.panel.focus()
        self._fetch()

    def close(self) -> None:
        if self.panel is not None:
            self.panel.remove()
            self.panel = None
        self.reader.articles.focus()

    def listed(self) -> None:
        self._fetch()

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        self._fetch()

    def counts_changed(self) -> None:
        self._fetch()

    def _fetch(self) -> None:
        if self.panel is not None:
            self.reader.workers.read(partial(all_feeds, self.reader.session), self._latest.begin(self._take))

    def _take(self, feeds: tuple[Feed, ...]) -> None:
        if self.panel is not None:
            asked = self.reader.listing.query.feeds
            listed = next((feed.address for feed in feeds if asked == (name_of(feed, feeds),)), None)
            self.panel.list_feeds(feeds, listed)

    def _choose(self, act: str, feed: Feed) -> None:
        session = self.reader.session
        if act == "remove":
            self.reader.changes.do(lambda: session.library.feeds.remove([feed.address]), ())
        elif act == "update":
            self._update([feed.address])
        else:
            self._show(feed)

    def _show(self, feed: Feed) -> None:
        """List the articles of a feed; if it is listed already, drop the filter."""
        listing, feeds = self.reader.listing, self.panel.feeds if self.panel else None
        name = name_of(feed, feeds or (feed,))
        asked = listing.asked
        listing.ask(replace(asked, feeds=() if asked.feeds == (name,) else (name,)))

    # Subscribing

    def action_add(self) -> None:
        """Prompt for a feed."""
        self.reader.prompt(Purpose("subscribe to:", "address of a feed or page, or an OPML file", self._look_up))

    def _look_up(self, text: str) -> None:
        if named := text.strip(" '\""):
            self.reader.say(_("Looking for a feed at {named} …").format(named=named))
            self.reader.workers.read(partial(found_feeds, self.reader.session, named), self._subscribe)

    def _subscribe(self, found: tuple[Subscription, ...]) -> None:
        session = self.reader.session
        self.reader.changes.do(lambda: session.library.feeds.add(found), ())
        addresses = [subscription.address for subscription in found]
        self.reader.workers.write(lambda: None, lambda _: self._update(addresses))  # after the subscription is written

    # Updating

    def action_update(self) -> None:
        """Update all feeds; while an update runs, cancel it."""
        if not self._cancel():
            self._update(None)

    def list_left(self) -> None:
        """Esc with nothing selected and no filter."""
        self._cancel()

    def _cancel(self) -> bool:
        running = [progress for progress in self._updates if not progress.ended]
        for progress in running:
            progress.is_cancelled = True
        self._tick()
        return bool(running)

    def _update(self, addresses: Sequence[str] | None) -> None:
        if self.reader.initial.read_only:
            self.reader.say("The library is read-only")
            return
        progress = ImportProgress(doing=UPDATING)
        self._updates.append(progress)
        self._tick()
        if self._ticking is None:
            self._ticking = self.reader.screen.set_interval(SHOWN_EVERY, self._tick)
        self.reader.workers.stream(
            lambda: update_steps(self.reader.session, addresses, progress),
            lambda _: self._stepped(progress),
            lambda: self._failed(progress),
        )

    def _tick(self) -> None:
        """Show the progress of the update that runs."""
        progress = next((progress for progress in self._updates if not progress.ended), None)
        if progress is not None:
            self._ticks += 1
            self.reader.status_line.say(progress.status(self._ticks), None)

    def _stepped(self, progress: ImportProgress) -> None:
        self.reader.listing.ask_again()
        if progress.ended:
            self._stop()
            change = progress.change if progress.done else replace(progress.change, sentence="No new articles")
            self.reader.changes.do(lambda: change, change.article_ids, everywhere=True, relist=True)
            if refused := progress.refusals():
                self.reader.warn("Not updated", refused)

    def _failed(self, progress: ImportProgress) -> None:
        progress.ended = progress.is_failed = True
        self._stop()
        self.reader.status_line.hush_if(UPDATING)

    def _stop(self) -> None:
        if self._ticking is not None and all(progress.ended for progress in self._updates):
            self._ticking.stop()
            self._ticking = None
        self._fetch()

    def complaints(self) -> list[str]:
        """Feeds and items that failed, after the screen is closed."""
        return [line for progress in self._updates for line in progress.refusals()]


def name_of(feed: Feed, feeds: Sequence[Feed]) -> str:
    """What the filter calls a feed: its title where no other feed's title or folder contains it, else its address."""
    others = (other for other in feeds if other.address != feed.address)
    shared = not feed.title or any(feed.title in other.title or feed.title in other.folder for other in others)
    return feed.address if shared else feed.title
