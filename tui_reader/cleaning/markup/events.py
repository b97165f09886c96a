"""HTML as events of lxml's parser; no tag tree is built, which would be the main cost.

`read` returns pieces of text between block-level tags, each with its tag, region and element, and the declarations of the head.
One object handles each kind of element: `BlockElements`, `InlineElements`, `Skipper` and `Head`. `Collector` holds what they
share, the text of the current piece; `_Events` sends each event to the one it concerns.
"""

from collections.abc import Callable

from lxml import etree

from tui_reader.cleaning.markup.block_elements import BlockElements
from tui_reader.cleaning.markup.collector import Collector, TooManyPiecesError
from tui_reader.cleaning.markup.elements import PARTS, Part
from tui_reader.cleaning.markup.head import Head
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.inline import InlineElements
from tui_reader.cleaning.markup.marks import CODE_END, CODE_START, NODE, PARTED
from tui_reader.cleaning.markup.naming import naming_of
from tui_reader.cleaning.markup.notes import Attributes, NoteTaker
from tui_reader.cleaning.markup.reading import Reading, address_in_comment
from tui_reader.cleaning.markup.skipped import Skipper

FORMATS = frozenset(
    ["b", "i", "em", "strong", "u", "s", "font", "mark", "sub", "sup", "code", "big", "del", "ins", "abbr"]
)
"""Inline elements that change how words look, and do not separate values."""


def read(text: str, most: int, *, faint: bool = True) -> Reading:
    """Read a page in order, up to `most` pieces. `faint`: drop white text."""
    reading = Reading()
    parser = etree.HTMLParser(target=_Events(reading, most, Hiding(faint)), recover=True, huge_tree=True)
    try:
        parser.feed(text)
        parser.close()
    except TooManyPiecesError:
        reading.cut_off = True
    return reading


class _Events:
    """Target of the parser: `start`, `end`, `data`, `comment` and `close` are called in document order."""

    def __init__(self, reading: Reading, most: int, hiding: Hiding) -> None:
        self._reading = reading
        self._collector = Collector(reading, most)
        self._notes = NoteTaker(reading.notes)
        self._skipper = Skipper(self._collector, hiding)
        self._inline = InlineElements(self._collector, self._skipper, hiding)
        self._blocks = BlockElements(self._collector, self._skipper, hiding, self._notes)
        self._starts = self._start_handlers(Head(reading))
        self._ends = self._end_handlers()
        self._named: dict[str, bool] = {}
        self._ended = (-1, False)
        self.data = self._collector.data

    def _start_handlers(self, head: Head) -> dict[str, Callable[[str, Attributes], None]]:
        """Handlers of elements with a meaning of their own, by tag."""
        by_part: dict[Part, Callable[[str, Attributes], None]] = {
            Part.BLOCK: self._blocks.start,
            Part.SKIPPED: self._skipper.start,
            Part.BREAK: self._inline.start_break,
            Part.LINK: self._start_link,
            Part.META: head.start_meta,
            Part.ADDRESS: head.start_address,
            Part.TITLE: self._skipper.start,
            Part.SCRIPT: self._skipper.start_script,
            Part.STYLE: self._skipper.start,
            Part.PICTURE: self._inline.start_picture,
            Part.RUBY: self._inline.start_ruby,
            Part.READING: self._skipper.start,
            Part.FORMULA: self._inline.start_formula,
            Part.BASE: head.start_base,
        }
        return {tag: by_part[part] for tag, part in PARTS.items()} | {"p": self._blocks.start_paragraph}

    def _end_handlers(self) -> dict[str, Callable[[str], None]]:
        """Tag → handler of its end, as `_start_handlers`."""
        blocks = {tag: self._blocks.end for tag, part in PARTS.items() if part is Part.BLOCK}
        return {**blocks, "a": self._end_link, "ruby": self._inline.end_ruby}

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._skipper.tag is not None:
            self._skipper.start_nested(tag)
            if tag == "img" and self._skipper.tag == "noscript":
                self._inline.add_picture(attributes, fallback=True)
            return
        handler = self._starts.get(tag)
        if handler is not None:
            handler(tag, attributes)
        else:
            self._start_inline(tag, attributes)

    def _start_link(self, tag: str, attributes: Attributes) -> None:
        self._part(named=True)
        self._inline.start_link(tag, attributes)
        if attributes:
            self._notes.start(tag, attributes, naming_of(attributes), self._reading.pieces, self._collector.parts)
        elif self._notes.waiting:
            self._notes.start_nested(tag)

    def _start_inline(self, tag: str, attributes: Attributes) -> None:
        if tag not in FORMATS:
            self._named[tag] = "class" in attributes
            self._part(named=self._named[tag])
        self.data(NODE)
        if attributes:
            naming = naming_of(attributes)
            self._notes.start(tag, attributes, naming, self._reading.pieces, self._collector.parts)
            self._inline.start(tag, attributes, naming)
        elif self._notes.waiting:
            self._notes.start_nested(tag)
        if self._collector.preformatted and tag == "code" and self._skipper.tag is None:
            self._blocks.mark_code()
            self.data(CODE_START)

    def _part(self, *, named: bool) -> None:
        """Mark the boundary where an element starts directly after another."""
        ended, other = self._ended
        if (named or other) and ended == len(self._collector.parts) and not self._collector.preformatted:
            self.data(PARTED)

    def end(self, tag: str) -> None:
        if self._skipper.tag is not None:
            self._skipper.end(tag)
            return
        if self._notes.waiting:
            self._notes.end(tag, self._reading.pieces, self._collector.parts)
        handler = self._ends.get(tag)
        if handler is not None:
            handler(tag)
        elif tag not in PARTS:
            self._end_inline(tag)

    def _end_link(self, tag: str) -> None:  # noqa: ARG002 - all ends are called alike
        self._inline.end_link()
        self._ended = len(self._collector.parts), True

    def _end_inline(self, tag: str) -> None:
        self.data(CODE_END + NODE if self._collector.preformatted and tag == "code" else NODE)
        if tag not in FORMATS:
            self._ended = len(self._collector.parts), self._named.get(tag, False)

    def comment(self, text: str) -> None:
        """Programs that save pages record the URL in a comment."""
        if self._reading.saved_from is None:
            self._reading.saved_from = address_in_comment(text)

    def close(self) -> None:
        """Store the last piece; called by the parser at the end of the page."""
        self._collector.flush()
