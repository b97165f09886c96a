"""Imports paths and addresses, the samples, or rejected pages in a worker, while the user can already read."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import partial
from os.path import basename, expanduser
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from tui_reader.locale import _
from tui_reader.model import Added
from tui_reader.present.rows import fitted
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.features.importing.completion import path_offers
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.reader.import_progress import ImportProgress
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.timer import Timer

    from tui_reader.app.session import Session
    from tui_reader.model import Progress
    from tui_reader.ui.reader.context import Reader

IMPORTING = "Importing"

WATCHING = "watching"
"""Name of the worker that watches folders; it ends with the reader."""

PATH_HINT = "file, folder or address"
PROMPT_KEYS = ("Enter import", "Tab complete", "Esc cancel")

HOW_TO_QUIT = "Ctrl+Q quits (also q in the list)"

NAME_CELLS = 24
"""Cells for a file name in the prompt, so that its text fits into 80 columns."""

SHOWN_EVERY, LISTED_EVERY = 0.25, 1.0
"""Seconds between updates of the status line during an import, and between updates of the list."""


class Import(NamedTuple):
    """Request: paths, or the samples if there are none. `force`: also pages without an article.

    `is_quiet`: of a watched folder when the reader starts: only what is new is said.
    """

    paths: tuple[str, ...]
    own_tags: tuple[str, ...]
    force: bool
    progress: ImportProgress
    is_quiet: bool = False


class Report(NamedTuple):
    """New articles can be listed. `ended`: all inputs are done, or the import was cancelled."""

    ended: bool = False


def import_steps(session: Session, asked: Import) -> Iterator[Report]:
    """Import; yield a report when new articles can be listed, and one at the end. For a worker.

    A cancelled import stops after the current batch of documents. Articles are stored as soon as they are cleaned, so that
    other writes can run in between.
    """
    progress, leaving, worker = asked.progress, Event(), get_current_worker()
    steps = (
        session.import_paths(
            asked.paths,
            own_tags=asked.own_tags,
            force=asked.force,
            awaited=progress.await_document,
            cancelled=lambda: progress.is_cancelled or leaving.is_set() or worker.is_cancelled,
        )
        if asked.paths
        else session.import_samples()
    )
    listed, fresh = monotonic(), False
    with closing(steps), _counting_the_rest(steps, progress, leaving):
        for outcome, progress.done, progress.total in steps:
            progress.count(outcome)
            fresh = fresh or isinstance(outcome, Added)
            if fresh and monotonic() - listed >= LISTED_EVERY:
                yield Report()
                listed, fresh = monotonic(), False
    progress.ended = not worker.is_cancelled or 0 < progress.total == progress.done
    if progress.ended:
        yield Report(ended=True)


@contextmanager
def _counting_the_rest(steps: Iterator[Progress], progress: ImportProgress, leaving: Event) -> Iterator[None]:
    """On exit of the reader: count the documents stored in one batch with the last counted one."""
    try:
        yield
    except GeneratorExit:
        leaving.set()
        for outcome, progress.done, progress.total in steps:
            progress.count(outcome)
        raise


class SavedFiles(NamedTuple):
    """Files that were saved in watched folders. `is_first`: those that were there when the reader started."""

    paths: tuple[str, ...]
    is_first: bool


def watched_files(folders: tuple[str, ...]) -> Iterator[SavedFiles]:
    """The files of watched folders as they are completely written. For a worker."""
    from tui_reader.sources.watching import watch  # noqa: PLC0415 - few starts watch a folder

    worker, is_first = get_current_worker(), True
    for paths in watch(folders, Event()):
        if worker.is_cancelled:
            return
        if paths:
            yield SavedFiles(tuple(paths), is_first)
        is_first = False


class ImportingController(Controller):
    """Runs imports; pages rejected by the last one can be imported anyway."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._imports: list[Import] = []
        self._offers = LatestRequest()
        self._without_article: tuple[str, ...] = ()
        self._own_tags: tuple[str, ...] = ()
        self._ticks = 0
        self._ticking: Timer | None = None

    def allows(self, context: str) -> bool:
        """The samples are offered in an empty library only."""
        return context != "empty" or self.reader.context == "empty"

    def ready(self) -> None:
        """Import the paths of the command line."""
        initial = self.reader.initial
        if initial.import_paths:
            self.begin(initial.import_paths, initial.own_tags)
        if initial.watch:
            self._watch(tuple(map(expanduser, initial.watch)))

    def _watch(self, folders: tuple[str, ...]) -> None:
        """Import what is in these folders, then what is saved in them."""
        self.reader.workers.stream(lambda: watched_files(folders), self._saved, name=WATCHING)

    def _saved(self, saved: SavedFiles) -> None:
        self.begin(saved.paths, self.reader.initial.own_tags, is_quiet=saved.is_first)

    def action_open(self) -> None:
        """Prompt for a path or URL; an empty line imports the pages rejected by the last import."""
        hint = offer_of(self._without_article) or PATH_HINT
        self.reader.prompt(Purpose("import:", hint, self._submitted, suggest=self._suggest, keys=PROMPT_KEYS))

    def _suggest(self, text: str, cursor: int) -> None:  # noqa: ARG002 - a path is completed at its end
        """Offer the files and folders whose paths begin as typed."""
        self.reader.workers.read(partial(path_offers, text), self._offers.begin(self.reader.prompts.offer))

    def action_samples(self) -> None:
        """Import the installed sample articles."""
        self.begin()

    def _submitted(self, text: str) -> None:
        self._offers.end()
        if path := text.strip(" '\""):
            self.begin((expanduser(path),))  # noqa: PTH111 - Path raises where there is no such user
        elif self._without_article:
            self.begin(self._without_article, self._own_tags, force=True)

    def begin(
        self,
        paths: tuple[str, ...] = (),
        own_tags: tuple[str, ...] = (),
        *,
        force: bool = False,
        is_quiet: bool = False,
    ) -> None:
        """Import paths, or the samples; with `force` also pages without an article. `is_quiet`: see `Import`."""
        asked = Import(paths, own_tags, force, ImportProgress(), is_quiet)
        self._imports.append(asked)
        self.reader.is_importing = True
        self.reader.update_notice()
        self._tick()
        if self._ticking is None:
            self._ticking = self.reader.screen.set_interval(SHOWN_EVERY, self._tick)
        self.reader.workers.stream(
            lambda: import_steps(self.reader.session, asked),
            lambda report: self._take(asked, report),
            lambda: self._failed(asked),
        )

    def _take(self, asked: Import, report: Report) -> None:
        if report.ended:
            self._end(asked)
        else:
            self.reader.listing.ask_again()

    def _tick(self) -> None:
        """Show the progress of the first running import."""
        asked = next((asked for asked in self._imports if not asked.progress.ended), None)
        if asked is not None:
            self._ticks += 1
            self.reader.status_line.say(asked.progress.status(self._ticks), None)

    def action_cancel(self) -> None:
        """Cancel running imports; if there is none, show how to quit, which other programs do by this key."""
        if not self._cancel():
            self.reader.say(HOW_TO_QUIT)

    def list_left(self) -> None:
        """Cancel running imports: Esc in the list with no selection and no filter."""
        self._cancel()

    def _cancel(self) -> bool:
        running = [asked.progress for asked in self._imports if not asked.progress.ended]
        for progress in running:
            progress.is_cancelled = True
        self._tick()
        return bool(running)

    def _end(self, asked: Import) -> None:
        if asked.is_quiet and not (asked.progress.new or asked.progress.updated):
            self._stopped()
            self.reader.status_line.hush_if(IMPORTING)
            return
        self._without_article = () if asked.force else asked.progress.without_article
        self._own_tags = asked.own_tags
        self._stopped()
        change = asked.progress.change
        self.reader.changes.do(lambda: change, change.article_ids, everywhere=True, relist=True)
        if not asked.is_quiet:
            self._show_refused(asked.progress.refusals())

    def _failed(self, asked: Import) -> None:
        """End a failed import; pages rejected by the one before it can still be imported."""
        asked.progress.ended = asked.progress.is_failed = True
        self._stopped()
        self.reader.status_line.hush_if(_(IMPORTING))

    def _stopped(self) -> None:
        self.reader.is_importing = not all(asked.progress.ended for asked in self._imports)
        if not self.reader.is_importing and self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        self.reader.update_notice()

    def _show_refused(self, refused: list[str]) -> None:
        """Show rejected inputs with reasons, and the key that imports pages without an article."""
        if refused:
            key, count = self.reader.keys.first("everywhere.import"), len(self._without_article)
            pages = _("it") if len(refused) == 1 else _("them") if count == len(refused) else _("{count} of them")
            step = _("{key} imports {pages} anyway").format(key=key, pages=pages.format(count=count))
            self.reader.warn("Refused", refused, step if key and count else "")

    # After the screen is closed

    @property
    def refused(self) -> list[str]:
        """One line per rejected input that was not imported later."""
        overridden = self._overridden
        return [line for asked in self._imports if not asked.is_quiet for line in asked.progress.refusals(overridden)]

    def complaints(self) -> list[str]:
        """Rejected inputs and interrupted imports."""
        overridden = self._overridden
        return [line for asked in self._imports if not asked.is_quiet for line in asked.progress.complaints(overridden)]

    @property
    def _overridden(self) -> frozenset[str]:
        """Paths of pages that were rejected first and imported later."""
        return frozenset().union(*(asked.progress.accepted(asked.paths) for asked in self._imports if asked.force))


def offer_of(paths: tuple[str, ...]) -> str:
    """Hint on what Enter on an empty line imports; "" if nothing."""
    if not paths:
        return ""
    name = fitted(one_line(basename(paths[0])), NAME_CELLS).rstrip()  # noqa: PTH119 - a name that Path may not take
    pages = _("{count} refused pages").format(count=len(paths)) if len(paths) > 1 else name
    return _("Enter imports {pages} anyway; or type a path").format(pages=pages)
