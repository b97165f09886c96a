"""Word pairs of an article: each reworded word, its replacement, and all places of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.present.decorations import Decoration
from tui_reader.present.selection import Place
from tui_reader.text.sanitize import one_line
from tui_reader.typography import offsets_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.present.decorations import Decorations
    from tui_reader.present.page import Page
    from tui_reader.present.rewordings import PlacedRewording
    from tui_reader.script.guards import Region

OWN, PACK = "glossary", "packs/"
"""File of the user glossary; prefix of word packs."""

ARROW = "→"


class Pair(NamedTuple):
    """`word` of region `source` was replaced by `answer` of region `target`; `file` is the responsible table.

    `places`: start and end of each replacement, as (piece, offset) in the texts as shown.
    """

    word: str
    answer: str
    source: Region
    target: Region
    file: str
    places: tuple[tuple[Place, Place], ...]

    @property
    def text(self) -> str:
        """Text of the pair's row in the panel."""
        often = f"  ×{len(self.places)}" if len(self.places) > 1 else ""
        return f"{one_line(self.word)} {ARROW} {one_line(self.answer)}{often}"

    @property
    def table(self) -> str:
        """Origin of the pair, as displayed."""
        if self.file == OWN:
            return "yours"
        return _("pack {name}").format(name=self.file.removeprefix(PACK)) if self.file.startswith(PACK) else self.file


def pairs_of(reworded: Iterable[PlacedRewording]) -> tuple[Pair, ...]:
    """Pairs in order of first occurrence."""
    places: dict[tuple[str, str, Region, Region, str], list[tuple[Place, Place]]] = {}
    for one in reworded:
        name = (one.word, one.answer, one.source, one.target, one.file)
        places.setdefault(name, []).append((Place(one.piece, one.shown_start), Place(one.piece, one.shown_end)))
    return tuple(Pair(*name, tuple(found)) for name, found in places.items())


def placed(pairs: Sequence[Pair], page: Page) -> tuple[Pair, ...]:
    """Adjust the places to the page: punctuation repair may have moved them."""
    edges: dict[int, set[int]] = {}
    for pair in pairs:
        for place in chain.from_iterable(pair.places):
            edges.setdefault(place.piece, set()).add(place.offset)
    there = {piece: offsets_in(page.worded[piece].repairs, sorted(offsets)) for piece, offsets in edges.items()}

    def moved(place: Place) -> Place:
        return place._replace(offset=there[place.piece][place.offset])

    return tuple(
        pair._replace(places=tuple((moved(start), moved(end)) for start, end in pair.places)) for pair in pairs
    )


def pair_decorations(pairs: Iterable[Pair]) -> Decorations:
    lights: dict[int, list[Decoration]] = {}
    for pair in pairs:
        for (piece, start), (_piece, end) in pair.places:
            lights.setdefault(piece, []).append(Decoration(start, end, "reworded"))
    return {piece: tuple(found) for piece, found in lights.items()}
