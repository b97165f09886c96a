"""Decorations: overlays on a page — search matches, a selection, highlights, reworded words.

They are offsets into the pieces' texts as shown, so that changing them does not rebuild the page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui_reader.present.lines import PageLine, Span


class Decoration(NamedTuple):
    """`start:end` of a piece's text as shown, and its style (`lit--…` in the style sheet)."""

    start: int
    end: int
    look: str


Decorations = dict[int, tuple[Decoration, ...]]
"""Decorations by piece number."""


def lit(line: PageLine, lights: Sequence[Decoration]) -> tuple[Span, ...]:
    """The spans of a line, split where decorations begin or end; overlapping decorations keep their order."""
    if line.line is None or not line.spans:
        return line.spans
    inside = [
        (line.line.column(light.start), line.line.column(light.end), light.look)
        for light in lights
        if light.start < line.line.end and light.end > line.line.start
    ]
    return (*line.spans[:-1], *_parts(line.spans[-1], inside)) if inside else line.spans


def _parts(span: Span, inside: Sequence[tuple[int, int, str]]) -> Iterable[Span]:
    length = len(span.text)
    edges = sorted({0, length, *(edge for start, end, _ in inside for edge in (start, end) if 0 < edge < length)})
    for start, end in pairwise(edges):
        looks = tuple(dict.fromkeys(look for first, last, look in inside if first <= start and end <= last))
        yield span._replace(text=span.text[start:end], lights=looks)


def merged(layers: Mapping[str, Decorations]) -> Decorations:
    """Merge layers by piece; later layers are drawn above earlier ones."""
    together: Decorations = {}
    for layer in layers.values():
        for piece, lights in layer.items():
            together[piece] = together.get(piece, ()) + lights
    return together
