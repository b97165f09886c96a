"""HTML as events of BeautifulSoup's parser; no tag tree is built, which would be the main cost.

`read` returns pieces of text between block-level tags, with what the tags say about them, and the declarations of the head.
"""

import re
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from lxml import etree

from tui_reader.cleaning.markup import programs
from tui_reader.cleaning.markup.elements import (
    HANDED_DOWN,
    PARTS,
    REGION_ROLES,
    REGION_TAGS,
    Part,
    Region,
    region_by_name,
)
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.inline import FAINT, Attributes, EnoughError, Inline
from tui_reader.cleaning.markup.marks import CODE_END, CODE_START, LINE_END, LINE_START, NODE
from tui_reader.cleaning.markup.notes import NoteTaker
from tui_reader.cleaning.markup.reading import Aside, Opened, Reading, address_in_comment
from tui_reader.cleaning.markup.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNED = frozenset({"blockquote", "li", "p"})
"""Elements whose footer is not the page's."""
LONGEST_NAMES = 200
"""Maximum characters of id and class considered."""
FURNITURE = "a label or a button of a program"
_CODE = re.compile(r"\b(?:code|highlight|prettyprint|brush|hljs|syntax\w*|lang(?:uage)?-\w+)\b", re.IGNORECASE)


def read(text: str, most: int, *, faint: bool = True) -> Reading:
    """Read a page in order, up to `most` pieces. `faint`: drop white text."""
    events = _Events(most, Hiding(faint))
    try:
        BeautifulSoup(text, builder=_Builder(events))
    except EnoughError:
        events.reading.cut_off = True
    return events.reading


class _Builder(HTMLTreeBuilder):
    """BeautifulSoup tree builder that forwards parser events and builds no tree."""

    def __init__(self, events: "_Events") -> None:
        super().__init__()
        self._events = events

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Any:
        """The markup unchanged: already decoded."""
        yield markup, None, None, False

    def feed(self, markup: str) -> None:
        """Parse the markup. Never fails on depth or length, and stores nothing."""
        parser = etree.HTMLParser(target=self._events, recover=True, huge_tree=True)
        parser.feed(markup)
        parser.close()


class _Events(Inline):
    """Event handler. The parser closes open elements, so starts and ends are paired."""

    def __init__(self, most: int, hiding: Hiding) -> None:
        super().__init__(most, hiding)
        self._notes = NoteTaker(self.reading.notes)
        self._open: list[tuple[str, int, int, bool, int]] = []
        self._code = False
        self._tables: list[Table] = []
        self._boxes: list[tuple[int, int]] = []
        self._starts: dict[str, Callable[[str, Attributes], None]] = {
            tag: getattr(self, f"_start_{part.name.lower()}") for tag, part in PARTS.items()
        }
        self._starts["p"] = self._start_paragraph

    # -------------------------------------------------------------------------------------------------------- events
    def start(self, tag: str, attributes: Attributes) -> None:
        if self._left_out is not None:
            self._left_out.start(tag, len(self._text))
            if tag == "img" and self._left_out.tag == "noscript":
                self._add_picture(attributes, fallback=True)
            return
        start = self._starts.get(tag)
        if start is not None:
            start(tag, attributes)
            return
        self.data(NODE)
        if attributes or self._notes.waiting:
            self._notes.start(tag, attributes, self.reading.pieces, self._text)
        if attributes:
            self._start_inline(tag, attributes)
        if self._pre and tag == "code" and self._left_out is None:
            self._code = True
            self.data(CODE_START)

    def end(self, tag: str) -> None:
        if self._left_out is not None:
            if self._left_out.is_over(tag, len(self._text)):
                self._take_up(self._left_out)
            return
        part = PARTS.get(tag)
        if self._notes.waiting:
            self._notes.end(tag, self.reading.pieces, self._text)
        if part is Part.BLOCK:
            self._end_block(tag)
        elif part is Part.LINK:
            self._count_link()
            self._link = -1
            self.data(NODE)
        elif part is Part.RUBY:
            self._end_ruby()
        elif part is None:
            self.data(CODE_END + NODE if self._pre and tag == "code" else NODE)

    def comment(self, text: str) -> None:
        """Programs that save pages record the URL in a comment."""
        if self.reading.saved_from is None:
            self.reading.saved_from = address_in_comment(text)

    def close(self) -> None:
        """End of the page."""
        self._flush()

    # ------------------------------------------------------------------------------------------------------ elements
    def _start_paragraph(self, tag: str, attributes: Attributes) -> None:
        if attributes and not self._pre and self._hiding.hides_paragraph(attributes):
            self._flush()
            self._leave_out(tag, FAINT)
        else:
            self._start_block(tag, attributes)

    def _start_block(self, tag: str, attributes: Attributes) -> None:
        if self._pre:
            self._pre += 1
            self.data(LINE_START)
            return
        if self._text:
            self._flush()
        pieces = self.reading.pieces
        if attributes or self._notes.waiting:
            self._notes.start(tag, attributes, pieces, self._text)
        self._open.append((self._tag, self._region, self._node, self._kept, len(pieces)))
        self._node = self.reading.tree.add(self._node, tag, attributes)
        if attributes:
            self._read_attributes(tag, attributes)
        elif tag in REGION_TAGS and not (tag == "footer" and self._tag in SIGNED):
            self._open_region(REGION_TAGS[tag], by_tag=True)
        if tag not in HANDED_DOWN.get(self._tag, ()):
            self._tag = tag
        if tag == "pre":
            self._pre, self._code = 1, _CODE.search(attributes.get("class") or "") is not None
        elif tag == "table":
            self._tables.append(Table(len(pieces)))
        elif self._tables and tag in {"tr", "td", "th"}:
            self._tables[-1].open(tag, len(pieces), attributes)

    def _read_attributes(self, tag: str, attributes: Attributes) -> None:
        """Attributes of a block-level element that describe its content."""
        if tag == "html" and attributes.get("lang"):
            self.reading.meta.setdefault("content-language", attributes["lang"])
        self._kept = self._kept or self._hiding.keeps_lines(attributes)
        names = f"{attributes.get('id', '')} {attributes.get('class', '')}"[:LONGEST_NAMES]
        if programs.is_box(names):
            self._boxes.append((len(self._open), len(self.reading.pieces)))
        if tag in {"body", "html", "main"}:
            return
        region = "hidden" if self._hiding.hides_block(attributes) else _region_by_markup(tag, attributes)
        if region is not None:
            self._open_region(region, by_tag=True)
        elif (named := region_by_name(names)) is not None:
            self._open_region(named, by_tag=False)

    def _open_region(self, region: Region, *, by_tag: bool) -> None:
        """A region begins. `by_tag`: not only by name."""
        self.reading.regions.append(Opened(region, self._region, by_tag))
        self._region = len(self.reading.regions) - 1

    def _end_block(self, tag: str) -> None:
        if self._pre:
            self._pre -= 1
            if self._pre:
                self.data(LINE_END)
                return
            self._tag = "code" if self._code else "pre"
        if self._text:
            self._flush()
        if self._tables and tag in {"td", "th"}:
            self._tables[-1].shut(len(self.reading.pieces))
        elif self._tables and tag == "table":
            self._end_table()
        if self._boxes and self._boxes[-1][0] == len(self._open):
            self._end_box(self._boxes.pop()[1])
        if self._open:
            self._tag, self._region, self._node, self._kept, first = self._open.pop()
            if tag in {"ol", "ul"} and programs.is_gutter([piece.text for piece in self.reading.pieces[first:]]):
                del self.reading.pieces[first:]

    def _end_table(self) -> None:
        table = self._tables.pop()
        if not self._boxes:
            table.settle(self.reading.pieces, self._region, self._node)
        if self._tables:
            self._tables[-1].holds_table = True

    def _end_box(self, first: int) -> None:
        pieces = self.reading.pieces
        for row in programs.settle(pieces, first, self._region, self._node):
            self.reading.asides.append(Aside(first, row, FURNITURE))

    def _start_link(self, tag: str, attributes: Attributes) -> None:
        super()._start_link(tag, attributes)
        self._notes.start(tag, attributes, self.reading.pieces, self._text)

    def _start_base(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self.reading.base = self.reading.base or attributes.get("href")

    def _start_style(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _start_skipped(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _start_meta(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if attributes.get("http-equiv", "").lower() == "content-language":
            key = "content-language"
        content = attributes.get("content", "").strip()
        if key and content:
            self.reading.meta.setdefault(key.lower(), content)

    def _start_address(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        if self.reading.address is None and "canonical" in attributes.get("rel", "").lower().split():
            self.reading.address = attributes.get("href")

    def _start_title(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _start_script(self, tag: str, attributes: Attributes) -> None:
        self._leave_out(tag, kind=attributes.get("type", ""))


def _region_by_markup(tag: str, attributes: Attributes) -> Region | None:
    """Region of an element by tag or role."""
    return REGION_TAGS.get(tag) or REGION_ROLES.get(attributes.get("role", ""))
