"""The tag panel: tags of the listed articles, with counts, to filter by and to tag with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.message import Message
from textual.reactive import reactive

from tui_reader.cells import width
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.present.tags import SIGNS, Tag, containing
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.widgets.panel import Panel
from tui_reader.ui.widgets.strips import segment, strip

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

OWN = "*"
"""After the count of a tag that a person gave somewhere."""


class TagPanel(Panel):
    """Tags to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tags")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tags--cursor", "tags--asked", "tags--barred", "tags--count"}

    tags: reactive[tuple[Tag, ...]] = reactive((), repaint=False, init=False)
    needle: reactive[str] = reactive("", repaint=False, init=False)

    @dataclass(eq=False)
    class Chosen(Message):
        """Something is to be done with a tag."""

        act: Literal["include", "exclude", "remove"]
        tag: Tag

    class AddWanted(Message):
        """Tags are to be given to articles."""

    @dataclass(eq=False)
    class FindWanted(Message):
        """A tag is looked for; `text` is what was typed already."""

        text: str

    class Closed(Message):
        """Enough of tags."""

    def on_mount(self) -> None:
        """Its frame tells what it is."""
        self.border_title = "Tags"

    listed: tuple[Tag, ...] = ()
    """The tags that what is typed leaves: found once, as every line drawn asks for them."""

    @property
    def tag(self) -> Tag | None:
        """The one under the cursor."""
        listed = self.listed
        return listed[self.cursor] if self.cursor < len(listed) else None

    def watch_tags(self) -> None:
        """New counts; the cursor stays on its tag."""
        forms = self.tag.forms if self.tag is not None else ()
        self._list()
        self.cursor = next((n for n, tag in enumerate(self.listed) if tag.forms[:1] == forms[:1]), self.cursor)

    def watch_needle(self) -> None:
        """Other tags are left; the first of them is most likely meant."""
        self._list()
        self.cursor = 0

    @property
    def count(self) -> int:
        """The tags that are left."""
        return len(self.listed)

    def choose(self) -> None:
        """A click includes."""
        self.action_include()

    def action_include(self) -> None:
        """Only with it."""
        self._choose("include")

    def action_exclude(self) -> None:
        """Only without it."""
        self._choose("exclude")

    def action_remove(self) -> None:
        """Off the articles."""
        self._choose("remove")

    def action_add(self) -> None:
        """Tags of one's own."""
        self.post_message(self.AddWanted())

    def action_find(self, text: str = "") -> None:
        """By name."""
        self.post_message(self.FindWanted(text))

    def action_close(self) -> None:
        """Back."""
        self.post_message(self.Closed())

    def on_key(self, event: events.Key) -> None:
        """No command begins with a Chinese character: it is the beginning of a tag."""
        if event.character and event.is_printable and not event.character.isascii():
            event.stop()
            self.action_find(event.character)

    def render_line(self, y: int) -> Strip:
        """One tag."""
        place, cells = y + self.scroll_offset.y, self.scrollable_content_region.width
        listed = self.listed
        if place >= len(listed):
            text = "  no tag fits" if self.needle else "  no tags"
            return strip((segment(text if place == 0 else ""),), cells, self.rich_style).apply_style(self.rich_style)
        tag, style = listed[place], self.rich_style
        if place == self.cursor:
            style += self.get_component_rich_style("tags--cursor", partial=True)
        count = f" {tag.count}{OWN if tag.own else ' '}"
        label = fitted(f"{SIGNS[tag.stand]} {tag.label}", cells - width(CURSOR + count))
        stand = None if tag.stand == "free" else self.get_component_rich_style(f"tags--{tag.stand}", partial=True)
        segments = (
            segment(sign(CURSOR, given=place == self.cursor)),
            segment(label, stand),
            segment(count, self.get_component_rich_style("tags--count", partial=True)),
        )
        return strip(segments, cells, style).apply_style(style)

    def _choose(self, act: Literal["include", "exclude", "remove"]) -> None:
        if self.tag is not None:
            self.post_message(self.Chosen(act, self.tag))

    def _list(self) -> None:
        self.listed = containing(self.tags, self.needle)
        self.lay_out()
