"""The body from the model's probabilities: one stretch of the page, minus parts that are not of the story.

The rules' labels are the first opinion and features of the model; the model decides. Where they differ, the block's reason
names the most important feature group.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import places_of
from tui_reader.cleaning.body.below_headline import below_headline, headline_in_dump
from tui_reader.cleaning.body.columns import Floats
from tui_reader.cleaning.body.container import grow, grow_dump, plain_page, with_own_links
from tui_reader.cleaning.body.continuation import end_with_refrain
from tui_reader.cleaning.body.features import describe
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.letters import with_entries
from tui_reader.cleaning.body.listed import ListTree, end_with_list, start_with_lists
from tui_reader.cleaning.body.model import Form, model_for
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.body.stretches import body_stretch, with_breadcrumbs
from tui_reader.cleaning.body.worth import NOTICE, SAID, SHORT, SMALL_PART, Worth, worth_of
from tui_reader.cleaning.markup.blocks import Block, Page

EVEN: Mapping[Form, float] = {"html": 0.35, "text": 0.3}
"""Probability at which a block neither lengthens nor shortens the body; below one half, because captions, headings and
advertisements inside a story must not end it.
"""
DOUBT: Mapping[Form, float] = {"html": 0.0, "text": 0.1}
"""Subtracted from the probability of each block behind a line that ends stories; in HTML the elements mark the end."""
LEAST: Mapping[str, float] = {"body": 0.02, "dropped": 0.4, "caption": 2.0, "comment": 2.0, "image": 2.0}
"""Minimum probability of blocks inside the stretch by the rules' role: what the stretch encloses belongs to it unless the model is
sure of the contrary or the rules speak against it. Captions, replies and images never belong to the body."""
OTHER_LEAST = 0.6
"""The same for metadata, decks and titles, more often not of the body. Values of .3 to .9 differ by F1 .0002 on held-out sites."""
ALL_LINK, PARTLY = 0.9, 0.1
"""Link share up to which a line has words of its own, and the minimum probability to keep such a line; any value serves the
held-out sites alike."""
CERTAIN = frozenset({"doubled", "marker", "end_mark"})
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
    headline = _headline(names, values)
    if page.tree is None:
        labels = with_breadcrumbs(page.blocks, with_entries(page.blocks, labels))
    opinion = _Opinion(page.blocks, labels, weights, model.groups.tolist(), of_title)
    above = headline if page.tree is None else -1
    start, end = body_stretch(labels, likely - np.float32(EVEN[form]), of_title, doubt=DOUBT[form], headline=above)
    raised = likely.copy()
    if start == end:
        start, end = run if _is_most(page.blocks, labels, run) else plain_page(page.blocks, labels, likely, of_title)
        raised[start:end] = np.maximum(likely[start:end], LAST_RESORT)
    opinion, stretch = _extended(page, opinion, raised, (start, end))
    found = opinion.decision(raised, stretch)
    if found.worth.refusal != NOTICE and not _is_aside(opinion, found):
        return found
    if page.tree is None:
        headline = headline_in_dump(values[:, names.index("in_title")], of_title)
    other = _instead(opinion, likely, headline)
    return found if other is None or (found.start < other.end and other.start < found.end) else other


class _Opinion(NamedTuple):
    """Results of rules and model for each block: label, contribution of each feature group, share of the window's title."""

    blocks: Sequence[Block]
    labels: Sequence[Label]
    weights: NDArray[np.float32]
    groups: Sequence[str]
    of_title: NDArray[np.float32]

    def decision(self, likely: NDArray[np.float32], stretch: tuple[int, int]) -> Decision:
        """The decision for a stretch of the page; dropped lines at its end are cut off."""
        start, end = stretch
        decided = list(self.labels)
        for index in range(start, end):
            kept = bool(likely[index] >= _least(self.blocks[index], decided[index]))
            decided[index] = _decided(decided[index], self.weights[index], self.groups, kept=kept)
        while end > start and decided[end - 1].role == "dropped":
            end -= 1
        worth = worth_of(self.blocks, decided, (start, end), likely, self.of_title)
        return Decision(decided, start, end, likely, worth)


def _extended(
    page: Page, opinion: _Opinion, likely: NDArray[np.float32], stretch: tuple[int, int]
) -> tuple[_Opinion, tuple[int, int]]:
    """The stretch extended by its element or, in a dump, by the headline, and by the last refrain of a song; and the labels with
    links of the story's own lists.
    """
    if page.tree is not None:
        opinion = opinion._replace(labels=with_own_links(page.blocks, opinion.labels, page.tree))
        listed = ListTree(places_of(page.blocks, page.tree), page.tree.tags)
        start, end = _grown(page.blocks, opinion.labels, listed, likely, stretch)
    elif stretch[0] < stretch[1]:
        start, end = grow_dump(page.blocks, opinion.labels, likely, opinion.of_title, stretch)
    else:
        return opinion, stretch
    last = end_with_refrain(page.blocks, opinion.labels, (start, end))
    likely[end:last] = np.maximum(likely[end:last], LAST_RESORT)
    return opinion, (start, last)


def _grown(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    listed: ListTree,
    likely: NDArray[np.float32],
    stretch: tuple[int, int],
) -> tuple[int, int]:
    """The stretch of HTML extended by the rest of its last list, by its element, and by the lists above it."""
    start, end = stretch
    last = end_with_list(blocks, labels, listed, stretch)
    likely[end:last] = np.maximum(likely[end:last], LAST_RESORT)
    start, end = grow(blocks, labels, listed.places, likely, (start, last))
    first = start_with_lists(blocks, labels, likely, start) if start < end else start
    likely[first:start] = np.maximum(likely[first:start], LAST_RESORT)
    return first, end


def _instead(opinion: _Opinion, likely: NDArray[np.float32], headline: int) -> Decision | None:
    """The text below the headline as a doubtful article, None if it is unrelated to the headline too."""
    blocks, labels = opinion.blocks, opinion.labels
    start, end = below_headline(blocks, labels, headline) if headline >= 0 else (0, 0)
    if float(opinion.of_title[start:end].sum()) < SAID:
        return None
    if worth_of(blocks, labels, (start, end), likely, opinion.of_title).refusal is not None:
        return None
    raised = likely.copy()
    raised[start:end] = np.maximum(likely[start:end], LAST_RESORT)
    return opinion.decision(raised, (start, end))._replace(worth=Worth(None, uncertain=True))


def _is_aside(opinion: _Opinion, found: Decision) -> bool:
    """Whether the body is a short text, a small part of the page, and unrelated to the window's title."""
    size = sum(len(opinion.blocks[index].text) for index in range(found.start, found.end))
    related = float(opinion.of_title[found.start : found.end].sum()) >= SAID
    return not related and size < min(SHORT, SMALL_PART * sum(len(block.text) for block in opinion.blocks))


def _headline(names: Sequence[str], values: Floats) -> int:
    """Number of the headline's block; -1 if there is none."""
    if not values[0, names.index("has_headline")]:
        return -1
    return int(np.abs(values[:, names.index("from_headline")]).argmin())


def _is_most(blocks: Sequence[Block], labels: Sequence[Label], run: tuple[int, int]) -> bool:
    """Whether the rules' story is prose and a large part of the page. The model knows few one-paragraph pages."""
    size = sum(len(blocks[index].text) for index in range(*run) if labels[index].category == "prose")
    return size >= ENOUGH_BODY and size >= MOST_OF_PAGE * sum(len(block.text) for block in blocks)


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
