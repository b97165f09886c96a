"""Reader: what controllers of features work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _, pgettext
from tui_reader.present.status import Status
from tui_reader.ui.core.commands import HINT
from tui_reader.ui.reader.changes import Changes
from tui_reader.ui.reader.initial import LAST
from tui_reader.ui.reader.list_pane import ListPane
from tui_reader.ui.reader.listing import Listing
from tui_reader.ui.reader.notices import empty_list_notice
from tui_reader.ui.reader.reading_pane import ReadingPane
from tui_reader.ui.reader.selection import Selection
from tui_reader.ui.widgets.prompt_bar import PromptBar
from tui_reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import Row
    from tui_reader.present.display import DisplayOptions
    from tui_reader.present.groups import GroupedList
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.commands import Keys
    from tui_reader.ui.core.workers import Workers
    from tui_reader.ui.reader.hooks import Hooks
    from tui_reader.ui.widgets.prompt_line import Purpose

ARTICLE_ALONE = ("-reading", "-zoom", "-zen")
"""Screen classes that hide the list; removed when the list changes."""

MAIN = frozenset({"list", "reading", "empty"})
"""Contexts that are not panels or modes."""

LISTED = 6
"""Maximum lines of a warning."""

PLACE = "place"
"""Context of the catalogues: names of places in the status line."""

WARNED_FOR = 12.0
"""Seconds a warning is shown: it is long and appears while the user looks elsewhere."""


class Reader:
    """The panes of the main screen, and operations on them.

    Work for a thread goes through `workers`; only there may `session` be called. `controllers` are notified of events.
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
        self.changes = Changes(session, workers, self.say, self._changed)
        self.controllers: tuple[Hooks, ...] = ()
        self.is_importing = bool(initial.import_paths)
        self._context = ""
        self._where = ""
        self._opened: int | None = None

    # Where the reader of the article is

    @property
    def row(self) -> Row | None:
        """Row of the article under the cursor, which is the one in the reading pane."""
        return self.articles.data.row(self.articles.article_id)

    @property
    def target_ids(self) -> tuple[int, ...]:
        """Articles a command applies to: while reading, the one read; in the list, the selected ones or the current
        one.
        """
        if self.pane.has_focus:
            return (self.articles.article_id,) if self.articles.article_id is not None else ()
        return self.articles.selection.targets(self.articles.article_id)

    @property
    def pane(self) -> Widget:
        """The widget in the article's place."""
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
        """Show a message in the status line for a few seconds, with a capital letter if it begins with a word."""
        first, space, rest = _(sentence).partition(" ")
        self.status_line.say(f"{first.capitalize() if first.isalpha() else first}{space}{rest}")

    def update_status(self) -> None:
        self._note_context()
        status = Status(
            where=pgettext(PLACE, self._where),
            place=self.articles.cursor + 1,
            total=len(self.articles.article_ids),
            percent=self.reading.percent if self.reading.is_on_screen else None,
            is_at_end=self.reading.is_at_end,
            wording=self.display.name,
            selected=len(self.articles.selection.selected),
            filtered=self.listing.label,
        )
        hints = self.prompts.hints or self._hints()
        for controller in self.controllers:
            status = controller.status(status)
            hints = hints if self.prompts.hints else controller.hints(hints)
        self.status_line.status, self.status_line.hints = status, hints

    def _note_context(self) -> None:
        """In a panel, or while selecting, hints are needed: an old message gives way to them."""
        if self.prompts.prompt is not None:
            return
        before, self._context = self._context, self.context
        self._where = next(each.sign for each in self.keys.contexts if each.name == self._context) or self._where
        if self._context not in {before, *MAIN}:
            self.status_line.hush_passing()

    def _hints(self) -> tuple[str, ...]:
        """Hints for the keys in force, most important first."""
        first, *others = self.keys.hints(self.context, "everywhere", useful=self._is_useful)
        help_hint = f"{self.keys.first('everywhere.help')} {pgettext(HINT, 'help')}"
        return (first, help_hint, *(hint for hint in others if hint != help_hint))

    def _is_useful(self, command_id: str) -> bool:
        return all(controller.is_useful(command_id) for controller in self.controllers)

    def warn(self, title: str, lines: Sequence[str], step: str = "") -> None:
        """Show the first of many messages, and what can be done about them, in a notification."""
        more = [_("… and {count} more").format(count=len(lines) - LISTED)] if len(lines) > LISTED else []
        text = "\n".join([*lines[:LISTED], *more, *filter(None, [step])])
        self.screen.notify(text, title=_(title), severity="warning", timeout=WARNED_FOR, markup=False)

    def update_notice(self) -> None:
        """Set the text of an empty list."""
        is_filtered = not self.listing.query.is_empty
        self.articles.notice = empty_list_notice(self.keys, is_importing=self.is_importing, is_filtered=is_filtered)

    # Panels and prompts

    def add_panel(self, panel: Widget, *, before: Widget | None = None, after: Widget | None = None) -> None:
        """Mount a panel among the panes."""
        self.screen.query_one("#panes").mount(panel, before=before, after=after)

    def prompt(self, purpose: Purpose, text: str = "") -> None:
        """Open a prompt, with `text` in it."""
        self.prompts.open(purpose, text)

    def close_prompt(self, purpose: Purpose) -> None:
        """Close the prompt; the focus goes where its purpose says."""
        home = purpose.home() or self._home()
        self.prompts.close()
        home.focus()

    def _home(self) -> Widget:
        if not self.articles.display:
            return self.pane
        return next(filter(None, (controller.home() for controller in self.controllers)), self.articles)

    # Between list and article

    def open_article(self) -> None:
        self.screen.add_class("-reading")
        self.pane.focus()
        self._opened = None
        self.mark_opened()

    def show_list(self) -> None:
        self.screen.remove_class(*ARTICLE_ALONE)

    def list_for_now(self) -> Callable[[], None]:
        """Show the list. The returned call goes back to where the focus was, if the same article is shown still."""
        was_reading, article_id = self.pane.has_focus, self.articles.article_id
        alone = [name for name in ARTICLE_ALONE if self.screen.has_class(name)]
        self.show_list()

        def restore() -> None:
            if was_reading and article_id is not None and article_id == self.articles.article_id:
                self.screen.add_class(*alone)
                self.pane.focus()
            else:
                self.articles.focus()

        return restore

    def back(self) -> None:
        """Return to the list, unless a feature closes something else first."""
        if any(controller.leave() for controller in self.controllers):
            return
        if self.screen.has_class("-zen"):
            self.screen.remove_class("-zen")
            return
        self.screen.remove_class("-reading", "-zoom")
        self.articles.focus()

    def follow(self, article_id: int | None) -> None:
        """Show the article under the list's cursor; while reading, this opens it."""
        self.reading.article_id = article_id
        self._opened = None
        if self.reading.has_focus:
            self.mark_opened()
        self.update_status()

    def mark_opened(self) -> None:
        """Mark the article read, and store it as the first one of the next start; once for each article."""
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

    def _changed(
        self, article_ids: tuple[int, ...], *, quiet: bool = False, everywhere: bool = False, relist: bool = False
    ) -> None:
        """Update the screen. An article that became read stays listed under a filter of unread ones until the next
        change.
        """
        self.articles.data.refetch(self.articles.article_ids if everywhere else article_ids)
        if quiet:
            self._tell(lambda controller: controller.counts_changed())
            return
        self.reload(None if everywhere else article_ids)
        if relist or not self.listing.query.is_empty:
            self.listing.ask_again()

    def reload(self, article_ids: tuple[int, ...] | None = None) -> None:
        """Reload pages and notify controllers: these articles or their tags changed; None: any may have."""
        self.reading.reload(article_ids)
        self._tell(lambda controller: controller.articles_changed(article_ids))

    def keep_setting(self, name: str, value: str) -> None:
        """Store a setting for the next start."""
        if not self.initial.read_only:
            self.workers.write(lambda: self.session.preferences.keep(name, value))

    def change_display(self, display: DisplayOptions, *, keep: bool = True) -> None:
        """Show list, article and panels in this wording, with or without punctuation repair."""
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

    def _listed(self, found: GroupedList, is_same: bool) -> None:
        self.update_notice()
        self.articles.list_articles(found, stays=is_same, words=self.listing.query.sought)
        self.articles.described = self.listing.label, self.listing.query.sort
        self._tell(lambda controller: controller.listed())
        self.update_status()

    def _query_refused(self, sentence: str) -> None:
        self._tell(lambda controller: controller.query_refused(sentence))

    def _tell(self, event: Callable[[Hooks], None]) -> None:
        for controller in self.controllers:
            event(controller)
