"""How blocks agree with the window's title, which of them is the headline, and what stands between that and each block."""

import numpy as np

from tui_reader.cleaning.body.columns import Columns
from tui_reader.cleaning.markup.blocks import Page
from tui_reader.text.fold import fold

TITLE_MOST = 300
"""Characters of a block that are compared with the title."""
ALIKE, LEAST_HEADLINE = 0.75, 0.3
"""Share of a block's bigrams in the window's title from which it may be the headline; the evidence needed."""


def _bigrams(text: str) -> set[str]:
    squashed = "".join(text.split())
    return {squashed[i : i + 2] for i in range(len(squashed) - 1)}


def agreement(page: Page) -> Columns:
    """How much of a block is in the window's title, and how much of that is in the block."""
    blocks = page.blocks
    window = page.declared.title or page.window_title or (blocks[0].text if blocks else "")
    wanted = _bigrams(fold(window[:TITLE_MOST]))
    inside, covered = [], []
    for block in blocks:
        grams = _bigrams(block.folded[:TITLE_MOST])
        common = len(grams & wanted)
        inside.append(common / max(len(grams), 1))
        covered.append(common / max(len(wanted), 1))
    return {"in_title": np.array(inside, np.float32), "of_title": np.array(covered, np.float32)}


def headline_of(columns: Columns) -> int:
    """The block that holds the headline over the story: like the window's title or marked as the first heading; or -1."""
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
    """What stands between the headline and each block."""
    size = len(columns["units"])
    made: Columns = {"has_headline": np.full(size, float(headline >= 0), np.float32)}
    made["from_headline"] = np.clip(np.arange(size, dtype=np.float32) - headline, -50, 99)
    for name in ("units", "good", "links", "stop", "family", "is_loose", "reply", "site_talk"):
        total = np.cumsum(columns[name], dtype=np.float64) - columns[name]
        made[f"{name}_between"] = (total - (total[headline] if headline >= 0 else 0.0)).astype(np.float32)
    return made
