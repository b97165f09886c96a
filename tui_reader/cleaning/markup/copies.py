"""Detects hidden copies of visible text: previews, sharing texts, other layouts."""

from collections.abc import Sequence
from functools import cached_property

from tui_reader.cleaning.markup.pieces import Line
from tui_reader.cleaning.markup.reading import Opened

SIZE = 6
"""Characters of a shingle."""
SHARE = 0.7
"""Share of a hidden text's shingles visible elsewhere from which it is a copy."""


class Copies:
    """Lines of a page, for tests whether a region is a copy of the rest."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def is_copy(self, region: int, opened: Sequence[Opened | None]) -> bool:
        """Whether the text of a region also occurs outside of it and of other hidden regions."""
        inside = {region}
        for index in range(region + 1, len(opened)):
            within = opened[index]
            if within is not None and within.within in inside:
                inside.add(index)
        own = {shingle for number in inside for shingle in self._shingles.get(number, ())}
        shown = {
            shingle
            for number, shingles in self._shingles.items()
            if number not in inside and not _is_hidden(number, opened)
            for shingle in shingles
        }
        return bool(own) and len(own & shown) >= SHARE * len(own)

    @cached_property
    def _shingles(self) -> dict[int, set[str]]:
        """Shingles of each region's own lines."""
        found: dict[int, set[str]] = {}
        for line in self._lines:
            text = "".join(line.text.split())
            found.setdefault(line.region, set()).update(text[i : i + SIZE] for i in range(len(text) - SIZE + 1))
        return found


def _is_hidden(region: int, opened: Sequence[Opened | None]) -> bool:
    while region:
        here = opened[region]
        if here is None:
            return False
        if here.region == "hidden":
            return True
        region = here.within
    return False
