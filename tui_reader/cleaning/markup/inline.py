"""Inline content of HTML: text, links, hidden words, formulas, ruby and images.

`Inline` collects the text of the current piece. Non-text elements (scripts, style sheets, hidden words, formulas in two
forms) are skipped as a whole, and their information is stored separately.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.cleaning.markup import pictures
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.marks import BREAK, NODE, Piece
from tui_reader.cleaning.markup.reading import Aside, Opened, Reading

LEAST_SCRIPT, MOST_SCRIPT = 10, 1 << 19
"""Length of scripts that may contain article data; longer ones are shared programs."""
LONG_HIDDEN = 60
"""Characters of a hidden passage with a full stop from which it may be the rest of the story."""
FORMULA_REACH = 6
"""Maximum text parts between a formula's source and its rendering."""
_TOLD = frozenset({"title", "script", "style", "rt"})
HIDDEN, FAINT = "hidden by the page", "white on white"
"""Reasons for words removed from a line."""

Attributes = Mapping[str, str]


class EnoughError(Exception):
    """The page exceeds the maximum number of pieces."""


class Inline:
    """Collects pieces. `start_…` methods receive the tag and attributes of a starting element."""

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
        """Inline element: visibility and formulas."""
        formula = pictures.formula_of(attributes)
        names = attributes.get("class") or ""
        if self._text and self._text[-1][-1:].isdigit():
            self.data(NODE)
        if formula:
            self.data(formula)
            self._leave_out(tag)
        elif names and self._is_rendering(names):
            self._leave_out(tag)
        elif sight := self._hiding.of_inline(attributes):
            self._leave_out(tag, HIDDEN if sight == "hidden" else FAINT)

    def _is_rendering(self, names: str) -> bool:
        """Whether it is the rendering of a formula whose source is adjacent."""
        return names.startswith(("MathJax", "MJX")) or (
            "katex-html" in names and 0 <= len(self._text) - self._formula_end <= FORMULA_REACH
        )

    def _start_ruby(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        self._readings = []

    def _start_reading(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._leave_out(tag)

    def _end_ruby(self) -> None:
        """Ruby readings follow the whole word, so that the word stays in one piece."""
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
        """Approximate characters of the piece so far; only those since the last image are counted."""
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
        """Skip the text of this element."""
        self._left_out = LeftOut(tag, len(self._text), reason, kind)

    def _take_up(self, left: "LeftOut") -> None:
        """End of a skipped element."""
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
        """Hidden words; a long passage may be the rest of the story and becomes its own piece."""
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
        """Close the current piece."""
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
    """A skipped element: where its text began, the reason to report, its type, its nesting depth in itself, and the position of a
    formula's source.
    """

    tag: str
    mark: int
    reason: str
    kind: str
    depth: int = 1
    source: tuple[int, int] = (0, 0)

    def start(self, tag: str, at: int) -> None:
        """A nested element begins."""
        self.depth += tag == self.tag
        if tag == "annotation":
            self.source = at, at

    def is_over(self, tag: str, at: int) -> bool:
        """Whether the ending element is this one."""
        self.depth -= tag == self.tag
        if tag == "annotation":
            self.source = self.source[0], at
        return not self.depth
