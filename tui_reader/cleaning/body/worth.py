"""Whether the body that was found is an article: a page may hold none, whatever its best text is.

A home page, a list of teasers, a gallery or a form has sentences too. What tells them is not their words: the best text is a
small part of a page of links and says nothing of what the window's title says, or it is cut in pieces by links and dates.
A long connected text is never refused; where the model is not sure of it, the article is marked as uncertain.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

ENOUGH = 8
"""Characters of a body at least."""
UNSURE, DOUBTFUL = 0.6, 0.75
"""Mean probability of the body's characters below which nothing but the title can speak for it; below which it is doubtful."""
SAID = 0.3
"""Share of the window's title that a body has in it which belongs to the title."""
SMALL_PART, TINY_PART = 0.15, 0.05
"""Share of the page's characters under which the body is a small part of it, and under which one among many."""
MANY_LINKS = 100
"""Blocks of links that make a home page or a directory."""
ALL_LINKS = 0.9
"""Share of the body's characters in links from which it is a list of them; a digest says something of each."""
TEASERS_LEAST, ENTRIES_LEAST = 5, 8
"""Paragraphs that a list of teasers, and one of dated entries, has at least."""
HEADED, DATED = 0.6, 0.8
"""Share of paragraphs right below a link from which they are teasers; right below a link or a date, entries."""
ABOVE = 2
"""Blocks above a paragraph that are right above it."""
PARAGRAPH = 40
"""Characters of a block that counts as a paragraph here."""
LONG_TEXT = 600
"""Characters of paragraphs in a row, without a link between them, that no page has but around an article."""

LINKS = "no article found: it is a page of links, and its longest text says nothing of its title"
TEASERS = "no article found: it is a list of teasers, each under a link"
ENTRIES = "no article found: it is a list of dated entries"
NOTICE = "no article found: its longest text is a notice or a menu"


class Worth(NamedTuple):
    """Why the body is no article, None where it is one; and whether that is doubtful."""

    refusal: str | None
    uncertain: bool


def worth_of(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    stretch: tuple[int, int],
    likely: NDArray[np.float32],
    of_title: NDArray[np.float32],
) -> Worth:
    """What the chosen body is worth."""
    body = [index for index in range(*stretch) if labels[index].role == "body"]
    sizes = np.array([len(blocks[index].text) for index in body], np.float32)
    if sizes.sum() < ENOUGH:
        return Worth(nothing(blocks), uncertain=True)
    sure = float((likely[body] * sizes).sum() / sizes.sum())
    part = float(sizes.sum()) / sum(len(block.text) for block in blocks)
    said = min(1.0, float(of_title[body].sum()))
    linked = float(sum(blocks[index].links * len(blocks[index].text) for index in body) / sizes.sum())
    if linked >= ALL_LINKS:
        return Worth(LINKS, uncertain=True)
    refusal = _by_share(blocks, sure, part, said) or _by_form(blocks, labels, body)
    if refusal in {LINKS, NOTICE} and _longest_text(blocks, body) >= LONG_TEXT:
        return Worth(None, uncertain=True)
    return Worth(refusal, uncertain=refusal is not None or sure < DOUBTFUL)


def nothing(blocks: Sequence[Block]) -> str:
    """Why there is no article on a page without any connected text."""
    if not blocks:
        return "no article found: there is no text on the page"
    if len(blocks) == 1:
        return "no article found: its one line is no story"
    return f"no article found: none of its {len(blocks):,} lines is part of a story"


def _by_share(blocks: Sequence[Block], sure: float, part: float, said: float) -> str | None:
    """By how much of the page the body is, and how much of the title it says."""
    if said >= SAID + 0.1:
        return None
    if sure < UNSURE and part < SMALL_PART and said < SAID:
        return NOTICE
    linked = sum(block.mostly_links for block in blocks)
    return LINKS if linked >= MANY_LINKS and part < TINY_PART else None


def _by_form(blocks: Sequence[Block], labels: Sequence[Label], body: Sequence[int]) -> str | None:
    """By what stands right above the body's paragraphs."""
    paragraphs = [index for index in body if len(blocks[index].text) >= PARAGRAPH]
    above = [range(max(index - ABOVE, 0), index) for index in paragraphs]
    links = {place for places in above for place in places if blocks[place].mostly_links}
    dates = {place for places in above for place in places if labels[place].sort == "date"}
    if len(paragraphs) >= TEASERS_LEAST and _headed(above, links) >= HEADED * len(paragraphs):
        return TEASERS
    entries = _headed(above, links | dates)
    return ENTRIES if len(paragraphs) >= ENTRIES_LEAST and entries >= DATED * len(paragraphs) else None


def _headed(above: Sequence[range], heads: set[int]) -> int:
    """Paragraphs with a head of their own right above: one pointer between two paragraphs heads one of them only."""
    left = set(heads)
    count = 0
    for places in above:
        mine = left.intersection(places)
        count += bool(mine)
        left -= mine
    return count


def _longest_text(blocks: Sequence[Block], body: Sequence[int]) -> int:
    """Characters of the paragraphs that follow each other."""
    longest = current = last = 0
    for index in body:
        if len(blocks[index].text) < PARAGRAPH:
            continue
        linked = any(blocks[between].mostly_links for between in range(last, index))
        current = len(blocks[index].text) + (0 if linked else current)
        longest, last = max(longest, current), index
    return longest
