"""Similarity of blocks with the window's title, the headline block, and what is between it and each block."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.columns import Columns
from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.metadata.opening_line import opening_line
from tui_reader.text.fold import fold

TITLE_MOST = 300
"""Characters of a block compared with the title."""
BATCH = 4096
"""Blocks compared at once; bounds memory."""
ALIKE, LEAST_HEADLINE = 0.75, 0.3
"""Minimum share of a headline's bigrams in the window's title; minimum evidence."""

_BETWEEN = ("units", "good", "links", "stop", "family", "is_loose", "reply", "service_words")
"""Features summed from the headline to each block."""
Integers = NDArray[np.int64]
_CHARACTER = 21
"""Bits per character."""
_ROW = 2 * _CHARACTER
_PAIR = (1 << _ROW) - 1
_NEWLINE = ord("\n")


def agreement(page: Page) -> Columns:
    """(share of the block in the window's title, share of that in the block), by distinct bigrams."""
    blocks = page.blocks
    first = max(0, opening_line(blocks)) if page.tree is None else 0
    window = page.declared.title or page.window_title or (blocks[first].text if blocks else "")
    wanted = _bigrams([fold(window[:TITLE_MOST])]) & _PAIR
    made = [
        _agreement([block.folded[:TITLE_MOST] for block in blocks[start : start + BATCH]], wanted)
        for start in range(0, len(blocks), BATCH)
    ]
    inside, covered = np.concatenate(made, axis=1) if made else np.zeros((2, 0), np.float32)
    return {"in_title": inside, "of_title": covered}


def _agreement(rows: Sequence[str], wanted: Integers) -> NDArray[np.float32]:
    grams = _bigrams(rows)
    places = grams >> _ROW
    sizes = np.bincount(places, minlength=len(rows))
    pairs = grams & _PAIR
    found = wanted.take(np.searchsorted(wanted, pairs), mode="clip") == pairs if len(wanted) else np.zeros(0, np.intp)
    common = np.bincount(places[found], minlength=len(rows))
    return np.stack([common / np.maximum(sizes, 1), common / max(len(wanted), 1)]).astype(np.float32)


def _bigrams(rows: Sequence[str]) -> Integers:
    """Distinct bigrams per row without spaces, packed: row number above _ROW bits, two characters below."""
    squashed = ["".join(row.split()) for row in rows]
    codes = np.frombuffer("\n".join([*squashed, ""]).encode("utf-32-le", "surrogatepass"), np.int32).astype(np.int64)
    numbers = np.repeat(np.arange(len(rows)), [len(row) + 1 for row in squashed])
    within = numbers[:-1] == numbers[1:]
    within &= codes[1:] != _NEWLINE
    grams = np.sort((numbers[:-1] << _ROW | codes[:-1] << _CHARACTER | codes[1:])[within])
    distinct: Integers = grams[np.diff(grams, prepend=-1) != 0]
    return distinct


def headline_of(columns: Columns) -> int:
    """Index of the headline block: similar to the window's title or the first heading; -1 if none."""
    like = np.where(columns["in_title"] > ALIKE, columns["of_title"], 0.0)
    score = like + 0.5 * columns["tag_h1"] - 0.5 * columns["links"] - 0.2 * (columns["units"] > 60)
    score[0] -= 0.3  # a dump begins with the window's title
    best = float(score.max())
    if best < LEAST_HEADLINE:
        return -1
    near = np.flatnonzero(score >= 0.9 * best)
    good = columns["good"]
    after = np.cumsum(good[::-1])[::-1] / max(float(good.sum()), 1.0)
    with_story = near[after[near] >= 0.1]
    return int(with_story[-1] if len(with_story) else near[0])


def below_headline(columns: Columns, headline: int) -> Columns:
    """Features of what is between the headline and each block."""
    size = len(columns["units"])
    made: Columns = {"has_headline": np.full(size, float(headline >= 0), np.float32)}
    made["from_headline"] = np.clip(np.arange(size, dtype=np.float32) - headline, -50, 99)
    between = np.array([columns[name] for name in _BETWEEN])
    total = np.cumsum(between, axis=-1, dtype=np.float64) - between
    sums = (total - (total[:, headline, None] if headline >= 0 else 0.0)).astype(np.float32)
    return made | {f"{name}_between": row for name, row in zip(_BETWEEN, sums, strict=True)}
