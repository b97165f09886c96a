"""HTML as BeautifulSoup's parser reads it, taken down while it passes: no tree of tags is built, which is what costs.

`read` hands back pieces of text, one for each stretch between block-level tags, with what the tags say about it; and
the little that the head declares, as it stands there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder
from lxml import etree

from tui_reader.cleaning.markup.elements import (
    HANDED_DOWN,
    HIDING,
    PARTS,
    REGION_ROLES,
    REGION_TAGS,
    Part,
    Region,
    region_by_name,
)
from tui_reader.cleaning.markup.notes import Note, NoteTaker
from tui_reader.cleaning.markup.pieces import BREAK, NODE, Piece
from tui_reader.cleaning.markup.tables import Table
from tui_reader.cleaning.markup.tree import Tree

LONGEST_NAMES = 200
"""Characters of id and class that are looked at."""
LEAST_SCRIPT, MOST_SCRIPT = 10, 1 << 19
"""Characters of a script that may carry something about the article; longer ones are programs that all pages share."""
_TOLD = frozenset({"title", "script"})
_CODE = re.compile(r"\b(?:code|highlight|prettyprint|brush|hljs|syntax\w*|lang(?:uage)?-\w+)\b", re.IGNORECASE)

Attributes = Mapping[str, str]


class Opened(NamedTuple):
    """A region: what it is, and the one it stands in. `by_tag`: an element or an attribute says so, not only a name."""

    region: Region
    within: int
    by_tag: bool


@dataclass(slots=True)
class Reading:
    """What a page said. Region 0 is the page itself."""

    pieces: list[Piece] = field(default_factory=list)
    regions: list[Opened | None] = field(default_factory=lambda: [None])
    tree: Tree = field(default_factory=Tree)
    meta: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str | None = None
    address: str | None = None
    hidden: list[tuple[int, str]] = field(default_factory=list)
    """Words inside a line that the page hides, each with the number of the piece it stood in."""
    cut_off: bool = False


def read(text: str, most: int) -> Reading:
    """Everything that `text` says, in order; cut off behind `most` pieces."""
    events = _Events(most)
    try:
        BeautifulSoup(text, builder=_Builder(events))
    except _EnoughError:
        events.reading.cut_off = True
    events.reading.notes = events.notes.notes
    return events.reading


class _EnoughError(Exception):
    """The page has more pieces than are taken."""


class _Builder(LXMLTreeBuilder):
    """BeautifulSoup's builder, with its events handed on instead of made into tags."""

    def __init__(self, events: "_Events") -> None:
        super().__init__()
        self._events = events

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Any:
        """The markup as it is: it is decoded already."""
        yield markup, None, None, False

    def parser_for(self, encoding: str | None) -> Any:
        """A parser that forgives everything, depth and length too; it keeps nothing, so they cost nothing."""
        return etree.HTMLParser(target=self._events, recover=True, huge_tree=True, encoding=encoding)


class _Events:
    """Takes down what passes. The parser closes what a page leaves open, so starts and ends come in pairs."""

    def __init__(self, most: int) -> None:
        self.reading = Reading()
        self.notes = NoteTaker()
        self._most = most
        self._text: list[str] = []
        self.data = self._text.append
        self._tag, self._region, self._node = "body", 0, 0
        self._open: list[tuple[str, int, int]] = []
        self._linked, self._link = 0, -1
        self._left_out: _LeftOut | None = None
        self._pre, self._code = 0, False
        self._tables: list[Table] = []
        self._starts: dict[str, Callable[[str, Attributes], None]] = {
            tag: getattr(self, f"_start_{part.name.lower()}") for tag, part in PARTS.items()
        }

    # -------------------------------------------------------------------------------------------------------- events
    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._left_out is not None:
            self._left_out.depth += tag == self._left_out.tag
            return
        start = self._starts.get(tag)
        if start is not None:
            start(tag, attributes)
            return
        self.data(NODE)
        self.notes.start(tag, attributes, self.reading.pieces, self._text)
        if attributes and ("hidden" in attributes or HIDING.search(attributes.get("style", ""))):
            self._leave_out(tag, hidden=True)
        elif self._pre and tag == "code":
            self._code = True

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out is not None:
            self._left_out.depth -= tag == self._left_out.tag
            if not self._left_out.depth:
                self._take_up(self._left_out)
            return
        part = PARTS.get(tag)
        self.notes.end(tag, self.reading.pieces, self._text)
        if part is Part.BLOCK:
            self._end_block(tag)
        elif part is Part.LINK:
            self._count_link()
            self._link = -1
            self.data(NODE)
        elif part is None:
            self.data(NODE)

    def close(self) -> None:
        """The page is over."""
        self._flush()

    # ------------------------------------------------------------------------------------------------------ elements
    def _start_block(self, tag: str, attributes: Attributes) -> None:
        if self._pre:
            self._pre += 1
            self.data("\n")
            return
        self._flush()
        self.notes.start(tag, attributes, self.reading.pieces, self._text)
        if tag == "html" and attributes.get("lang"):
            self.reading.meta.setdefault("content-language", attributes["lang"])
        self._open.append((self._tag, self._region, self._node))
        self._node = self.reading.tree.add(self._node, tag, attributes)
        region = self._region_of(tag, attributes) if attributes or tag in REGION_TAGS else None
        if region is not None:
            self.reading.regions.append(Opened(region[0], self._region, region[1]))
            self._region = len(self.reading.regions) - 1
        if tag not in HANDED_DOWN.get(self._tag, ()):
            self._tag = tag
        if tag == "pre":
            self._pre, self._code = 1, _CODE.search(attributes.get("class") or "") is not None
        elif tag == "table":
            self._tables.append(Table(len(self.reading.pieces)))
        elif self._tables and tag in {"tr", "td", "th"}:
            self._tables[-1].open(tag, len(self.reading.pieces))

    def _end_block(self, tag: str) -> None:
        if self._pre:
            self._pre -= 1
            if self._pre:
                self.data("\n")
                return
            self._tag = "code" if self._code else "pre"
        self._flush()
        if self._tables and tag in {"td", "th"}:
            self._tables[-1].shut(len(self.reading.pieces))
        elif self._tables and tag == "table":
            self._tables.pop().settle(self.reading.pieces, self._region, self._node)
            if self._tables:
                self._tables[-1].holds_table = True
        if self._open:
            self._tag, self._region, self._node = self._open.pop()

    def _start_skipped(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        self._leave_out(tag)

    def _start_break(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self.data("\n" if self._pre else BREAK)

    def _start_link(self, tag: str, attributes: Attributes) -> None:
        self.data(NODE)
        self.notes.start(tag, attributes, self.reading.pieces, self._text)
        self._link = len(self._text)

    def _start_meta(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content", "").strip()
        if key and content:
            self.reading.meta.setdefault(key.lower(), content)

    def _start_address(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        if self.reading.address is None and "canonical" in attributes.get("rel", "").lower().split():
            self.reading.address = attributes.get("href")

    def _start_title(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _start_script(self, tag: str, attributes: Attributes) -> None:
        self._leave_out(tag, declares="ld+json" in attributes.get("type", ""))

    # ---------------------------------------------------------------------------------------------------------- text
    def _leave_out(self, tag: str, *, hidden: bool = False, declares: bool = False) -> None:
        """From here to the end of this element no text belongs to the page's lines."""
        self._left_out = _LeftOut(tag, len(self._text), hidden, declares)

    def _take_up(self, left: "_LeftOut") -> None:
        """The element that was left out is over."""
        self._left_out = None
        said = "".join(self._text[left.mark :]) if left.hidden or left.tag in _TOLD else ""
        del self._text[left.mark :]
        if left.declares:
            self.reading.linked_data.append(said)
        elif left.tag == "script" and LEAST_SCRIPT < len(said) < MOST_SCRIPT:
            self.reading.scripts.append(said)
        elif left.hidden and not said.isspace() and said:
            self.reading.hidden.append((len(self.reading.pieces), said))
        elif left.tag == "title" and self.reading.title is None:
            self.reading.title = said

    def _count_link(self) -> None:
        if self._link >= 0:
            self._linked += sum(map(len, map(str.strip, self._text[self._link :])))

    def _flush(self) -> None:
        """What has gathered is a piece."""
        if not self._text:
            return
        text = "".join(self._text)
        if self._link >= 0:
            self._count_link()
            self._link = 0
        self._text.clear()
        if text.isspace():
            return
        linked, self._linked = self._linked, 0
        if len(self.reading.pieces) >= self._most:
            raise _EnoughError
        self.reading.pieces.append(Piece(text, linked, self._tag, self._region, self._node))

    def _region_of(self, tag: str, attributes: Attributes) -> tuple[Region, bool] | None:
        """What region an element begins, and whether more than a name says so."""
        if tag in {"body", "html", "main"}:
            return None
        style = attributes.get("style")
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (style and HIDING.search(style)):
            return "hidden", True
        region = REGION_TAGS.get(tag) or REGION_ROLES.get(attributes.get("role", ""))
        if region is not None:
            return region, True
        named = region_by_name(f"{attributes.get('id', '')} {attributes.get('class', '')}"[:LONGEST_NAMES])
        return (named, False) if named else None


@dataclass(slots=True)
class _LeftOut:
    """An element whose text is no line of the page: where its text began, and how deep it nests in itself."""

    tag: str
    mark: int
    hidden: bool
    declares: bool
    depth: int = 1
