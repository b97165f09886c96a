"""Block-level elements of HTML: pieces between them, regions, preformatted text, tables and code boxes."""

import re
from typing import NamedTuple

from tui_reader.cleaning.markup import programs
from tui_reader.cleaning.markup.collector import Collector
from tui_reader.cleaning.markup.elements import HANDED_DOWN, REGION_ROLES, REGION_TAGS, Region
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.marks import LINE_END, LINE_START
from tui_reader.cleaning.markup.naming import UNNAMED, Naming, naming_of
from tui_reader.cleaning.markup.notes import Attributes, NoteTaker
from tui_reader.cleaning.markup.reading import Aside
from tui_reader.cleaning.markup.skipped import FAINT, Skipper
from tui_reader.cleaning.markup.tables import Table

SIGNED = frozenset({"blockquote", "li", "p"})
"""Elements whose footer is not the page's."""
FURNITURE = "a label or a button of a program"
"""Reason for rows removed from a code box."""
_CODE = re.compile(r"\b(?:code|highlight|prettyprint|brush|hljs|syntax\w*|lang(?:uage)?-\w+)\b", re.IGNORECASE)


class _Outer(NamedTuple):
    """Place of the enclosing element, and the number of pieces before the inner one."""

    tag: str
    region: int
    node: int
    kept: bool
    first: int


class BlockElements:
    """Start and end of block-level elements. The parser closes open elements, so starts and ends are paired."""

    def __init__(self, collector: Collector, skipper: Skipper, hiding: Hiding, notes: NoteTaker) -> None:
        self._collector, self._skipper, self._hiding, self._notes = collector, skipper, hiding, notes
        self._reading = collector.reading
        self._open: list[_Outer] = []
        self._code = False
        self._tables: list[Table] = []
        self._boxes: list[tuple[int, int]] = []

    def mark_code(self) -> None:
        """The preformatted text is source code."""
        self._code = True

    def start_paragraph(self, tag: str, attributes: Attributes) -> None:
        if attributes and not self._collector.preformatted and self._hiding.hides_paragraph(attributes):
            self._collector.flush()
            self._skipper.skip(tag, FAINT)
        else:
            self.start(tag, attributes)

    def start(self, tag: str, attributes: Attributes) -> None:
        collector, pieces = self._collector, self._reading.pieces
        if collector.preformatted:
            collector.preformatted += 1
            collector.data(LINE_START)
            return
        if collector.parts:
            collector.flush()
        naming = naming_of(attributes) if attributes else UNNAMED
        if attributes:
            self._notes.start(tag, attributes, naming, pieces, collector.parts)
        elif self._notes.waiting:
            self._notes.start_nested(tag)
        self._open.append(_Outer(collector.tag, collector.region, collector.node, collector.kept, len(pieces)))
        collector.node = self._reading.tree.add(collector.node, tag, naming.names)
        if attributes:
            self._read_attributes(tag, attributes, naming)
        elif tag in REGION_TAGS and not (tag == "footer" and collector.tag in SIGNED):
            collector.region = collector.open_region(REGION_TAGS[tag], by_tag=True)
        if tag not in HANDED_DOWN.get(collector.tag, ()):
            collector.tag = tag
        self._start_content(tag, attributes)

    def _start_content(self, tag: str, attributes: Attributes) -> None:
        """Elements whose content is read in its own way: preformatted text and tables."""
        if tag == "pre":
            self._collector.preformatted = 1
            self._code = _CODE.search(attributes.get("class") or "") is not None
        elif tag == "table":
            self._tables.append(Table(len(self._reading.pieces)))
        elif self._tables and tag in {"tr", "td", "th"}:
            self._tables[-1].open(tag, len(self._reading.pieces), attributes)

    def _read_attributes(self, tag: str, attributes: Attributes, naming: Naming) -> None:
        """Attributes of a block-level element that describe its content."""
        collector = self._collector
        if tag == "html" and attributes.get("lang"):
            self._reading.meta.setdefault("content-language", attributes["lang"])
        collector.kept = collector.kept or self._hiding.keeps_lines(attributes, naming)
        if naming.is_box:
            self._boxes.append((len(self._open), len(self._reading.pieces)))
        if tag in {"body", "html", "main"}:
            return
        region = "hidden" if self._hiding.hides_block(attributes, naming) else _region_by_markup(tag, attributes)
        if region is not None:
            collector.region = collector.open_region(region, by_tag=True)
        elif naming.region is not None:
            collector.region = collector.open_region(naming.region, by_tag=False)

    def end(self, tag: str) -> None:
        collector = self._collector
        if collector.preformatted:
            collector.preformatted -= 1
            if collector.preformatted:
                collector.data(LINE_END)
                return
            collector.tag = "code" if self._code else "pre"
        if collector.parts:
            collector.flush()
        if self._tables:
            self._end_in_table(tag)
        if self._boxes and self._boxes[-1][0] == len(self._open):
            self._end_box(self._boxes.pop()[1])
        if self._open:
            self._leave(tag)

    def _leave(self, tag: str) -> None:
        """Return to the enclosing element; a list of line numbers is dropped."""
        collector, pieces = self._collector, self._reading.pieces
        collector.tag, collector.region, collector.node, collector.kept, first = self._open.pop()
        if tag in {"ol", "ul"} and programs.is_gutter([piece.text for piece in pieces[first:]]):
            del pieces[first:]

    def _end_in_table(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._tables[-1].shut(len(self._reading.pieces))
        elif tag == "table":
            table = self._tables.pop()
            if not self._boxes:
                table.settle(self._reading.pieces, self._collector.region, self._collector.node)
            if self._tables:
                self._tables[-1].holds_table = True

    def _end_box(self, first: int) -> None:
        """End of a code box that began at piece `first`."""
        place = self._collector.region, self._collector.node
        for row in programs.settle(self._reading.pieces, first, *place):
            self._reading.asides.append(Aside(first, row, FURNITURE))


def _region_by_markup(tag: str, attributes: Attributes) -> Region | None:
    """Region of an element by tag or role."""
    return REGION_TAGS.get(tag) or REGION_ROLES.get(attributes.get("role", ""))
