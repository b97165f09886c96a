"""The lines of the article's element that continue its story downwards.

Plain lines continue it, a heading only with text below it. Lines in another kind of element than the paragraphs, and the line
right above links, are rather what a site puts below its articles: an offer, the heading of a list of other articles.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.documents import GIVEN
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.cues import is_menu_word

SELDOM = 0.01
"""Probability below which even a plain line is not added at the end of the body."""
AGAIN = 0.08
"""Minimum probability of a sentence below a heading."""
APART = 0.25
"""Minimum probability of a line behind an interruption, in another kind of element, or right above links."""
FIRST = 0.5
"""Minimum probability of such a line at the body's start, where rows of date and author end."""
SENTENCE = 0.2
"""Minimum probability of a paragraph with a full stop: the model is reliable there, and disclaimers have that form."""
MOST_SENTENCES = 0.5
"""Share of sentences from which a text is no song."""
LONGEST_INTERRUPTION = 12
"""Maximum blocks of an interruption."""
USUAL = 0.25
"""Minimum share of the story's paragraphs in elements of one tag that make it the usual one."""
UNTOLD = Label("dropped", "outside", "a heading without text below it", 0.0)
OWN_LINK = Label("body", "loose", "link in a list of the story", 0.0)
FORMED = frozenset({"table", "code"})
"""Categories that belong to the article anywhere in its element."""
_PARAGRAPHS = frozenset({"p", "div", "section", "article", "main"})


def speaks_against(block: Block, label: Label) -> bool:
    """Whether anything indicates that a line in the story's element is not part of it."""
    return (
        label.role != "body" or bool(label.stop) or bool(block.hints) or (block.mostly_links and label is not OWN_LINK)
    )


def continued_to(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
    last: int,
) -> int:
    """The end of `stretch` moved down to at most `last`, over plain lines; beyond an interruption only to a likely block."""
    start, end = stretch
    foreign_tags = _PARAGRAPHS - _usual_tags(blocks[start:end], labels[start:end])
    headings = {block.tag for block in blocks[start:end] if block.kind == "heading"}
    gap = 0
    for index in range(end, last):
        block, label = blocks[index], labels[index]
        against = speaks_against(block, label)
        if _ends_story(label, against=against) or gap > LONGEST_INTERRUPTION:
            break
        least = AGAIN if index > start and blocks[index - 1].tag in headings else SENTENCE
        if not against and label.category == "prose" and likely[index] < least and _is_paragraph(block):
            break
        is_foreign = block.tag in foreign_tags or _is_above_links(blocks, labels, index)
        least = APART if is_foreign or gap else SELDOM
        if against or (label.category not in FORMED and likely[index] < least):
            gap += 1
        elif block.kind != "heading":
            end, gap = index + 1, 0
    return end


def end_with_refrain(blocks: Sequence[Block], labels: Sequence[Label], stretch: tuple[int, int]) -> int:
    """The end of `stretch` moved down over lines that repeat lines of it, if few of its lines are sentences: a song's last refrain.

    Lines that occur so often have the label of a menu.
    """
    start, end = stretch
    told = {block.folded for block in blocks[start:end] if not is_menu_word(block.folded)}
    if sum(label.category == "prose" for label in labels[start:end]) >= MOST_SENTENCES * (end - start):
        return end
    while end < len(blocks) and labels[end].category == "menu" and blocks[end].folded in told:
        end += 1
    return end


def _ends_story(label: Label, *, against: bool) -> bool:
    """Whether the story ends above a line. `against`: something indicates that the line is not part of it."""
    return label.stop == "hard" or label.role == "comment" or (against and bool(label.stop))


def without_last_heading(blocks: Sequence[Block], labels: list[Label]) -> list[Label]:
    """Labels of the body without section headings at its end: the text below them was left out."""
    for index in range(len(labels) - 1, 0, -1):
        block, label = blocks[index], labels[index]
        if label.role == "body" and (block.kind != "heading" or label is GIVEN or block.folded[-1] in rules.TERMINAL):
            break
        if label.role == "body" and any(other.role == "body" for other in labels[:index]):
            labels[index] = UNTOLD
    return labels


def start_at_paragraphs(
    blocks: Sequence[Block], labels: Sequence[Label], likely: NDArray[np.float32], stretch: tuple[int, int]
) -> int:
    """The start of `stretch` moved down over doubtful short lines in another kind of element than its paragraphs."""
    start, end = stretch
    tags = _usual_tags(blocks[start:end], labels[start:end])
    for index in range(start, end):
        block = blocks[index]
        own = not tags or block.tag in tags or block.kind == "heading"
        if own or labels[index].category != "loose" or likely[index] >= FIRST:
            return index
    return start


def _usual_tags(blocks: Sequence[Block], labels: Sequence[Label]) -> frozenset[str]:
    """Tags of the story's paragraphs; a single one in another element is a note."""
    counts = Counter(block.tag for block, label in zip(blocks, labels, strict=True) if label.category == "prose")
    return frozenset(tag for tag, count in counts.items() if count >= USUAL * counts.total())


def _is_above_links(blocks: Sequence[Block], labels: Sequence[Label], index: int) -> bool:
    """Whether a line without a sentence end is directly above links to other pages."""
    below = index + 1
    linked = below < len(blocks) and blocks[below].mostly_links and labels[below] is not OWN_LINK
    return linked and labels[index].category == "loose" and blocks[index].folded[-1] not in rules.TERMINAL


def _is_paragraph(block: Block) -> bool:
    """Whether a sentence is a paragraph: not a list item or definition, unless it is long."""
    return block.tag in _PARAGRAPHS or len(block.text) >= rules.LONG
