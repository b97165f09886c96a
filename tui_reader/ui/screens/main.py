"""The main screen: list and read, and all that a person does with articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.tags import typed
from tui_reader.ui.answers import Changed, TagsFetched, Told, Undone
from tui_reader.ui.asking import Awaited, Deed, Failed
from tui_reader.ui.history import History
from tui_reader.ui.messages import Amend, Bookmark, Browse, Copy, FetchTags, MarkRead, Retag, Undo
from tui_reader.ui.screens.beside import BesideScreen
from tui_reader.ui.screens.comments import CommentsScreen
from tui_reader.ui.screens.finding import FindingScreen
from tui_reader.ui.screens.importing import ImportingScreen
from tui_reader.ui.screens.marking import MarkingScreen
from tui_reader.ui.screens.outline import OutlineScreen
from tui_reader.ui.screens.pacing import PacingScreen
from tui_reader.ui.screens.removed import RemovedScreen
from tui_reader.ui.screens.rewording import RewordingScreen
from tui_reader.ui.widgets.filter_bar import FilterBar
from tui_reader.ui.widgets.list_pane import ListPane
from tui_reader.ui.widgets.reading_pane import ReadingPane
from tui_reader.ui.widgets.status_line import SAID_FOR

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.present.opening import Opening
    from tui_reader.present.wording import Wording
    from tui_reader.ui.core.commands import Context
    from tui_reader.ui.widgets.prompt_line import PromptLine, Purpose
    from tui_reader.ui.widgets.removed_pane import RemovedPane
    from tui_reader.ui.widgets.tag_panel import TagPanel

ARTICLE_ALONE = ("-reading", "-zoom", "-zen")
"""Under these the list is hidden, on a narrow screen or any; they go when something happens to the list."""


class MainScreen(
    BesideScreen,
    RewordingScreen,
    MarkingScreen,
    FindingScreen,
    OutlineScreen,
    CommentsScreen,
    PacingScreen,
    RemovedScreen,
    ImportingScreen,
):
    """Filter, mark, tag, copy, undo."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.tag_panel: TagPanel | None = None
        self._explained = ""
        self._history = History()
        self._tags = Awaited()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """The samples are offered to an empty library only."""
        return self.context == "empty" if action == "samples" else True

    @property
    def context(self) -> Context:
        """The tag panel has keys of its own."""
        return "tags" if self.tag_panel is not None and self.tag_panel.has_focus else super().context

    # Filtering

    def action_query(self) -> None:
        """Type what to list."""
        asked = str(self.filter_bar.asked)
        self.filter_bar.open_prompt("query", f"{asked} " if asked else "")

    def action_bookmarks(self) -> None:
        """Bookmarks only, or all."""
        self.filter_bar.ask(self.filter_bar.asked.toggling("bookmarked"))

    @on(ListPane.Left)
    def drop_filter(self) -> None:
        """All articles again."""
        if not self.filter_bar.asked.is_empty:
            self.filter_bar.ask_text("")

    @on(FilterBar.Filtered)
    def list_articles(self, event: FilterBar.Filtered) -> None:
        """The list follows, and the tags with it."""
        self.status_line.hush(self._explained)
        self.notice()
        self.articles.list_keys(event.keys)
        self._fetch_tags()
        self.tell()

    @on(FilterBar.Refused)
    def explain(self, event: FilterBar.Refused) -> None:
        """What is wrong with what is typed, until it is right; with what was typed, in passing."""
        self._explained = event.sentence
        self.status_line.say(event.sentence, SAID_FOR if self.filter_bar.prompt is None else None)

    # The line to type on

    def on_prompt_line_typed(self, event: PromptLine.Typed | PromptLine.Submitted) -> None:
        """A query lists while it is typed, a name narrows the tags."""
        if event.purpose == "query":
            self.filter_bar.ask_text(event.text)
        elif event.purpose == "find" and self.tag_panel is not None:
            self.tag_panel.needle = _folded(event.text)

    def on_prompt_line_submitted(self, event: PromptLine.Submitted) -> None:
        """Enter: it counts, and the line is done."""
        if event.purpose == "query":
            self.remove_class(*ARTICLE_ALONE)
        self._close_prompt(event.purpose)
        self.on_prompt_line_typed(event)
        if event.purpose == "import":
            self.take_path(event.text)
        elif event.purpose == "tag":
            self._retag(add=typed(event.text))
        elif event.purpose == "note":
            self.take_note(event.text)
        elif event.purpose == "pair":
            self.take_correction(event.text)

    def on_prompt_line_dismissed(self, event: PromptLine.Dismissed) -> None:
        """Escape."""
        self.status_line.hush(self._explained)
        self._close_prompt(event.purpose)

    def _close_prompt(self, purpose: Purpose) -> None:
        home = self.back_from(purpose) or self.prompt_home
        self.filter_bar.close_prompt()
        home.focus()

    @property
    def prompt_home(self) -> Widget:
        """The panel, if it is open and one does not find words where one reads."""
        home = super().prompt_home
        return self.tag_panel or home if home is self.articles else home

    # Tags

    def action_tags(self) -> None:
        """Open the panel, or go to it."""
        from tui_reader.ui.widgets.tag_panel import TagPanel  # noqa: PLC0415 - only a few starts need it

        if self.tag_panel is None:
            self.tag_panel = TagPanel()
            self.query_one("#panes").mount(self.tag_panel)
        self.remove_class(*ARTICLE_ALONE)
        self.tag_panel.focus()
        self._fetch_tags()

    @on(TagsFetched)
    def take_tags(self, event: TagsFetched) -> None:
        """Counts of what is listed now."""
        if self.tag_panel and self._tags.is_met_by(event):
            self.tag_panel.tags = event.tags

    def on_tag_panel_chosen(self, event: TagPanel.Chosen) -> None:
        """A tag more or less in the filter, or off the articles."""
        if event.act == "remove":
            self._retag(remove=(event.tag.name,))
        else:
            self.filter_bar.ask_tag(event.tag, _folded, wanted=event.act == "include")

    @on(ReadingPane.TagChosen)
    def filter_by_tag(self, event: ReadingPane.TagChosen) -> None:
        """A tag was clicked where it is read."""
        self.filter_bar.ask(self.filter_bar.asked.with_tag(event.tag, _folded))

    def on_tag_panel_add_wanted(self) -> None:
        """Type tags."""
        self.filter_bar.open_prompt("tag")

    def on_tag_panel_find_wanted(self, event: TagPanel.FindWanted) -> None:
        """Type a part of a name, which may have begun."""
        self.filter_bar.open_prompt("find", event.text)
        if self.tag_panel is not None:
            self.tag_panel.needle = _folded(event.text)

    def on_tag_panel_closed(self) -> None:
        """Back to the list."""
        if self.tag_panel is not None:
            self.tag_panel.remove()
            self.tag_panel = None
        self.articles.focus()

    def word(self, wording: Wording, *, keep: bool = False) -> None:
        """The panel follows, too."""
        super().word(wording, keep=keep)
        if self.filter_bar.asked.is_empty:
            self._fetch_tags()
        else:
            self.filter_bar.ask_again()

    def _fetch_tags(self) -> None:
        if self.tag_panel is not None:
            request = FetchTags(self, self.filter_bar.filter, self.wording.shown, self.reading.key)
            self.post_message(self._tags.asked(request))

    def _retag(self, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> None:
        if (keys := self._keys()) and (add or remove):
            self.do(Retag(self, keys, add, remove), keys)

    # Marks

    def action_bookmark(self) -> None:
        """On, if any of them has none yet."""
        if keys := self._keys():
            self.do(Bookmark(self, keys), keys)

    def action_read(self) -> None:
        """Read, if any of them is not yet."""
        if keys := self._keys():
            self.do(MarkRead(self, keys), keys)

    def on_removed_pane_amend_wanted(self, event: RemovedPane.AmendWanted) -> None:
        """The person's word on lines."""
        if self.removed is not None and (key := self.removed.key) is not None:
            self.do(Amend(self, key, event.lines, event.kept), (key,))

    def do(self, deed: Deed, keys: tuple[int, ...]) -> None:
        """Ask for what can be taken back."""
        self._history.begin(deed, keys)
        self.post_message(deed)

    def action_undo(self) -> None:
        """The last change, taken back."""
        if last := self._history.last():
            self.post_message(self._history.taking_back(Undo(self, *last)))
        else:
            self.say("nothing to undo")

    @on(Changed)
    def take_change(self, event: Changed) -> None:
        """Show it."""
        self._refetch(event.keys, relist=not event.quiet, everywhere=event.everywhere)
        if not event.change:
            self._history.forget(event.ticket)
        if not event.quiet:
            self.say(event.change.sentence)

    @on(Undone)
    def take_undone(self, event: Undone) -> None:
        """Show it."""
        self._history.taken_back(event.ticket)
        self._refetch(event.keys, relist=True, everywhere=event.everywhere)
        self.say(f"undone: {event.change.sentence}")

    def _refetch(self, keys: tuple[int, ...], *, relist: bool, everywhere: bool = False) -> None:
        """What is opened under a filter of unread articles stays in the list until something else changes."""
        self.articles.forget(self.articles.keys if everywhere else keys)
        if relist:
            self.reload_article(None if everywhere else keys)
        if relist and not self.filter_bar.asked.is_empty:
            self.filter_bar.ask_again()
        else:
            self._fetch_tags()

    @on(Failed)
    def give_up(self, event: Failed) -> None:
        """It is as it was before; the sentence itself is shown by the app."""
        self._history.failed(event.ticket)

    # Out

    def action_copy(self) -> None:
        """While reading the article as shown, in the list titles and addresses."""
        page = self.reading.page if self.pane.has_focus else None
        self.post_message(Copy(self, self.targets, page.plain() if page is not None else None))

    def action_browse(self) -> None:
        """Where it came from."""
        if self.row is not None:
            self.post_message(Browse(self, self.row.key))

    @on(Told)
    def repeat(self, event: Told) -> None:
        """Something was done."""
        self.say(event.sentence)

    # The house

    def action_help(self) -> None:
        """All keys."""
        from tui_reader.ui.screens.help import HelpScreen  # noqa: PLC0415 - only a few starts need it

        self.app.push_screen(HelpScreen(self.keys, self.context))

    async def action_quit(self) -> None:
        """The place in the article is kept by who started the app."""
        await self.app.action_quit()

    def _keys(self) -> tuple[int, ...]:
        return tuple(row.key for row in self.targets)


def _folded(text: str) -> str:
    """One spelling for a tag. The table loads in a few milliseconds, when the first tag is chosen."""
    from tui_reader.script import fold  # noqa: PLC0415

    return fold(text)
