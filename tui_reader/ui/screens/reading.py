"""List and read: the list, the reading pane, the status line, and moving between them.

Wide terminals show list and article side by side, narrow ones (`-narrow`) one of them: the article while the screen has
the class `-reading`. `-zoom` gives the article a wide terminal, too; `-zen` leaves nothing but its text, and what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.screen import Screen

from tui_reader.present.status import Status
from tui_reader.ui.core.commands import Context, Keys, bindings
from tui_reader.ui.messages import LAST, KeepSetting, MarkOpened
from tui_reader.ui.widgets.cursor import Followed
from tui_reader.ui.widgets.filter_bar import FilterBar
from tui_reader.ui.widgets.list_pane import ListPane
from tui_reader.ui.widgets.reading_pane import ReadingPane
from tui_reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui_reader.model import Row
    from tui_reader.present.opening import Opening
    from tui_reader.present.wording import Wording
    from tui_reader.ui.asking import Deed
    from tui_reader.ui.widgets.prompt_line import Purpose

NARROW = 90
"""Columns under which list and article do not fit side by side."""

EMPTY = {
    "empty.samples": "loads sample articles", "everywhere.import": "imports a file or folder",
    "everywhere.help": "shows all keys",
}  # fmt: skip
"""What to do with an empty library, by commands."""


class ReadingScreen(Screen[None]):
    """Articles, and one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere"), *bindings("empty")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual
    AUTO_FOCUS = "ListPane"
    keys: Keys = Keys()
    """Those in force."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self.wording = opening.wording
        self.articles = ListPane(opening.keys, opening.rows, opening.last)
        self.reading = ReadingPane(opening)
        self.filter_bar = FilterBar()
        self.status_line = StatusLine()
        self._opened: int | None = None

    def compose(self) -> ComposeResult:
        """Panes above, status below; a line to type on comes between."""
        yield Horizontal(self.articles, self.reading, id="panes")
        yield self.filter_bar
        yield self.status_line

    def on_mount(self) -> None:
        """The first frame is as stored: a conversion, or repairs, would hold it up."""
        self.notice()
        self.tell()
        self.call_after_refresh(self.word, self.wording)

    def on_screen_resume(self) -> None:
        """Back from help: what is under the hand may have changed, and the terminal's cursor was elsewhere."""
        self.tell()
        at: object = self.focused
        if isinstance(at, Followed):
            self.call_after_refresh(at.place_terminal_cursor)

    # What a person is at

    @property
    def row(self) -> Row | None:
        """The article under the cursor, which is the one in the reading pane."""
        return self.articles.row

    @property
    def targets(self) -> tuple[Row, ...]:
        """What a command is about: while reading, the article read; in the list, all marked ones or the current one."""
        if self.pane.has_focus:
            return (self.row,) if self.row is not None else ()
        return self.articles.targets

    @property
    def pane(self) -> Widget:
        """What stands in the article's place."""
        return self.reading

    @property
    def context(self) -> Context:
        """Whose keys work now."""
        if self.reading.has_focus:
            return "reading"
        return "list" if self.articles.keys or not self.filter_bar.filter.is_empty else "empty"

    def tell(self) -> None:
        """Bring the status line up to date."""
        self.status_line.status = self.status()
        prompt = self.filter_bar.prompt
        self.status_line.hints = prompt.hints if prompt is not None else self.hints()

    def status(self) -> Status:
        """What it tells."""
        return Status(
            place=self.articles.cursor + 1,
            total=len(self.articles.keys),
            percent=self.reading.percent if self.reading.is_on_screen else None,
            wording=self.wording.name,
            marked=len(self.articles.marked),
            filtered=self.filter_bar.label,
        )

    def hints(self) -> tuple[str, ...]:
        """What it hints at, most urgent first."""
        first, *others = self.keys.hints(self.context, "everywhere")
        help_hint = f"{self.keys.first('everywhere.help')} help"
        return (first, help_hint, *(hint for hint in others if hint != help_hint))

    @property
    def prompt_home(self) -> Widget:
        """Where one goes on when the line to type on is done."""
        return self.articles if self.articles.display else self.pane

    def say(self, sentence: str) -> None:
        """Tell something in passing."""
        self.status_line.say(sentence)

    def notice(self) -> None:
        """What an empty list says."""
        if self.filter_bar.filter.is_empty:
            steps = (f"{self.keys.first(name)}  {what}" for name, what in EMPTY.items())
            self.articles.notice = ("The library is empty.", "", *steps)
        else:
            self.articles.notice = ("Nothing fits the filter.", "", f"{self.keys.first('list.leave')}  drops it")

    def do(self, deed: Deed, keys: tuple[int, ...]) -> None:
        """Ask for what can be taken back; it is about these articles."""
        raise NotImplementedError

    def back_from(self, purpose: Purpose) -> Widget | None:  # noqa: ARG002 - of those that know some
        """Where the keys go after a line was typed for that; None: to the list, or what stands beside it."""
        return None

    # Moving between list and article

    @on(ListPane.Highlighted)
    def show(self, event: ListPane.Highlighted) -> None:
        """The reading pane follows the cursor; who is reading has opened it by that."""
        self.reading.key = event.key
        self._opened = None
        if self.reading.has_focus:
            self.mark_opened()
        self.tell()

    @on(ListPane.Opened)
    def open(self) -> None:
        """To the article."""
        self.add_class("-reading")
        self.pane.focus()
        self._opened = None
        self.mark_opened()

    @on(ReadingPane.Back)
    def back(self) -> None:
        """To the list, when nothing else is to be left first; out of the text alone, to that which is around it."""
        if self.leaves_first():
            return
        if self.has_class("-zen"):
            self.remove_class("-zen")
            return
        self.remove_class("-reading", "-zoom")
        self.articles.focus()

    def leaves_first(self) -> bool:
        """Leave what was opened beside or upon the article; False where there is no such thing."""
        return False

    @on(ListPane.MarksChanged)
    def count_marked(self) -> None:
        """More or fewer are marked."""
        self.tell()

    @on(ReadingPane.Scrolled)
    def follow(self, event: ReadingPane.Scrolled) -> None:
        """Reading on, by key or wheel, opens an article as Enter does."""
        if event.by_reader:
            self.mark_opened()
        self.tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work now. A click on the article is as good as Enter, for what Esc then does."""
        if event.widget is self.pane:
            self.add_class("-reading")
        self.tell()

    def on_descendant_blur(self) -> None:
        """A click elsewhere leaves the line to type on as Escape does; another window, or help, does not."""
        prompt, focused = self.filter_bar.prompt, self.focused
        if prompt is not None and focused is not None and prompt not in focused.ancestors_with_self:
            self.filter_bar.close_prompt()
            self.tell()

    def reload_article(self, keys: tuple[int, ...] | None = None) -> None:
        """These articles or their tags have changed (None: any may have)."""
        self.reading.reload(keys)

    def mark_opened(self) -> None:
        """What is read counts as read, quietly, and the next start begins with it; once, however far one reads."""
        key, row = self.articles.key, self.row
        if key is not None and key != self._opened and not self._opening.read_only:
            self._opened = key
            self.post_message(KeepSetting(self, LAST, str(key)))
            if row is None or not row.read:
                self.post_message(MarkOpened(self, key))

    def action_step(self, steps: int) -> None:
        """Another article, without leaving the pane."""
        self.articles.action_move(steps)

    def action_zoom(self) -> None:
        """The article on the full width, or the list beside it again."""
        if self.has_class("-narrow") or self.articles.key is None:
            return
        self.toggle_class("-zoom")
        self.open() if self.has_class("-zoom") else self.pane.focus()

    def action_zen(self) -> None:
        """Nothing but the text, or all again."""
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.articles.key is not None:
            self.add_class("-zen")
            self.open()

    # Wording

    def action_script(self) -> None:
        """The next script."""
        self.word(self.wording.cycled(), keep=True)

    def action_region(self) -> None:
        """The other 繁體."""
        self.word(self.wording.switched(), keep=True)

    def action_repair(self) -> None:
        """Marks repaired, or as they are stored."""
        self.word(self.wording.mended(), keep=True)
        self.say(f"punctuation {'repaired' if self.wording.repair else 'as stored'}")

    def word(self, wording: Wording, *, keep: bool = False) -> None:
        """List, article and tags in this wording."""
        self.wording = wording
        self.articles.repair = self.reading.repair = wording.repair
        self.articles.shown = self.reading.shown = self.filter_bar.shown = wording.shown
        self.tell()
        if keep:
            self.post_message(KeepSetting(self, "script", wording.shown))
            self.post_message(KeepSetting(self, "region", wording.traditional))
            self.post_message(KeepSetting(self, "typographic_repair", str(wording.repair)))
