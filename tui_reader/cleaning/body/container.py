"""Extends the found stretch by its container element, in a dump by the headline.

An element with accepted prose contains the article. Its lists, tables, verse and short lines belong to it too, unless
links, a phrase, a region or a reply speak against them. An interruption (advertisement, link box) does not end the article:
sibling paragraphs belong to it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.ancestors import Places
from tui_reader.cleaning.body.continuation import OWN_LINK, continued_to, speaks_against, start_at_paragraphs
from tui_reader.cleaning.body.interruptions import end_after_interruption
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.listed import start_with_lists
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.patterns.numbering import counts_on, number_of, starts_series

HELD = 0.3
"""Minimum share of an element's blocks in the body for the rest to be considered; the root contains menus too."""
PLAIN = 0.75
"""Alternative: share of the rest without counter-evidence."""
SURE = 0.5
"""Probability from which a block belongs to the body by itself."""
NEAR = 0.15
"""Minimum probability of a line directly above the body that begins it."""
_SENTENCES = frozenset({"prose", "unfinished"})

HEADLINE = 0.75
"""Minimum share of the window's title in a headline."""
ROWS = 6
"""Lines between headline and body, or between body and end, that are more than rows of author, date and buttons."""
PLAUSIBLE = 0.08
"""Minimum mean probability of such lines."""
MOSTLY = 0.5
"""Share of prose above which a dump's story ends with its prose: furniture follows in short lines."""
OWN_PLAIN = 0.1
"""Minimum share of such lines in a dump's story for more of them below it."""
FEWEST, LEAST_TEXT = 2, 30
"""Minimum lines and characters of an article of plain lines under a headline."""
ALL_PLAIN, FACTS = 0.8, 3
"""Minimum share of plain lines from the headline to the last of them; rows of author and date that are not counted."""
NOT_UNLIKELY = 0.04
"""Minimum mean probability of such lines."""


def grow(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    places: Places,
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
) -> tuple[int, int]:
    """The stretch extended within its element. Added lines get a probability of at least one half."""
    start, end = stretch
    if end <= start:
        return stretch
    start = start_at_paragraphs(blocks, labels, likely, stretch)
    start, end = _siblings(blocks, labels, places, likely, (start, end))
    first, last = _container(blocks, labels, places, (start, end))
    new_end = continued_to(blocks, labels, likely, (start, end), last)
    new_start = _up(blocks, labels, places, likely, (start, new_end), first)
    for index in (*range(new_start, start), *range(end, new_end)):
        if not speaks_against(blocks[index], labels[index]):
            likely[index] = max(likely[index], SURE)
    return new_start, new_end


def _siblings(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    places: Places,
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
) -> tuple[int, int]:
    """The stretch with sibling paragraphs in the element that contains most of its prose, across interruptions."""
    start, end = stretch
    prose = [index for index in range(start, end) if labels[index].category == "prose" and blocks[index].node]
    if not prose:
        return stretch
    home = _parent_of_most(places, prose)
    tags = {blocks[index].tag for index in prose if places.parents[places.nodes[index]] == home}
    held = [
        index
        for index in range(int(places.first[home]), int(places.last[home]))
        if places.parents[places.nodes[index]] == home
        and blocks[index].tag in tags
        and labels[index].category == "prose"
        and likely[index] >= SURE
        and not speaks_against(blocks[index], labels[index])
    ]
    return min([start, *held]), max([end, *(index + 1 for index in held)])


def _parent_of_most(places: Places, blocks: Sequence[int]) -> int:
    """The element whose children contain most of the blocks."""
    nodes, counts = np.unique(places.parents[places.nodes[blocks]], return_counts=True)
    return int(nodes[counts.argmax()])


def _container(
    blocks: Sequence[Block], labels: Sequence[Label], places: Places, stretch: tuple[int, int]
) -> tuple[int, int]:
    """The blocks of the innermost element with the stretch and more; the stretch itself if much speaks against them."""
    start, end = stretch
    against = np.array([speaks_against(*pair) for pair in zip(blocks, labels, strict=True)], np.float32)
    total = np.concatenate([[0.0], np.cumsum(against)])
    node = int(places.nodes[start])
    while node and not (places.first[node] <= start and end < places.last[node]):
        node = int(places.parents[node])
    first, last = int(places.first[node]), int(places.last[node])
    rest = (last - first) - (end - start)
    others = float(total[start] - total[first] + total[last] - total[end])
    return (first, last) if end - start >= HELD * (last - first) or others <= (1 - PLAIN) * rest else stretch


def _up(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    places: Places,
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
    first: int,
) -> int:
    """The start moved up over a likely line, and over a heading of the same kind as others in the story."""
    start, end = stretch
    kept = start
    tags = {block.tag for block in blocks[start:end] if block.kind == "heading"}
    numbers = {number_of(block.folded) for block in blocks[start:end]}
    sentences = sum(label.category in _SENTENCES for label in labels[start:end])
    column = _column(blocks, places, range(start, end)) if sentences < MOSTLY * (end - start) else None
    for index in range(start - 1, first - 1, -1):
        block, label = blocks[index], labels[index]
        if speaks_against(block, label) or block.tag == "h1":
            break
        if block.kind == "heading":
            fits = block.tag in tags
        else:
            is_sentence = label.category in {"prose", "phrase"} or (
                column is not None and _column(blocks, places, [index]) == column
            )
            fits = (is_sentence and likely[index] >= NEAR) or starts_series(block.folded, numbers)
        if not fits:
            break
        kept = index
    return kept


def _column(blocks: Sequence[Block], places: Places, inside: Sequence[int]) -> tuple[int, str] | None:
    """(element, tag) of lines that are children of one element with one tag, such as verses; None for others."""
    columns = {(int(places.parents[places.nodes[index]]), blocks[index].tag) for index in inside}
    return columns.pop() if len(columns) == 1 else None


def with_own_links(blocks: Sequence[Block], labels: Sequence[Label], tree: Tree) -> list[Label]:
    """Labels with list items of the story: links in lists whose items have more than a link."""
    lists = {
        tree.parents[block.node]
        for block, label in zip(blocks, labels, strict=True)
        if block.tag == "li" and label.role == "body" and block.links and not block.hints
    }
    return [
        OWN_LINK if label.category == "links" and block.tag == "li" and tree.parents[block.node] in lists else label
        for block, label in zip(blocks, labels, strict=True)
    ]


def grow_dump(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    likely: NDArray[np.float32],
    of_title: NDArray[np.float32],
    stretch: tuple[int, int],
) -> tuple[int, int]:
    """The stretch of a dump, extended by plain lines.

    It begins right below the headline or the date if only plain lines are between, and ends where plain lines end that are as
    likely as those in it, or at a line that ends stories if those before it are likely enough together.
    """
    start, end = stretch[0], _end_of_plain(blocks, labels, likely, stretch)
    if start and counts_on(blocks[start - 1].folded, [block.folded for block in blocks[start:end]]):
        start -= 1
    start = start_with_lists(blocks, labels, likely, start)
    likely[stretch[1] : end] = np.maximum(likely[stretch[1] : end], SURE)
    likely[start : stretch[0]] = np.maximum(likely[start : stretch[0]], SURE)
    end = end_after_interruption(blocks, labels, likely, (start, end))
    return _below_headline(labels, likely, of_title, start), end + _up_to_stop(labels[end:], likely[end:])


def _end_of_plain(
    blocks: Sequence[Block], labels: Sequence[Label], likely: NDArray[np.float32], stretch: tuple[int, int]
) -> int:
    """The end moved down over plain lines, if few lines of the stretch are sentences, and over a numbered list that continues."""
    start, end = stretch
    sentences = sum(label.category in _SENTENCES for label in labels[start:end])
    if sentences < MOSTLY * (end - start):
        end += _plain_below(labels[end:], likely[end:])
    while (
        end < len(labels)
        and _is_plain(labels[end])
        and likely[end] >= PLAUSIBLE
        and _is_next(blocks[max(start, end - 1) : end + 1])
    ):
        end += 1
    return end


def _below_headline(
    labels: Sequence[Label], likely: NDArray[np.float32], of_title: NDArray[np.float32], start: int
) -> int:
    """The start moved up to right below the headline or date, if the lines between are plain and plausible."""
    top = start
    while top and _is_plain(labels[top - 1]) and of_title[top - 1] < HEADLINE:
        top -= 1
    is_headed = top and (labels[top - 1].category == "date" or of_title[top - 1] >= HEADLINE)
    return top if is_headed and _is_plausible(likely[top:start]) else start


def has_plain_lines(blocks: Sequence[Block], labels: Sequence[Label]) -> bool:
    """Whether the story has lines that are no sentences: where all are, other lines below it are furniture."""
    unfinished = sum(
        label.category not in _SENTENCES and block.folded[-1] not in rules.TERMINAL
        for block, label in zip(blocks, labels, strict=True)
    )
    return unfinished >= OWN_PLAIN * len(blocks)


def _up_to_stop(labels: Sequence[Label], likely: NDArray[np.float32]) -> int:
    """Number of plain lines before a line that ends stories, if they are plausible; else 0."""
    size = next((index for index, label in enumerate(labels) if not _is_plain(label)), len(labels))
    return size if size < len(labels) and labels[size].stop and _is_plausible(likely[:size]) else 0


def _is_plausible(gap: NDArray[np.float32]) -> bool:
    """Whether lines are many and likely enough together to be more than furniture."""
    return len(gap) >= ROWS and float(gap.mean()) >= PLAUSIBLE


def _is_next(blocks: Sequence[Block]) -> bool:
    """Whether the last line has the number after that of the line above, or is number 1 right below a sentence."""
    number = number_of(blocks[-1].folded)
    if number is None:
        return False
    above = number_of(blocks[-2].folded)
    return number.value == 1 if above is None else number == above._replace(value=above.value + 1)


def _plain_below(labels: Sequence[Label], likely: NDArray[np.float32]) -> int:
    """Number of following plain lines that are not sentences."""
    for index, label in enumerate(labels):
        if not _is_plain(label) or label.category in _SENTENCES or likely[index] < PLAUSIBLE:
            return index
    return len(labels)


def plain_page(
    blocks: Sequence[Block], labels: Sequence[Label], likely: NDArray[np.float32], of_title: NDArray[np.float32]
) -> tuple[int, int]:
    """The lines of a page with only a headline and plain lines below, or above (poem, notice, list); (0, 0) otherwise."""
    heads = [index for index, share in enumerate(of_title) if share >= HEADLINE or blocks[index].tag == "h1"]
    plain = [not speaks_against(*pair) for pair in zip(blocks, labels, strict=True)]
    start = _headline(heads, len(blocks)) + 1 if heads else 0
    if sum(plain[start:]) < FEWEST and len(heads) == 1:
        start = 0  # the title is only the last line of a song
    inside = [index for index in range(start, len(blocks)) if plain[index]]
    if not heads or len(inside) < FEWEST:
        return 0, 0
    others = [labels[index] for index in range(start, inside[-1]) if not plain[index]]
    if not _are_few(others, len(inside)):
        return 0, 0
    if sum(len(blocks[index].text) for index in inside) < LEAST_TEXT or float(likely[inside].mean()) < NOT_UNLIKELY:
        return 0, 0
    return inside[0], inside[-1] + 1


def _are_few(others: Sequence[Label], plain: int) -> bool:
    """Whether lines that are not plain are few beside `plain` others; some rows of author and date are not counted."""
    against = len(others) - min(sum(label.role == "metadata" for label in others), FACTS)
    return against <= (1 - ALL_PLAIN) * (plain + against)


def _headline(heads: Sequence[int], size: int) -> int:
    """The last of the rows that say the title, below a window's title and menus; the first if the others are a song's refrain:
    more than one of them, or one in the lower half.
    """
    is_refrain = len(heads) > 2 or heads[-1] - heads[0] > (size - heads[0]) / 2
    return heads[0] if is_refrain else heads[-1]


def _is_plain(label: Label) -> bool:
    """Whether no rule speaks against the line as text."""
    return not label.stop and label.role in {"body", "caption", "image"}
