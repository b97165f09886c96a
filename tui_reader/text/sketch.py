"""Sketch of a text: how much it shares with another one is estimated from 130 bytes of each.

The text is folded and reduced to letters and digits, so that script, width, spacing and punctuation make no difference.
Its overlapping 4-grams are hashed; the hashes are divided into `CELLS` ranges, of each the smallest one is kept
(one-permutation MinHash). Two texts have the same value in a cell with the probability of their resemblance: the share
of 4-grams that both have among those that either has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

CELLS: Final = 64
"""Values of a sketch; the standard error of a resemblance of one half is 6 %."""

LEAST: Final = 40
"""4-grams below which a text has no sketch: two notices of one line differ in a word or in everything."""

_FILLED: Final = 16
"""Cells below which a text has no sketch: it repeats a few words (40 distinct 4-grams fill 30)."""

BANDS: Final = 12
"""Keys by which similar sketches are found. Each joins the values of two pairs of cells: texts that share half of their
4-grams have a key in common in 97 cases of 100, texts that share one in twenty in three."""

_CELLS_JOINED: Final = 2
_CELLS_IN_BANDS: Final = 2 * BANDS * _CELLS_JOINED
"""Short texts leave cells empty; the smallest hash of two cells is there twice as often."""

_GRAM: Final = 4
_EMPTY: Final = 0xFFFF
_CELL_SHIFT: Final = 58
_VALUE_SHIFT: Final = 42
"""Of a hash of 64 bits, the first 6 name the cell, the next 16 are its value."""
_FACTOR: Final = 0x9E3779B97F4A7C15
_OTHER: Final = re.compile(r"[\W_]+")


class Sketch(NamedTuple):
    """`values`: the upper 16 bits of the smallest hash in each cell; `size`: number of 4-grams."""

    values: tuple[int, ...]
    size: int

    def resemblance(self, other: Sketch) -> float:
        """Estimated share of common 4-grams among those of both texts, 0 to 1."""
        pairs = [(a, b) for a, b in zip(self.values, other.values, strict=True) if a != _EMPTY or b != _EMPTY]
        return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0

    def containment(self, other: Sketch) -> float:
        """Estimated share of the shorter text's 4-grams that the longer one has, 0 to 1."""
        resemblance = self.resemblance(other)
        common = resemblance * (self.size + other.size) / (1 + resemblance)
        return min(common / min(self.size, other.size), 1.0)


def sketch_of(texts: Iterable[str]) -> Sketch | None:
    """Sketch of the texts as one; None if they are too short. About 0.15 ms for 1,000 characters."""
    letters = letters_of(texts)
    size = len(letters) - _GRAM + 1
    if size < LEAST:
        return None
    values = _smallest_hashes(letters, size)
    return Sketch(values, size) if sum(value != _EMPTY for value in values) >= _FILLED else None


def letters_of(texts: Iterable[str]) -> str:
    """The letters and digits of the texts, folded."""
    return _OTHER.sub("", fold("\n".join(texts)))


@lru_cache(maxsize=1)
def band_keys(cells: bytes) -> tuple[int, ...]:
    """Up to `BANDS` keys of 32 bits; similar texts have at least one in common. `cells`: values, two bytes each, lower first.

    The keys of an article are needed twice in turn: to look up candidates, and to add it.
    """
    bands, given = bands_of(cells)
    return tuple(bands[given].tolist())


def bands_of(cells: bytes) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """Keys of several sketches, a row each, and which of them exist: bands of empty cells have none."""
    import numpy as np  # noqa: PLC0415 - see `_smallest_hashes`

    values = np.frombuffer(cells, dtype="<u2").reshape(-1, CELLS)[:, :_CELLS_IN_BANDS].astype(np.uint64)
    first, second = values[:, ::_CELLS_JOINED], values[:, 1::_CELLS_JOINED]
    least = np.where(first != _EMPTY, first, second | np.uint64(1 << 16))
    given = (first != _EMPTY) | (second != _EMPTY)
    bands = np.arange(BANDS, dtype=np.uint64) << np.uint64(40) | least[:, ::2] << np.uint64(20) | least[:, 1::2]
    return bands * np.uint64(_FACTOR) >> np.uint64(32), given[:, ::2] & given[:, 1::2]


def _smallest_hashes(letters: str, size: int) -> tuple[int, ...]:
    """Of the 4-grams' hashes, the smallest in each cell: the bits after those that name the cell."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second; only storing articles needs it

    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    hashes = np.zeros(size, dtype=np.uint64)
    for place in range(_GRAM):
        hashes = (hashes + codes[place : place + size]) * np.uint64(_FACTOR)
        hashes ^= hashes >> np.uint64(29)
    values = np.full(CELLS, _EMPTY, dtype=np.uint64)
    least = np.minimum(hashes >> np.uint64(_VALUE_SHIFT) & np.uint64(0xFFFF), np.uint64(_EMPTY - 1))
    np.minimum.at(values, (hashes >> np.uint64(_CELL_SHIFT)).astype(np.intp), least)
    return tuple(values.tolist())
