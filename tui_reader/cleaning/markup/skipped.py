"""Elements whose text is not shown: scripts, style sheets, hidden words, formula sources, ruby readings.

Their text is collected like any other and removed at the end of the element; formulas, readings and declarations in it are stored separately.
"""

from dataclasses import dataclass

from tui_reader.cleaning.markup.collector import Collector
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.marks import Piece
from tui_reader.cleaning.markup.notes import Attributes
from tui_reader.cleaning.markup.reading import Aside

LEAST_SCRIPT, MOST_SCRIPT = 10, 1 << 19
"""Length of scripts that may contain article data; longer ones are shared programs."""
LONG_HIDDEN = 60
"""Characters of a hidden passage with a full stop from which it may be the rest of the story."""
FORMULA_REACH = 6
"""Maximum text parts between a formula's source and its rendering."""
HIDDEN, FAINT = "hidden by the page", "white on white"
"""Reasons for words removed from a line."""
_READ = frozenset({"title", "script", "style", "rt"})
"""Skipped elements whose text is read."""


@dataclass(slots=True)
class _Skipped:
    """A skipped element: where its text begins, the reason to report, its type, its nesting depth in itself, and the position
    of a formula's source.
    """

    tag: str
    mark: int
    reason: str
    kind: str
    depth: int = 1
    source: tuple[int, int] = (0, 0)


class Skipper:
    """Skips one element at a time, with all that is nested in it. `tag`: of the current one; None outside."""

    def __init__(self, collector: Collector, hiding: Hiding) -> None:
        self.tag: str | None = None
        self.readings: list[str] = []
        self._collector, self._hiding = collector, hiding
        self._element = _Skipped("", 0, "", "")
        self._formula_end = -1

    def skip(self, tag: str, reason: str = "", kind: str = "") -> None:
        """Skip the element that has just begun."""
        self.tag = tag
        self._element = _Skipped(tag, len(self._collector.parts), reason, kind)

    def start(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        """An element that is always skipped."""
        self.skip(tag)

    def start_script(self, tag: str, attributes: Attributes) -> None:
        self.skip(tag, kind=attributes.get("type", ""))

    def start_nested(self, tag: str) -> None:
        """An element begins inside the skipped one."""
        element = self._element
        element.depth += tag == element.tag
        if tag == "annotation":
            element.source = len(self._collector.parts), len(self._collector.parts)

    def end(self, tag: str) -> None:
        """An element ends, possibly the skipped one."""
        element = self._element
        element.depth -= tag == element.tag
        if tag == "annotation":
            element.source = element.source[0], len(self._collector.parts)
        if not element.depth:
            self.tag = None
            self._store(element)

    def follows_formula(self) -> bool:
        """Whether the source of a formula was just read."""
        return 0 <= len(self._collector.parts) - self._formula_end <= FORMULA_REACH

    def _store(self, element: _Skipped) -> None:
        """Store formula, reading, style sheet, script or title of a skipped element."""
        collector, tag = self._collector, element.tag
        source = "".join(collector.parts[slice(*element.source)]).strip()
        taken = collector.take_from(element.mark)
        text = "".join(taken) if element.reason or tag in _READ else ""
        if element.reason:
            self._set_aside(text, element.reason)
        elif tag == "script":
            self._store_script(text, element.kind)
        elif tag == "math":
            self._write_formula(source)
        elif tag == "rt":
            self.readings.append(" ".join(text.split()))
        elif tag == "style":
            self._hiding.read_sheet(text)
        elif tag == "title" and collector.reading.title is None:
            collector.reading.title = text

    def _store_script(self, text: str, kind: str) -> None:
        reading = self._collector.reading
        if "ld+json" in kind:
            reading.linked_data.append(text)
        elif kind.startswith("math/"):
            self._write_formula(text)
        elif LEAST_SCRIPT < len(text) < MOST_SCRIPT:
            reading.scripts.append(text)

    def _write_formula(self, source: str) -> None:
        self._collector.data(" ".join(source.split()))
        self._formula_end = len(self._collector.parts)

    def _set_aside(self, text: str, reason: str) -> None:
        """Hidden words; a long passage may be the rest of the story and becomes its own piece."""
        if not text.strip():
            return
        collector, reading = self._collector, self._collector.reading
        if reason == HIDDEN and len(text) >= LONG_HIDDEN and "。" in text:
            collector.flush()
            region = collector.open_region("hidden", by_tag=True)
            reading.pieces.append(Piece(text, 0, collector.tag, region, collector.node))
            return
        reading.faint += len(text) if reason == FAINT else 0
        reading.asides.append(Aside(len(reading.pieces), text, reason))
