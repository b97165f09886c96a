"""Inline content of HTML: links, line breaks, hidden words, formulas, ruby and images."""

from tui_reader.cleaning.markup import pictures
from tui_reader.cleaning.markup.collector import Collector
from tui_reader.cleaning.markup.hiding import Hiding
from tui_reader.cleaning.markup.marks import BREAK, NODE
from tui_reader.cleaning.markup.naming import Naming
from tui_reader.cleaning.markup.notes import Attributes
from tui_reader.cleaning.markup.skipped import FAINT, HIDDEN, Skipper


class InlineElements:
    """Start and end of inline elements. `start_…` methods receive the tag and attributes of a starting element."""

    def __init__(self, collector: Collector, skipper: Skipper, hiding: Hiding) -> None:
        self._collector, self._skipper, self._hiding = collector, skipper, hiding

    def start(self, tag: str, attributes: Attributes, naming: Naming) -> None:
        """An inline element without a meaning of its own: visibility and formulas."""
        formula = pictures.formula_of(attributes)
        names = attributes.get("class", "")
        if formula:
            self._collector.data(formula)
            self._skipper.skip(tag)
        elif names and self._is_rendering(names):
            self._skipper.skip(tag)
        elif sight := self._hiding.of_inline(attributes, naming):
            self._skipper.skip(tag, HIDDEN if sight == "hidden" else FAINT)

    def _is_rendering(self, names: str) -> bool:
        """Whether it is the rendering of a formula whose source is adjacent."""
        return names.startswith(("MathJax", "MJX")) or ("katex-html" in names and self._skipper.follows_formula())

    def start_formula(self, tag: str, attributes: Attributes) -> None:
        if attributes.get("alttext"):
            self._collector.data(attributes["alttext"])
        self._skipper.skip(tag)

    def start_ruby(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        self._skipper.readings = []

    def end_ruby(self, tag: str) -> None:  # noqa: ARG002
        """Ruby readings follow the whole word, so that the word stays in one piece."""
        readings = [reading for reading in self._skipper.readings if reading]
        if readings:
            self._collector.data(f"（{' '.join(readings)}）")
        self._skipper.readings = []

    def start_break(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._collector.data("\n" if self._collector.preformatted else BREAK)

    def start_link(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._collector.data(NODE)
        self._collector.start_link()

    def end_link(self) -> None:
        self._collector.end_link()
        self._collector.data(NODE)

    def start_picture(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        text = pictures.text_of(attributes)
        self._collector.data(f"{NODE}{text}{NODE}")
        if not text:
            self.add_picture(attributes)

    def add_picture(self, attributes: Attributes, *, fallback: bool = False) -> None:
        """Record an image that may illustrate the article. `fallback`: shown only without scripts."""
        address = pictures.address_of(attributes)
        if address:
            collector, reading = self._collector, self._collector.reading
            place = len(reading.pieces), collector.measure()
            picture = pictures.Picture(*place, address, collector.node, collector.region, fallback)
            pictures.add(reading.pictures, picture)
