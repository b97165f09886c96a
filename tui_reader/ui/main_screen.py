"""The main screen: list, reading pane, status line. It owns the features' controllers.

Wide terminals show list and article side by side, narrow ones (class `-narrow`) one of them: the article if the screen
has the class `-reading`. `-zoom` hides the list on a wide terminal too; `-zen` shows only the text and messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import actions, on
from textual.containers import Horizontal
from textual.widgets import Static

from tui_reader.locale import _
from tui_reader.ui.core.compat import bind_keys
from tui_reader.ui.core.sparing_screen import SparingScreen
from tui_reader.ui.reader import events as pane_events
from tui_reader.ui.reader.context import Reader
from tui_reader.ui.widgets.cursor import Followed
from tui_reader.ui.widgets.prompt_line import PromptLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tui_reader.app.session import Session
    from tui_reader.present.initial_state import InitialState
    from tui_reader.ui.core.commands import Keys
    from tui_reader.ui.core.workers import Workers
    from tui_reader.ui.reader.controller import Controller, Feature

AnyController = TypeVar("AnyController", bound="Controller")

WIDTH, WIDTH_OVER = "Lines of {cells} cells", "Lines of {cells} cells; {fit} fit here"

LEAST_COLUMNS, LEAST_ROWS = 30, 6
TOO_SMALL = "Terminal too small: {columns} × {rows} needed"

NARROW = 90
"""Columns below which list and article do not fit side by side."""


class MainScreen(SparingScreen):
    """Passes keys and events on to the controllers of `features`, in their order, then handles its own part."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual
    AUTO_FOCUS = "ListPane"

    def __init__(
        self, session: Session, workers: Workers, initial: InitialState, features: Sequence[Feature], keys: Keys
    ) -> None:
        super().__init__()
        self.keys = keys
        self.reader = Reader(self, session, workers, keys, initial)
        self.articles, self.reading = self.reader.articles, self.reader.reading
        self.controllers = {feature.name: feature.controller(self.reader) for feature in features}
        self.reader.controllers = tuple(self.controllers.values())
        bind_keys(self.articles, self.keys.lent("list", "reading", "screen.in_article"))
        bind_keys(self.articles, self.keys.hosted("list"))
        bind_keys(self.reading, self.keys.hosted("reading"))
        bind_keys(self, self.keys.hosted("everywhere"))

    def controller(self, kind: type[AnyController]) -> AnyController:
        """The controller of that class."""
        return next(each for each in self.controllers.values() if isinstance(each, kind))

    def compose(self) -> ComposeResult:
        yield Horizontal(self.articles, self.reading, id="panes")
        yield Static(_(TOO_SMALL).format(columns=LEAST_COLUMNS, rows=LEAST_ROWS), id="too-small", markup=False)
        yield self.reader.prompts
        yield self.reader.status_line

    def on_mount(self) -> None:
        """Show the first frame: on a narrow screen the article last read, in which q or Esc leads to the list.

        Text is as stored unless it is converted already: converting would delay the frame.
        """
        self.reader.update_notice()
        self.reader.update_status()
        for controller in self.controllers.values():
            controller.ready()
        if self.app.size.width < NARROW and self.reader.initial.last is not None and not self.reader.is_importing:
            self.reader.open_article()
        self.call_after_refresh(self.reader.change_display, self.reader.display, keep=False)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Features may disable commands; those of the article need one beside the list."""
        if action not in {"run", "in_article"}:
            return True
        command = self.keys.command(str(parameters[0]))
        allowed = command.owner not in self.controllers or self.controllers[command.owner].allows(command.context)
        return allowed and (action == "run" or self._is_beside)

    @property
    def _is_beside(self) -> bool:
        """Whether an article is shown beside the list."""
        return self.reading.is_on_screen and self.articles.article_id is not None

    def action_run(self, command_id: str) -> None:
        """Run a command of a feature by its id."""
        owner, name, arguments = actions.parse(self.keys.command(command_id).action)
        getattr(self.controllers[owner], f"action_{name}")(*arguments)

    def action_in_article(self, command_id: str) -> None:
        """Run a command of the reading pane from the list."""
        if self.keys.command(command_id).owner in self.controllers:
            self.action_run(command_id)
        else:
            _, name, arguments = actions.parse(self.keys.command(command_id).action)
            getattr(self.reading, f"action_{name}")(*arguments)

    def action_page_article(self) -> None:
        """Page the article beside the list; without one there, read it."""
        if self._is_beside:
            self.action_in_article("reading.on")
        else:
            self.articles.action_open()

    def action_other_pane(self) -> None:
        """From the article to the list, from the list to the article, from a panel to where it was opened."""
        in_panel = self.focused not in {self.articles, self.reader.pane}
        to_article = self.has_class("-reading") if in_panel else self.focused is self.articles
        if to_article and self.articles.article_id is not None:
            self.add_class("-reading")
            self.reader.pane.focus()
        else:
            self.reader.show_list()
            self.articles.focus()

    def action_step(self, steps: int) -> None:
        """Go to another article without leaving the pane."""
        self.articles.action_move(steps)

    def action_zoom(self) -> None:
        """Hide the list on a wide terminal, or show it again."""
        if self.has_class("-narrow") or self.articles.article_id is None:
            return
        self.toggle_class("-zoom")
        if self.has_class("-zoom"):
            self.reader.open_article()
        else:
            self.reader.pane.focus()

    def action_zen(self) -> None:
        """Show only the text, or everything again."""
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.articles.article_id is not None:
            self.add_class("-zen")
            self.reader.open_article()

    def action_undo(self) -> None:
        self.reader.changes.undo()

    async def action_quit(self) -> None:
        """Request to exit. The caller of the app stores the reading position."""
        await self.app.action_quit()

    # The list

    def action_select(self) -> None:
        """Select or unselect the article under the cursor, and move to the next one."""
        if self.articles.article_id is not None:
            self.articles.selection.toggle(self.articles.article_id)
            self.articles.selection_changed()
            self.articles.action_move(1)

    def action_select_range(self) -> None:
        """Begin a range at the cursor, which every move extends; or end it."""
        if self.articles.article_id is not None:
            self.articles.selection.toggle_range(self.articles.article_id)
            self.articles.selection_changed()

    def action_select_all(self) -> None:
        self.articles.selection.select_all(self.articles.article_ids)
        self.articles.selection_changed()

    @on(pane_events.ArticleHighlighted)
    def article_highlighted(self, event: pane_events.ArticleHighlighted) -> None:
        for controller in self.controllers.values():
            controller.highlighted(event.article_id)
        self.reader.follow(event.article_id)

    @on(pane_events.ArticleOpened)
    def article_opened(self) -> None:
        for controller in self.controllers.values():
            controller.opened()
        self.reader.open_article()

    @on(pane_events.ListLeft)
    def clear_filter(self) -> None:
        if not self.reader.listing.asked.is_empty:
            self.reader.listing.ask_text("")
            return
        for controller in self.controllers.values():
            controller.list_left()

    @on(pane_events.SelectionChanged)
    def count_selected(self) -> None:
        self.reader.update_status()

    @on(pane_events.RowsArrived)
    def rows_arrived(self) -> None:
        for controller in self.controllers.values():
            controller.rows_arrived()

    # The article

    @on(pane_events.ArticleLeft)
    def article_left(self) -> None:
        self.reader.back()

    @on(pane_events.Scrolled)
    def article_scrolled(self, event: pane_events.Scrolled) -> None:
        """Scrolling the article, by key or wheel, opens it as Enter does."""
        for controller in self.controllers.values():
            controller.scrolled(by_reader=event.by_reader)
        if event.by_reader:
            self.reader.mark_opened()
        self.reader.update_status()

    @on(pane_events.PageShown)
    def page_shown(self, event: pane_events.PageShown) -> None:
        self.reader.selection.carry(event.before)
        for controller in self.controllers.values():
            controller.page_shown(event.before)

    @on(pane_events.MeasureChosen)
    def keep_measure(self) -> None:
        self.reader.keep_setting("measure", str(self.reading.measure))
        chosen, used = self.reading.measure, self.reading.cells
        self.reader.say(_(WIDTH if used == chosen else WIDTH_OVER).format(cells=chosen, fit=used))

    @on(pane_events.Pointer)
    def pointer_used(self, event: pane_events.Pointer) -> None:
        for controller in self.controllers.values():
            controller.pointer(event.kind, event.event)

    @on(pane_events.TagClicked)
    def tag_clicked(self, event: pane_events.TagClicked) -> None:
        for controller in self.controllers.values():
            controller.tag_clicked(event.tag)

    # The line to type on

    @on(PromptLine.Submitted)
    def prompt_submitted(self, event: PromptLine.Submitted) -> None:
        if event.purpose.shows_list:
            self.reader.show_list()
        self.reader.close_prompt(event.purpose)
        event.purpose.submitted(event.text)

    @on(PromptLine.Dismissed)
    def prompt_dismissed(self, event: PromptLine.Dismissed) -> None:
        self.reader.close_prompt(event.purpose)
        event.purpose.dismissed()

    # The screen

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Update keys and hints. Clicking the article counts as Enter for a later Esc."""
        for controller in self.controllers.values():
            controller.focus_moved(event.widget)
        if event.widget is self.reader.pane:
            self.add_class("-reading")
        self.reader.update_status()

    def on_descendant_blur(self) -> None:
        """A click elsewhere closes the prompt as Esc does; another window, or help, does not."""
        prompt, focused = self.reader.prompts.prompt, self.focused
        if prompt is None or focused is None or not prompt.was_focused:
            return
        if prompt not in focused.ancestors_with_self:
            self.reader.prompts.close()
            self.reader.update_status()

    def on_resize(self, event: events.Resize) -> None:
        """Instead of columns too narrow to read, say what is needed."""
        self.set_class(event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS, "-too-small")
        for controller in self.controllers.values():
            controller.resized(event.size.width)
        self.call_after_refresh(self.reader.update_status)

    def on_screen_resume(self) -> None:
        """After help, the pane may have changed and the terminal's cursor was moved."""
        self.reader.update_status()
        at: object = self.focused
        if isinstance(at, Followed):
            self.call_after_refresh(at.place_terminal_cursor)
