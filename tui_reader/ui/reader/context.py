"""Reader: what a feature's controller works with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.status import Status
from tui_reader.ui.reader.history import History, UndoableCommand
from tui_reader.ui.reader.initial import LAST
from tui_reader.ui.reader.list_pane import ListPane
from tui_reader.ui.reader.listing import Listing
from tui_reader.ui.reader.reading_pane import ReadingPane
from tui_reader.ui.reader.selection import Selection
from tui_reader.ui.widgets.prompt_line import PromptBar
from tui_reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Row
    from tui_reader.present.display import DisplayOptions
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.commands import Keys
    from tui_reader.ui.core.workers import Workers
    from tui_reader.ui.reader.history import Change
    from tui_reader.ui.reader.hooks import Hooks
    from tui_reader.ui.widgets.prompt_line import Purpose

ARTICLE_ALONE = ("-reading", "-zoom", "-zen")
"""Under these classes the list is hidden, on a narrow screen or any; they go when something happens to the list."""

LISTED = 6
"""Lines of a warning that are shown."""

WARNED_FOR = 12.0
"""Seconds a warning stays: it is long, and comes when one looks at something else."""

EMPTY = {
    "empty.samples": "loads sample articles", "everywhere.import": "imports a file or folder",
    "everywhere.help": "shows all keys",
}  # fmt: skip
"""What to do with an empty library, by commands."""


class Reader:
    """The panes of the main screen, and what can be done with them.

    Work for a thread goes through `workers`; `session` may be called in there only. `controllers` are told what happens.
    """

    def __init__(
        self, screen: Screen[None], session: Session, workers: Workers, keys: Keys, initial: InitialState
    ) -> None:
        self.screen, self.session, self.workers, self.keys = screen, session, workers, keys
        self.initial = initial
        self.display = initial.wording
        self.articles = ListPane(initial, session, workers)
        self.reading = ReadingPane(initial, session, workers)
        self.prompts = PromptBar()
        self.status_line = StatusLine()
        self.listing = Listing(session, workers, self._listed, self._query_refused)
        self.selection = Selection(self.reading, self.update_status)
        self.history = History()
        self.controllers: tuple[Hooks, ...] = ()
        self.is_importing = bool(initial.import_paths)
        self._opened: int | None = None

    # Where the reader of the article is

    @property
    def row(self) -> Row | None:
        """The article under the cursor, which is the one in the reading pane."""
        return self.articles.row

    @property
    def targets(self) -> tuple[Row, ...]:
        """What a command is about: while reading, the article read; in the list, all selected ones or the current one."""
        if self.pane.has_focus:
            return (self.row,) if self.row is not None else ()
        return self.articles.targets

    @property
    def target_ids(self) -> tuple[int, ...]:
        """Their keys."""
        return tuple(row.article_id for row in self.targets)

    @property
    def pane(self) -> Widget:
        """What stands in the article's place."""
        return next(filter(None, (controller.pane() for controller in self.controllers)), self.reading)

    @property
    def context(self) -> str:
        """The context whose keys are in force."""
        own = next(filter(None, (controller.context() for controller in self.controllers)), None)
        if own is not None:
            return own
        if self.reading.has_focus:
            return "reading"
        return "list" if self.articles.article_ids or not self.listing.query.is_empty else "empty"

    # The status line

    def say(self, sentence: str) -> None:
        """Show a sentence in passing."""
        self.status_line.say(sentence)

    def update_status(self) -> None:
        """Bring the status line up to date."""
        status = Status(
            place=self.articles.cursor + 1,
            total=len(self.articles.article_ids),
            percent=self.reading.percent if self.reading.is_on_screen else None,
            wording=self.display.name,
            selected=len(self.articles.selected),
            filtered=self.listing.label,
        )
        hints = self.prompts.hints or self._hints()
        for controller in self.controllers:
            status = controller.status(status)
            hints = hints if self.prompts.hints else controller.hints(hints)
        self.status_line.status, self.status_line.hints = status, hints

    def _hints(self) -> tuple[str, ...]:
        """The keys in force, most urgent first."""
        first, *others = self.keys.hints(self.context, "everywhere")
        help_hint = f"{self.keys.first('everywhere.help')} help"
        return (first, help_hint, *(hint for hint in others if hint != help_hint))

    def warn(self, title: str, lines: Sequence[str], step: str = "") -> None:
        """Show the first of many lines, and what can be done about them."""
        more = [f"… and {len(lines) - LISTED} more"] if len(lines) > LISTED else []
        text = "\n".join([*lines[:LISTED], *more, *filter(None, [step])])
        self.screen.notify(text, title=title, severity="warning", timeout=WARNED_FOR, markup=False)

    def update_notice(self) -> None:
        """What an empty list says."""
        if self.is_importing:
            self.articles.notice = ("Importing …",)
        elif self.listing.query.is_empty:
            steps = (f"{key}  {what}" for name, what in EMPTY.items() if (key := self.keys.first(name)))
            self.articles.notice = ("The library is empty.", "", *steps)
        else:
            self.articles.notice = ("No matching articles.", "", f"{self.keys.first('list.leave')}  clears the filter")

    # Panels and prompts

    def add_panel(self, panel: Widget, *, before: Widget | None = None, after: Widget | None = None) -> None:
        """Put a panel among the panes."""
        self.screen.query_one("#panes").mount(panel, before=before, after=after)

    def prompt(self, purpose: Purpose, text: str = "") -> None:
        """Open a line to type on."""
        self.prompts.open(purpose, text)

    def close_prompt(self, purpose: Purpose) -> None:
        """Close it; the focus goes where its purpose says."""
        home = purpose.home() or self._home()
        self.prompts.close()
        home.focus()

    def _home(self) -> Widget:
        if not self.articles.display:
            return self.pane
        return next(filter(None, (controller.home() for controller in self.controllers)), self.articles)

    # Between list and article

    def open_article(self) -> None:
        """Go to the article."""
        self.screen.add_class("-reading")
        self.pane.focus()
        self._opened = None
        self.mark_opened()

    def show_list(self) -> None:
        """Have the list on the screen."""
        self.screen.remove_class(*ARTICLE_ALONE)

    def back(self) -> None:
        """To the list, when nothing else is to be left first."""
        if any(controller.leave() for controller in self.controllers):
            return
        if self.screen.has_class("-zen"):
            self.screen.remove_class("-zen")
            return
        self.screen.remove_class("-reading", "-zoom")
        self.articles.focus()

    def follow(self, article_id: int | None) -> None:
        """The reading pane follows the list's cursor; who is reading has opened the article by that."""
        self.reading.article_id = article_id
        self._opened = None
        if self.reading.has_focus:
            self.mark_opened()
        self.update_status()

    def mark_opened(self) -> None:
        """Set the article to read, and the next start begins with it; once, however far one reads."""
        article_id, row = self.articles.article_id, self.row
        if article_id is None or article_id == self._opened or self.initial.read_only:
            return
        self._opened = article_id
        self.keep_setting(LAST, str(article_id))
        if row is None or not row.read:
            session = self.session
            self.workers.write(
                lambda: session.library.set_state((article_id,), read=True),
                lambda _: self._changed((article_id,), quiet=True),
            )

    # What is changed

    def do(self, job: Callable[[], Change], article_ids: tuple[int, ...], *, everywhere: bool = False) -> None:
        """Change articles by their `article_ids`, or `everywhere` all, in a way that can be undone."""
        command = UndoableCommand(job, self.session.record, article_ids, everywhere)  # type: ignore[arg-type]
        self.history.begin(command)
        self.workers.write(command.run, partial(self._done, command), partial(self.history.forget, command))

    def _done(self, command: UndoableCommand, change: Change) -> None:
        self._changed(command.article_ids, everywhere=command.everywhere)
        if not change:
            self.history.forget(command)
        self.say(change.sentence)

    def undo(self) -> None:
        """Undo the last change."""
        command = self.history.begin_undo()
        if command is None:
            self.workers.write(self.session.undo_last, self._undone_of_earlier_run)
            return
        job = partial(_undo, self.session, command)
        self.workers.write(job, partial(self._undone, command), partial(self.history.undo_failed, command))

    def _undone(self, command: UndoableCommand, change: Change | None) -> None:
        self.history.forget(command)
        if not change:
            self.say("nothing to undo: nothing was changed")
            return
        self._changed(command.article_ids, everywhere=command.everywhere)
        self.say(f"undone: {change.sentence}")

    def _undone_of_earlier_run(self, change: Change | None) -> None:
        if change is None:
            self.say("Nothing to undo")
            return
        self._changed((), everywhere=True)
        self.say(f"undone: {change.sentence}")

    def _changed(self, article_ids: tuple[int, ...], *, quiet: bool = False, everywhere: bool = False) -> None:
        """Show it. What is opened under a filter of unread articles stays listed until something else changes."""
        self.articles.forget(self.articles.article_ids if everywhere else article_ids)
        if quiet:
            self._tell(lambda controller: controller.counts_changed())
            return
        self.reload(None if everywhere else article_ids)
        if not self.listing.query.is_empty:
            self.listing.ask_again()

    def reload(self, article_ids: tuple[int, ...] | None = None) -> None:
        """These articles or their tags have changed; None: any may have."""
        self.reading.reload(article_ids)
        self._tell(lambda controller: controller.articles_changed(article_ids))

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting for the next start."""
        if not self.initial.read_only:
            self.workers.write(lambda: self.session.library.set_setting(name, value))

    def change_display(self, display: DisplayOptions, *, keep: bool = True) -> None:
        """Show list, article and panels in this wording, punctuation repaired or not."""
        self.display = display
        self.articles.repair = self.reading.repair = display.repair
        self.articles.shown = self.reading.shown = self.listing.shown = display.shown
        self.update_status()
        if keep:
            self.keep_setting("script", display.shown)
            self.keep_setting("region", display.traditional)
            self.keep_setting("typographic_repair", str(display.repair))
        self._tell(lambda controller: controller.display_changed())
        if not self.listing.query.is_empty:
            self.listing.ask_again()

    def _listed(self, article_ids: tuple[int, ...]) -> None:
        self.update_notice()
        self.articles.list_articles(article_ids)
        self._tell(lambda controller: controller.listed())
        self.update_status()

    def _query_refused(self, sentence: str) -> None:
        self._tell(lambda controller: controller.query_refused(sentence))

    def _tell(self, event: Callable[[Hooks], None]) -> None:
        for controller in self.controllers:
            event(controller)


def _undo(session: Session, command: UndoableCommand) -> Change | None:
    """In the thread of the writes: None where the command changed nothing."""
    if command.change:
        session.undo(command.change)  # type: ignore[arg-type]
        if command.number is not None:
            session.library.journal.drop(command.number)
    return command.change
