"""The main screen: the list, the reading pane, the status line. It owns the features' controllers.

Wide terminals show list and article side by side, narrow ones (`-narrow`) one of them: the article while the screen has
the class `-reading`. `-zoom` gives the article a wide terminal, too; `-zen` leaves nothing but its text and sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import actions, on
from textual.containers import Horizontal
from textual.screen import Screen

from tui_reader.ui.core.compat import bind_keys
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

NARROW = 90
"""Columns under which list and article do not fit side by side."""


class MainScreen(Screen[None]):
    """Passes keys and events on to the controllers of `features`, in their order, and then does what is its own part."""

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
        bind_keys(self.articles, self.keys.hosted("list"))
        bind_keys(self.reading, self.keys.hosted("reading"))
        bind_keys(self, self.keys.hosted("everywhere"))

    def controller(self, kind: type[AnyController]) -> AnyController:
        """The controller of that class."""
        return next(each for each in self.controllers.values() if isinstance(each, kind))

    def compose(self) -> ComposeResult:
        """Panes above, status below; a line to type on comes between."""
        yield Horizontal(self.articles, self.reading, id="panes")
        yield self.reader.prompts
        yield self.reader.status_line

    def on_mount(self) -> None:
        """The first frame is as stored: a conversion, or repairs, would hold it up."""
        self.reader.update_notice()
        self.reader.update_status()
        for controller in self.controllers.values():
            controller.ready()
        self.call_after_refresh(self.reader.change_display, self.reader.display, keep=False)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A feature may have commands that cannot run now."""
        if action != "run":
            return True
        command = self.keys.command(str(parameters[0]))
        return self.controllers[command.owner].allows(command.context)

    def action_run(self, command_id: str) -> None:
        """Run a feature's command."""
        owner, name, arguments = actions.parse(self.keys.command(command_id).action)
        getattr(self.controllers[owner], f"action_{name}")(*arguments)

    def action_step(self, steps: int) -> None:
        """Another article, without leaving the pane."""
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
        """Show nothing but the text, or all again."""
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.articles.article_id is not None:
            self.add_class("-zen")
            self.reader.open_article()

    def action_undo(self) -> None:
        """Undo the last change."""
        self.reader.undo()

    async def action_quit(self) -> None:
        """Leave. The place in the article is kept by who started the app."""
        await self.app.action_quit()

    # The list

    @on(pane_events.ArticleHighlighted)
    def article_highlighted(self, event: pane_events.ArticleHighlighted) -> None:
        """Another article is under the cursor."""
        for controller in self.controllers.values():
            controller.highlighted(event.article_id)
        self.reader.follow(event.article_id)

    @on(pane_events.ArticleOpened)
    def article_opened(self) -> None:
        """To the article."""
        for controller in self.controllers.values():
            controller.opened()
        self.reader.open_article()

    @on(pane_events.ListLeft)
    def clear_filter(self) -> None:
        """All articles again."""
        if not self.reader.listing.asked.is_empty:
            self.reader.listing.ask_text("")

    @on(pane_events.SelectionChanged)
    def count_selected(self) -> None:
        """More or fewer articles are selected."""
        self.reader.update_status()

    @on(pane_events.RowsArrived)
    def rows_arrived(self) -> None:
        """More rows are known."""
        for controller in self.controllers.values():
            controller.rows_arrived()

    # The article

    @on(pane_events.ArticleLeft)
    def article_left(self) -> None:
        """To the list, when nothing else is to be left first."""
        self.reader.back()

    @on(pane_events.Scrolled)
    def article_scrolled(self, event: pane_events.Scrolled) -> None:
        """Reading on, by key or wheel, opens an article as Enter does."""
        for controller in self.controllers.values():
            controller.scrolled(by_reader=event.by_reader)
        if event.by_reader:
            self.reader.mark_opened()
        self.reader.update_status()

    @on(pane_events.PageShown)
    def page_shown(self, event: pane_events.PageShown) -> None:
        """Another page is shown."""
        self.reader.selection.carry(event.before)
        for controller in self.controllers.values():
            controller.page_shown(event.before)

    @on(pane_events.MeasureChosen)
    def keep_measure(self) -> None:
        """For the next start."""
        self.reader.keep_setting("measure", str(self.reading.measure))

    @on(pane_events.Pointer)
    def pointer_used(self, event: pane_events.Pointer) -> None:
        """The mouse button over the page."""
        for controller in self.controllers.values():
            controller.pointer(event.kind, event.event)

    @on(pane_events.TagClicked)
    def tag_clicked(self, event: pane_events.TagClicked) -> None:
        """A tag in the article."""
        for controller in self.controllers.values():
            controller.tag_clicked(event.tag)

    # The line to type on

    @on(PromptLine.Submitted)
    def prompt_submitted(self, event: PromptLine.Submitted) -> None:
        """Enter: the line is done."""
        if event.purpose.shows_list:
            self.reader.show_list()
        self.reader.close_prompt(event.purpose)
        event.purpose.submitted(event.text)

    @on(PromptLine.Dismissed)
    def prompt_dismissed(self, event: PromptLine.Dismissed) -> None:
        """Escape."""
        self.reader.close_prompt(event.purpose)
        event.purpose.dismissed()

    # The screen

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work now. A click on the article is as good as Enter, for what Esc then does."""
        for controller in self.controllers.values():
            controller.focus_moved(event.widget)
        if event.widget is self.reader.pane:
            self.add_class("-reading")
        self.reader.update_status()

    def on_descendant_blur(self) -> None:
        """A click elsewhere leaves the line to type on as Escape does; another window, or help, does not."""
        prompt, focused = self.reader.prompts.prompt, self.focused
        if prompt is not None and focused is not None and prompt not in focused.ancestors_with_self:
            self.reader.prompts.close()
            self.reader.update_status()

    def on_resize(self, event: events.Resize) -> None:
        """The screen has another size."""
        for controller in self.controllers.values():
            controller.resized(event.size.width)

    def on_screen_resume(self) -> None:
        """Back from help: what is under the hand may have changed, and the terminal's cursor was elsewhere."""
        self.reader.update_status()
        at: object = self.focused
        if isinstance(at, Followed):
            self.call_after_refresh(at.place_terminal_cursor)
