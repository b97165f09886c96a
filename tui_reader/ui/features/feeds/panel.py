"""Panel: feeds with the numbers of their unread articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.content import Content

from tui_reader.locale import _
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.feeds.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.library import Feed

Act = Literal["show", "update", "remove"]

FAILED = "!"
"""Before the title of a feed whose last update failed; the failure is shown below the feeds."""


class FeedsPanel(Panel):
    """Feeds, or the lines of `notice` if there are none; `feeds` is None until fetched.

    `choose` is called with the command and the feed, `add` to subscribe.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "feeds")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"feeds--listed", "feeds--failed", "feeds--count"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    FeedsPanel { width: 48; }
    .feeds--listed { text-style: bold; color: $text-success; }
    .feeds--failed { color: $text-error; }
    .feeds--count { text-style: dim; }
    """

    def __init__(
        self,
        notice: tuple[str, ...],
        *,
        choose: Callable[[Act, Feed], None],
        add: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self.feeds: tuple[Feed, ...] | None = None
        self.listed: str | None = None
        self._notice = notice
        self._choose_feed, self._add, self._close = choose, add, close

    def on_mount(self) -> None:
        self.border_title = _("Feeds")

    def list_feeds(self, feeds: tuple[Feed, ...], listed: str | None) -> None:
        """Show feeds; the cursor stays on its feed. `listed`: address of the feed whose articles the list shows."""
        before = self.feed.address if self.feed is not None else None
        self.feeds, self.listed = feeds, listed
        self.lay_out()
        addresses = [feed.address for feed in feeds]
        self.cursor = self.validate_cursor(addresses.index(before) if before in addresses else self.cursor)
        self.name_failure()

    def watch_cursor(self, before: int, now: int) -> None:
        super().watch_cursor(before, now)
        self.name_failure()

    def name_failure(self) -> None:
        """Show why the last update of the feed under the cursor failed."""
        failure = one_line(_(self.feed.failure)) if self.feed is not None else ""
        self.border_subtitle = Content(failure)

    @property
    def count(self) -> int:
        return len(self.feeds or ())

    @property
    def feed(self) -> Feed | None:
        """Feed under the cursor."""
        return self.feeds[self.cursor] if self.feeds and self.cursor < len(self.feeds) else None

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        self.action_show()

    def action_show(self) -> None:
        self._choose("show")

    def action_update(self) -> None:
        self._choose("update")

    def action_remove(self) -> None:
        self._choose("remove")

    def action_add(self) -> None:
        self._add()

    def action_close(self) -> None:
        self._close()

    def empty_line(self, y: int) -> str:
        text = self._notice[y] if self.feeds == () and y < len(self._notice) else ""
        return f"  {text}" if text else ""

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        feed = (self.feeds or ())[place]
        count = f" {feed.unread}/{feed.articles} "
        title = one_line(f"{feed.folder}/{feed.title}" if feed.folder else feed.title)
        style = "listed" if feed.address == self.listed else "failed" if feed.failure else None
        yield segment(sign(CURSOR, given=place == self.cursor))
        yield segment(
            fitted(f"{FAILED if feed.failure else ' '} {title}", cells - width(CURSOR + count)),
            self.get_component_rich_style(f"feeds--{style}", partial=True) if style else None,
        )
        yield segment(count, self.get_component_rich_style("feeds--count", partial=True))

    def _choose(self, act: Act) -> None:
        if self.feed is not None:
            self._choose_feed(act, self.feed)
