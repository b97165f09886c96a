"""Panel: tags of the listed articles with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from textual.reactive import reactive

from tui_reader.locale import _
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.present.tags import OWN, SIGNS, RowKind, Tag, containing, folded
from tui_reader.text.cells import width
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.tags.commands import COMMANDS
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual import events
    from textual.binding import BindingType

Act = Literal["include", "exclude", "remove", "rename", "delete", "hide"]

ACTS: Final[dict[RowKind, tuple[Act, ...]]] = {
    "search": ("include", "remove", "rename"),
    "tag": ("include", "exclude", "remove", "rename", "delete", "hide"),
    "source": ("include", "exclude"),
}
"""Row kind → allowed actions."""


class TagPanel(Panel):
    """Tags to choose from.

    Calls `choose` with the action and the row, `add` to add tags, `save` to save the query, `find` with the text typed so
    far.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "tags")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tags--asked", "tags--barred", "tags--count"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    .tags--asked { text-style: bold; color: $text-success; }
    .tags--barred { text-style: strike; color: $text-error; }
    .tags--count { text-style: dim; }
    """

    tags: reactive[tuple[Tag, ...]] = reactive((), repaint=False, init=False)
    needle: reactive[str] = reactive("", repaint=False, init=False)

    def __init__(
        self,
        *,
        choose: Callable[[Act, Tag], None],
        add: Callable[[], None],
        save: Callable[[], None],
        find: Callable[[str], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._choose_tag, self._add, self._find, self._close = choose, add, find, close
        self._save = save

    def on_mount(self) -> None:
        self.border_title = _("Tags")

    listed: tuple[Tag, ...] = ()
    """Rows that match the typed text; computed once, because each rendered line needs them."""

    @property
    def tag(self) -> Tag | None:
        """Row under the cursor, if any."""
        return self.listed[self.cursor] if self.cursor < len(self.listed) else None

    def watch_tags(self) -> None:
        """Keep the cursor on the same tag."""
        forms = self.tag.forms if self.tag is not None else ()
        self._list()
        self.cursor = next((n for n, tag in enumerate(self.listed) if tag.forms[:1] == forms[:1]), self.cursor)

    unfolded: bool = False
    """Whether tags used only once are listed."""

    def watch_needle(self) -> None:
        """Move the cursor to the first match."""
        self._list()
        self.cursor = 0

    @property
    def count(self) -> int:
        return len(self.listed)

    def clicked(self, times: int) -> None:  # noqa: ARG002 - see CursorList
        self.action_include()

    def action_include(self) -> None:
        self._choose("include")

    def action_exclude(self) -> None:
        self._choose("exclude")

    def action_remove(self) -> None:
        self._choose("remove")

    def action_rename(self) -> None:
        self._choose("rename")

    def action_delete(self) -> None:
        self._choose("delete")

    def action_hide(self) -> None:
        self._choose("hide")

    def action_save(self) -> None:
        self._save()

    def action_add(self) -> None:
        self._add()

    def action_find(self, text: str = "") -> None:
        self._find(text)

    def action_close(self) -> None:
        self._close()

    def on_key(self, event: events.Key) -> None:
        """Start a search by name with a typed Chinese character; no command is bound to one."""
        if event.character and event.is_printable and not event.character.isascii():
            event.stop()
            self.action_find(event.character)

    def empty_line(self, y: int) -> str:
        nothing = _("  no matching tags") if self.needle else _("  no tags")
        return nothing if y + self.scroll_offset.y == 0 else ""

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:  # noqa: ARG002 - see CursorList
        tag = self.listed[place]
        count = f" {tag.count}{OWN if tag.own else ' '}" if tag.kind != "search" else " "
        label = fitted(f"{SIGNS[tag.state]} {tag.label}", cells - width(CURSOR + count))
        stand = None if tag.state == "free" else self.get_component_rich_style(f"tags--{tag.state}", partial=True)
        yield segment(sign(CURSOR, given=place == self.cursor))
        yield segment(label.rstrip(), stand)
        yield segment(label[len(label.rstrip()) :])
        yield segment(count, self.get_component_rich_style("tags--count", partial=True))

    def _choose(self, act: Act) -> None:
        tag = self.tag
        if tag is not None and tag.kind == "folded":
            self.unfolded = True
            self._list()
        elif tag is not None and act in ACTS[tag.kind]:
            self._choose_tag(act, tag)

    def _list(self) -> None:
        found = containing(self.tags, self.needle)
        self.listed = found if self.needle or self.unfolded else folded(found)
        self.lay_out()
