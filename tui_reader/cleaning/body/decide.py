"""The body out of the model's probabilities: one stretch of the page, and what in it is no part of the story.

The rules' labels are the first opinion and features of the model; the model's is the last. A block on which they differ says
so in its reason, with the group of features that weighed most.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import places_of
from tui_reader.cleaning.body.container import grow, grow_dump, plain_page, with_own_links
from tui_reader.cleaning.body.features import describe
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.model import Form, model_for
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.body.stretches import body_stretch
from tui_reader.cleaning.body.worth import Worth, worth_of
from tui_reader.cleaning.markup.blocks import Block, Page

EVEN: Mapping[Form, float] = {"html": 0.35, "text": 0.3}
"""Probability at which a block neither lengthens nor shortens the body; below one half, for captions, headings and
advertisements inside a story are many and must not end it."""
LEAST: Mapping[str, float] = {"body": 0.02, "dropped": 0.4, "caption": 2.0, "comment": 2.0, "image": 2.0}
"""Probability from which a block inside the stretch is of the body, by the role that the rules give it: lines there belong to
the story unless something speaks against them. Captions, replies and pictures never do."""
OTHER_LEAST = 0.6
ALL_LINK, PARTLY = 0.9, 0.1
"""Share in links up to which a line has words of its own, and the probability from which such a line is kept."""
CERTAIN = frozenset({"doubled", "marker"})
"""Sorts of lines that are no text wherever they stand."""
NEVER = 2.0

REASONS: Mapping[str, str] = {
    "title": "where it stands to the title",
    "links": "links and separators",
    "place": "its place in the page's structure",
    "neighbours": "the lines around it",
    "position": "where on the page it stands",
    "phrases": "what kind of line it is",
    "sentences": "its sentences",
}


LAST_RESORT = 0.5
"""Probability given to the rules' own run where the model finds nothing: taken, and marked as uncertain."""
MOST_OF_PAGE = 0.3
"""Share of the page that the rules' run must be for that."""


class Decision(NamedTuple):
    """The labels again, the body from `start` to before `end`, how likely each block is the body's, and what it is worth."""

    labels: list[Label]
    start: int
    end: int
    probabilities: NDArray[np.float32]
    worth: Worth


def decide(page: Page, labels: Sequence[Label], run: tuple[int, int]) -> Decision:
    """What the model makes of the blocks and of the rules' opinion on them."""
    form: Form = "text" if page.tree is None else "html"
    model = model_for(form)
    names, values = describe(page, labels, run)
    weights = model.weigh(names, values)
    likely = model.probabilities(weights)
    of_title = values[:, names.index("of_title")]
    start, end = body_stretch(labels, likely - np.float32(EVEN[form]), of_title)
    if start == end:
        start, end = run if _is_most(page.blocks, labels, run) else plain_page(page.blocks, labels, likely, of_title)
        likely[start:end] = np.maximum(likely[start:end], LAST_RESORT)
    if page.tree is not None:
        labels = with_own_links(page.blocks, labels, page.tree)
        start, end = grow(page.blocks, labels, places_of(page.blocks, page.tree), likely, (start, end))
    elif start < end:
        start, end = grow_dump(page.blocks, labels, likely, of_title, (start, end))
    decided = list(labels)
    for index in range(start, end):
        kept = bool(likely[index] >= _least(page.blocks[index], labels[index]))
        decided[index] = _decided(labels[index], weights[index], model.groups.tolist(), kept=kept)
    while end > start and decided[end - 1].role == "dropped":
        end -= 1
    return Decision(decided, start, end, likely, worth_of(page.blocks, decided, (start, end), likely, of_title))


def _is_most(blocks: Sequence[Block], labels: Sequence[Label], run: tuple[int, int]) -> bool:
    """Is what the rules take for the story prose, and a good part of the page? The model knows few pages of one paragraph."""
    told = sum(len(blocks[index].text) for index in range(*run) if labels[index].sort == "prose")
    return told >= ENOUGH_BODY and told >= MOST_OF_PAGE * sum(len(block.text) for block in blocks)


def _least(block: Block, label: Label) -> float:
    """The probability from which a block is kept; a line that is a link by a part is a heading with a note, or a title with one."""
    if label.sort == "links" and block.links < ALL_LINK:
        return PARTLY
    return NEVER if label.sort in CERTAIN else LEAST.get(label.role, OTHER_LEAST)


def _decided(label: Label, weights: NDArray[np.float32], groups: Sequence[str], *, kept: bool) -> Label:
    """The rules' label where the model agrees, else one with what weighed most."""
    if kept == (label.role == "body"):
        return label
    if kept:
        reason = f"part of the story by {REASONS[groups[int(weights.argmax())]]}"
        return Label("body", "prose" if label.sort in {"links", "region", "caption"} else "loose", reason, label.weight)
    if label.role != "body":
        return label
    return Label("dropped", "judged", f"no part of the story by {REASONS[groups[int(weights.argmin())]]}", label.weight)
