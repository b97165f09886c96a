"""What stands inside a line of HTML: text, links, hidden words, formulas, readings and pictures.

`Inline` gathers the text of the piece that is being read. Elements that are no text of the page (scripts, style sheets,
hidden words, formulas told in two forms) are left out as a whole, and what they say is kept where it belongs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.cleaning.markup import pictures
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.marks import BREAK, NODE, Piece
from tui_reader.cleaning.markup.reading import Aside, Opened, Reading

LEAST_SCRIPT, MOST_SCRIPT = 10, 1 << 19
"""Characters of a script that may carry something about the article; longer ones are programs that all pages share."""
LONG_HIDDEN = 60
"""Characters of a hidden stretch with a full stop from which it may be the rest of a story, until a button is pressed."""
FORMULA_REACH = 6
"""Parts of text between the source of a formula and its drawn form."""
_TOLD = frozenset({"title", "script", "style", "rt"})
HIDDEN, FAINT = "hidden by the page", "white on white"
"""Reasons for which words are taken out of a line."""

Attributes = Mapping[str, str]


class EnoughError(Exception):
    """The page has more pieces than are taken."""


class Inline:
    """Gathers pieces. `start_…` methods are called with the tag and attributes of an element that begins."""

    def __init__(self, most: int, hiding: Hiding) -> None:
        self.reading = Reading()
        self._most, self._hiding = most, hiding
        self._text: list[str] = []
        self.data = self._text.append
        self._tag, self._region, self._node, self._kept = "body", 0, 0, False
        self._linked, self._link = 0, -1
        self._left_out: LeftOut | None = None
        self._pre = 0
        self._measured = 0, 0
        self._readings: list[str] = []
        self._formula_end = -1

    def _start_inline(self, tag: str, attributes: Attributes) -> None:
        """An element inside a line: is it seen, is it a formula?"""
        formula = pictures.formula_of(attributes)
        names = attributes.get("class") or ""
        if formula:
            self.data(formula)
            self._leave_out(tag)
        elif names and self._is_rendering(names):
            self._leave_out(tag)
        elif sight := self._hiding.of_inline(attributes):
            self._leave_out(tag, HIDDEN if sight == "hidden" else FAINT)

    def _is_rendering(self, names: str) -> bool:
        """Is it the drawn form of a formula whose source was told just before, or comes after?"""
        return names.startswith(("MathJax", "MJX")) or (
            "katex-html" in names and 0 <= len(self._text) - self._formula_end <= FORMULA_REACH
        )

    def _start_ruby(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        self._readings = []

    def _start_reading(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _end_ruby(self) -> None:
        """Readings follow the word as a whole, so that the word stays one."""
        readings = [reading for reading in self._readings if reading]
        if readings:
            self.data(f"（{' '.join(readings)}）")
        self._readings = []

    def _start_formula(self, tag: str, attributes: Attributes) -> None:
        if attributes.get("alttext"):
            self.data(attributes["alttext"])
        self._leave_out(tag)

    def _start_picture(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        text = pictures.text_of(attributes)
        self.data(f"{NODE}{text}{NODE}")
        if not text:
            self._add_picture(attributes)

    def _measure(self) -> int:
        """About how many characters the piece has so far; only what came since the last picture is counted."""
        parts, size = self._measured if self._measured[0] <= len(self._text) else (0, 0)
        size += sum(len(part.strip()) for part in self._text[parts:])
        self._measured = len(self._text), size
        return size

    def _add_picture(self, attributes: Attributes, *, fallback: bool = False) -> None:
        address = pictures.address_of(attributes)
        if address:
            offset = self._measure()
            at = len(self.reading.pieces)
            picture = pictures.Picture(at, offset, address, self._node, self._region, fallback)
            pictures.add(self.reading.pictures, picture)

    def _start_break(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self.data("\n" if self._pre else BREAK)

    def _start_link(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self.data(NODE)
        self._link = len(self._text)

    def _leave_out(self, tag: str, reason: str = "", kind: str = "") -> None:
        """From here to the end of this element no text belongs to the page's lines."""
        self._left_out = LeftOut(tag, len(self._text), reason, kind)

    def _take_up(self, left: "LeftOut") -> None:
        """The element that was left out is over."""
        self._left_out = None
        said = "".join(self._text[left.mark :]) if left.reason or left.tag in _TOLD else ""
        source = "".join(self._text[left.source[0] : left.source[1]]).strip()
        del self._text[left.mark :]
        if left.reason:
            self._set_aside(said, left.reason)
        elif left.tag == "script":
            self._take_script(said, left.kind)
        elif left.tag == "math":
            self._take_formula(source)
        elif left.tag == "rt":
            self._readings.append(" ".join(said.split()))
        elif left.tag == "style":
            self._hiding.read_sheet(said)
        elif left.tag == "title" and self.reading.title is None:
            self.reading.title = said

    def _take_script(self, said: str, kind: str) -> None:
        if "ld+json" in kind:
            self.reading.linked_data.append(said)
        elif kind.startswith("math/"):
            self._take_formula(said)
        elif LEAST_SCRIPT < len(said) < MOST_SCRIPT:
            self.reading.scripts.append(said)

    def _take_formula(self, source: str) -> None:
        self.data(" ".join(source.split()))
        self._formula_end = len(self._text)

    def _set_aside(self, said: str, reason: str) -> None:
        """Words that nobody sees; a long stretch of sentences may be the rest of the story, and is a piece of its own."""
        if not said.strip():
            return
        if reason == HIDDEN and len(said) >= LONG_HIDDEN and "。" in said:
            self._flush()
            self.reading.regions.append(Opened("hidden", self._region, by_tag=True))
            self.reading.pieces.append(Piece(said, 0, self._tag, len(self.reading.regions) - 1, self._node))
            return
        self.reading.faint += len(said) if reason == FAINT else 0
        self.reading.asides.append(Aside(len(self.reading.pieces), said, reason))

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
        self._measured = 0, 0
        if text.isspace():
            return
        linked, self._linked = self._linked, 0
        if len(self.reading.pieces) >= self._most:
            raise EnoughError
        self.reading.pieces.append(Piece(text, linked, self._tag, self._region, self._node, self._kept))


@dataclass(slots=True)
class LeftOut:
    """An element whose text is no line of the page: where its text began, why it was left out where a person may want to
    know, its type, how deep it nests in itself, and where in the text the source of a formula stands.
    """

    tag: str
    mark: int
    reason: str
    kind: str
    depth: int = 1
    source: tuple[int, int] = (0, 0)

    def start(self, tag: str, at: int) -> None:
        """An element begins inside it."""
        self.depth += tag == self.tag
        if tag == "annotation":
            self.source = at, at

    def is_over(self, tag: str, at: int) -> bool:
        """An element ends; is it this one?"""
        self.depth -= tag == self.tag
        if tag == "annotation":
            self.source = self.source[0], at
        return not self.depth
