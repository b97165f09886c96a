"""The body from the model's probabilities: one stretch of the page, minus parts that are not of the story.

The rules' labels are the first opinion and features of the model; the model decides. Where they differ, the block's reason
names the most important feature group.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import places_of
from tui_reader.cleaning.body.columns import Floats
from tui_reader.cleaning.body.container import grow, grow_dump, plain_page, with_own_links
from tui_reader.cleaning.body.features import describe
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.letters import with_entries
from tui_reader.cleaning.body.model import Form, model_for
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.body.stretches import body_stretch, with_trails
from tui_reader.cleaning.body.worth import Worth, worth_of
from tui_reader.cleaning.markup.blocks import Block, Page

EVEN: Mapping[Form, float] = {"html": 0.35, "text": 0.3}
"""Probability at which a block neither lengthens nor shortens the body; below one half, because captions, headings and
advertisements inside a story must not end it.
"""
DOUBT: Mapping[Form, float] = {"html": 0.0, "text": 0.1}
"""What a line that ends stories takes from the probability of each block behind it; in HTML the elements tell where it ends."""
LEAST: Mapping[str, float] = {"body": 0.02, "dropped": 0.4, "caption": 2.0, "comment": 2.0, "image": 2.0}
"""Minimum probability of blocks inside the stretch by the rules' role. Captions, replies and images never belong to the body."""
OTHER_LEAST = 0.6
ALL_LINK, PARTLY = 0.9, 0.1
"""Link share up to which a line has words of its own, and the minimum probability to keep such a line."""
CERTAIN = frozenset({"doubled", "marker"})
"""Categories that are never text."""
NEVER = 2.0

REASONS: Mapping[str, str] = {
    "title": "its position relative to the title",
    "links": "links and separators",
    "place": "its place in the page's structure",
    "neighbours": "the lines around it",
    "position": "its position on the page",
    "phrases": "the kind of line",
    "sentences": "its sentences",
}


LAST_RESORT = 0.5
"""Probability of the rules' run where the model finds nothing: accepted, marked as uncertain."""
MOST_OF_PAGE = 0.3
"""Minimum share of the page for that."""


class Decision(NamedTuple):
    """New labels, body `start` to `end` (exclusive), probability of each block, and quality of the body."""

    labels: list[Label]
    start: int
    end: int
    probabilities: NDArray[np.float32]
    worth: Worth


def decide(page: Page, labels: Sequence[Label], run: tuple[int, int]) -> Decision:
    """Combine the model's result with the rules' labels."""
    form: Form = "text" if page.tree is None else "html"
    model = model_for(form)
    names, values = describe(page, labels, run)
    weights = model.weigh(names, values)
    likely = model.probabilities(weights)
    of_title = values[:, names.index("of_title")]
    headline = -1
    if page.tree is None:
        labels, headline = with_trails(page.blocks, with_entries(page.blocks, labels)), _headline(names, values)
    start, end = body_stretch(labels, likely - np.float32(EVEN[form]), of_title, doubt=DOUBT[form], headline=headline)
    if start == end:
        start, end = run if _is_most(page.blocks, labels, run) else plain_page(page.blocks, labels, likely, of_title)
        likely[start:end] = np.maximum(likely[start:end], LAST_RESORT)
    if page.tree is not None:
        labels = with_own_links(page.blocks, labels, page.tree)
        start, end = grow(page.blocks, labels, places_of(page.blocks, page.tree), likely, (start, end))
    elif start < end:
        start, end = grow_dump(page.blocks, labels, likely, of_title, (start, end))
    decided, groups = list(labels), model.groups.tolist()
    for index in range(start, end):
        kept = bool(likely[index] >= _least(page.blocks[index], labels[index]))
        decided[index] = _decided(labels[index], weights[index], groups, kept=kept)
    while end > start and decided[end - 1].role == "dropped":
        end -= 1
    return Decision(decided, start, end, likely, worth_of(page.blocks, decided, (start, end), likely, of_title))


def _headline(names: Sequence[str], values: Floats) -> int:
    """The block that holds the headline, -1 where there is none."""
    if not values[0, names.index("has_headline")]:
        return -1
    return int(np.abs(values[:, names.index("from_headline")]).argmin())


def _is_most(blocks: Sequence[Block], labels: Sequence[Label], run: tuple[int, int]) -> bool:
    """Whether the rules' story is prose and a large part of the page. The model knows few one-paragraph pages."""
    told = sum(len(blocks[index].text) for index in range(*run) if labels[index].category == "prose")
    return told >= ENOUGH_BODY and told >= MOST_OF_PAGE * sum(len(block.text) for block in blocks)


def _least(block: Block, label: Label) -> float:
    """Minimum probability to keep a block; partly linked lines are headings with notes, or titles."""
    if label.category == "links" and block.links < ALL_LINK:
        return PARTLY
    return NEVER if label.category in CERTAIN else LEAST.get(label.role, OTHER_LEAST)


def _decided(label: Label, weights: NDArray[np.float32], groups: Sequence[str], *, kept: bool) -> Label:
    """The rules' label if the model agrees, else one that names the strongest feature group."""
    if kept == (label.role == "body"):
        return label
    if kept:
        reason = f"part of the story, by {REASONS[groups[int(weights.argmax())]]}"
        return Label(
            "body", "prose" if label.category in {"links", "region", "caption"} else "loose", reason, label.weight
        )
    if label.role != "body":
        return label
    return Label(
        "dropped", "judged", f"not part of the story, by {REASONS[groups[int(weights.argmin())]]}", label.weight
    )
