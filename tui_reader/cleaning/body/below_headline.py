"""The lines below the headline: the body of a page whose most likely text was refused as a notice.

A page of a schedule, a list or one sentence may contain a notice with more sentences: donation rules, a consent request. The
notice is unrelated to the headline; the lines between the headline and the next links or dates are the article if they
repeat words of it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.continuation import speaks_against
from tui_reader.cleaning.body.headline import ALIKE, LEAST_HEADLINE
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.markup.blocks import Block

ROWS_BELOW = 6
"""Maximum rows of author, date and buttons between a headline and its text."""
LONGEST_BREAK = 2
"""Maximum cost of consecutive lines of another kind inside the text; below its end are several: links, dates."""
REPEATED, OTHER = 1, 2
"""Cost of a repeated line or menu word, which columns of a schedule consist of, and of any other such line."""


def headline_in_dump(in_title: NDArray[np.float32], of_title: NDArray[np.float32]) -> int:
    """The block that repeats most of a dump's first line, the window's title; -1 if none does.

    Args:
        in_title: share of each block in the window's title.
        of_title: share of the window's title in each block.
    """
    repeated = np.where(in_title > ALIKE, of_title, 0.0)[1:]
    return int(repeated.argmax()) + 1 if repeated.max(initial=0.0) >= LEAST_HEADLINE else -1


def below_headline(blocks: Sequence[Block], labels: Sequence[Label], headline: int) -> tuple[int, int]:
    """First block and the block behind the last of the text below the block `headline`; (0, 0) if it is too short."""
    plain = [not speaks_against(*pair) for pair in zip(blocks, labels, strict=True)]
    first = headline + 1
    start = next((index for index in range(first, min(first + ROWS_BELOW, len(blocks))) if plain[index]), len(blocks))
    end, cost = start, 0
    for index in range(start, len(blocks)):
        label = labels[index]
        cost = 0 if plain[index] else cost + (REPEATED if label.category == "menu" else OTHER)
        if cost > LONGEST_BREAK or label.stop or label.role == "comment":
            break
        if plain[index]:
            end = index + 1
    size = sum(len(blocks[index].text) for index in range(start, end) if plain[index])
    return (start, end) if size >= ENOUGH_BODY else (0, 0)
