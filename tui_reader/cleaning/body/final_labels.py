"""Final labels of all blocks, after metadata was read: rows used as metadata, decks and captions between title and body,
headlines outside.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from tui_reader.cleaning.body.captions import CREDIT_ALONE
from tui_reader.cleaning.body.contents import contents_of, headings_without_contents
from tui_reader.cleaning.body.continuation import without_last_heading
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.leads import is_lead
from tui_reader.cleaning.body.letters import is_entry
from tui_reader.cleaning.body.locate import SHORT_LINE, Located
from tui_reader.cleaning.body.rules import TERMINAL
from tui_reader.cleaning.comments.best_answers import counts_answers
from tui_reader.cleaning.markup.blocks import Block, date_rows
from tui_reader.cleaning.metadata.button_rows import button_rows
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.title_text import is_without_kind
from tui_reader.cleaning.patterns.calls import is_call
from tui_reader.cleaning.patterns.markers import is_counts
from tui_reader.cleaning.patterns.numbering import gutter_rows, step_rows
from tui_reader.text.han import HAN

DECK_LEAST, DECK_MOST = 8, 150
"""Length of a deck: a line or a short paragraph; shorter lines are tags and labels."""
DECK_LINES = 2
"""Maximum lines of a deck."""
LONG_HEADER = 48
"""Number of lines between title and body from which they are not a deck."""
REPEATED_LEAST = 20
"""Minimum characters of a sentence whose repetition in the story makes it a deck; shorter ones are phrases."""
BYLINE_EDGE = 3
"""Maximum lines between a byline and the body's edge."""

TITLE = Label("title", "title", "the title", 0.0)
FACT = Label("metadata", "metadata", "author, source or date", 0.0)
MIXED = Label("dropped", "mixed", "data about the page, beside author, source or date", 0.0)
BYLINE = Label("metadata", "byline", "byline", 0.0)
OTHER_BYLINE = Label("dropped", "byline", "a byline without the author's name", 0.0)
OTHER_FACT = Label("dropped", "fact", "a labelled row beside the title", 0.0)
DECK = Label("deck", "deck", "the standfirst", 0.0)
AGAIN = Label("deck", "deck", "deck: a sentence repeated in the story", 0.0)
TITLE_AGAIN = Label("dropped", "title", "repeats the title", 0.0)
STRAY_DATE = Label("dropped", "date", "a date or address outside the article", 0.0)
HEADLINE = Label("dropped", "outside", "a headline or label outside the article", 0.0)
WINDOW = Label("dropped", "window", "the window's title", 0.0)
OUTSIDE = Label("dropped", "outside", "outside the article", 0.0)
COUNTS = Label("dropped", "counts", "counts of answers and readers", 0.0)
GUTTER = Label("dropped", "gutter", "the line number of a program", 0.0)
STEP = Label("dropped", "step", "the number of the next line", 0.0)
CONTENTS = Label("dropped", "contents", "a row of the table of contents", 0.0)

_KEPT_ABOVE = frozenset({"caption", "image", "deck"})
_KEPT_INSIDE = _KEPT_ABOVE | {"comment"}
_HEADLINES = frozenset({"loose", "phrase", "unfinished"})
"""Categories that are headlines outside the article."""
_HAN = re.compile(f"[{HAN}]")
_TOTAL = re.compile(r"(?:查看|显示|共有?|全部)\D{0,4}\d+\s?[条则个篇]?(?:回答|评论|回复|留言)$")
"""查看全部 27 个回答: a row that counts replies."""
_LABELLED = re.compile(rf"[{HAN}]{{2,6}}\s?:")
"""發布單位：… A labelled row above the body is no standfirst."""


def final_labels(
    blocks: Sequence[Block], located: Located, used: frozenset[int], mixed: frozenset[int] = frozenset()
) -> list[Label]:
    """Final labels of all blocks; `used`: blocks that a metadata value was read from. No other block is metadata, nor are those
    of them with more other text (`mixed`).
    """
    title, start, end = located.title.block, located.start, located.end
    used = frozenset(index for index in used if located.labels[index].role not in {"caption", "image"})
    labels = _outside(blocks, located.labels)
    for index, label in _known(blocks, located, used, mixed).items():
        if 0 <= index < len(labels):
            labels[index] = label
    inside = [_inside(blocks, located, index, used) for index in range(start, end)]
    labels[start:end] = without_last_heading(blocks[start:end], inside)
    for index in contents_of(blocks, title + 1 if 0 <= title < start else start, end):
        labels[index] = CONTENTS
    for index in headings_without_contents(blocks[start:end], [label.role == "body" for label in labels[start:end]]):
        labels[start + index] = CONTENTS
    body = [index for index in range(start, end) if labels[index].role == "body"]
    rows = [blocks[index].folded for index in body]
    for row in step_rows(rows):
        labels[body[row]] = STEP
    for row in gutter_rows(rows):
        labels[body[row]] = GUTTER
    for index in _answer_counts(blocks, labels, body):
        labels[index] = COUNTS
    return labels


def _answer_counts(blocks: Sequence[Block], labels: Sequence[Label], body: Sequence[int]) -> list[int]:
    """Rows in the body of a question page that are about its answers: their number with the rows around it (readers, the
    name of who answered), and other figures.
    """
    short = {
        index for index in body if labels[index].category in _HEADLINES and blocks[index].folded[-1] not in TERMINAL
    }
    counted = [place for place, index in enumerate(body) if index in short and counts_answers(blocks[index].folded)]
    if not counted:
        return []
    above = takewhile(short.__contains__, reversed(body[: counted[0]]))
    below = takewhile(short.__contains__, body[counted[0] :])
    return [*above, *below, *(index for index in short if is_counts(blocks[index].folded))]


def _known(blocks: Sequence[Block], located: Located, used: frozenset[int], mixed: frozenset[int]) -> dict[int, Label]:
    """Labels of metadata rows, of blocks between title and body, of replies, and of the title."""
    title, start, end = located.title.block, located.start, located.end
    known: dict[int, Label] = {index: MIXED if index in mixed else FACT for index in used if index < start}
    known |= _between(blocks, located, used)
    known |= {index: FACT for index in used if index >= end and _is_only_fact(blocks[index])}
    known |= {index: label for index, label in enumerate(located.labels) if label.role == "comment"} | {title: TITLE}
    if title > 0 and located.title.text and located.title.text in blocks[0].text:
        known[0] = WINDOW
    return known


def _is_only_fact(block: Block) -> bool:
    """Whether a row has little besides names or a date, so that it can be dropped once its value is known."""
    return block.is_date_row or is_byline(block.folded)


def _outside(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """Labels of blocks outside the body that contain no metadata."""
    outside = list(map(_outside_label, labels))
    others = [index for index, label in enumerate(outside) if label is not HEADLINE and label is not STRAY_DATE]
    for row in date_rows([blocks[index] for index in others]):
        outside[others[row]] = STRAY_DATE
    return outside


def _outside_label(label: Label) -> Label:
    if label.category in _HEADLINES:
        return HEADLINE
    if label.role == "metadata":
        return STRAY_DATE
    return label if label.role == "dropped" else OUTSIDE


def _inside(blocks: Sequence[Block], located: Located, index: int, used: frozenset[int]) -> Label:
    """Label of a block inside the body. A date that is not the article's belongs to the story."""
    block, label = blocks[index], located.labels[index]
    if label.role == "metadata":
        body = range(located.start, located.end)
        return label if index in used and not is_entry(blocks, located.labels, body, index) else SHORT_LINE
    if label.role in _KEPT_INSIDE:
        return label
    if block.folded == _title_row(blocks, located) and index - located.start < BYLINE_EDGE:
        return TITLE_AGAIN  # further down it is a refrain or a heading of the story
    if _is_edge_byline(block, index, located):
        return BYLINE if index in used else OTHER_BYLINE
    if label.category in {"menu", "row"}:
        return SHORT_LINE
    early = index - located.start < DECK_LINES and len(block.text) <= DECK_MOST
    return AGAIN if early and label.category == "prose" and _is_repeated(blocks, index, located.end) else label


def _title_row(blocks: Sequence[Block], located: Located) -> str:
    return blocks[located.title.block].folded if located.title.block >= 0 else ""


def _is_edge_byline(block: Block, index: int, located: Located) -> bool:
    """Whether a block near the beginning or end of the body is a byline."""
    at_edge = index - located.start < BYLINE_EDGE or located.end - index <= BYLINE_EDGE
    return at_edge and is_byline(block.folded) and not is_lead(block.text)


def _is_repeated(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Whether the text of a block is repeated below, up to `end`."""
    key = blocks[index].folded.rstrip("。.…")
    return len(key) >= REPEATED_LEAST and any(key in blocks[i].folded for i in range(index + 1, end))


def _between(blocks: Sequence[Block], located: Located, used: frozenset[int]) -> dict[int, Label]:
    """Labels of blocks between title and body: images, captions, decks."""
    title, start, labels = located.title.block, located.start, located.labels
    between = [index for index in range((title if 0 <= title < start else start) + 1, start) if index not in used]
    known = {index: labels[index] for index in between if labels[index].role in _KEPT_ABOVE}
    alone = [index for index in known if CREDIT_ALONE.match(blocks[index].folded)]
    known |= {index: OTHER_FACT for index in alone if index - 1 in used or is_byline(blocks[index - 1].folded)}
    known |= {index: OTHER_BYLINE for index in between if is_byline(blocks[index].folded)}
    plain = [index for index in between if labels[index].role == "body" and index not in known]
    known |= {index: OTHER_FACT for index in plain if _LABELLED.match(blocks[index].folded)}
    row = _title_row(blocks, located)
    known |= {index: TITLE_AGAIN for index in between if is_without_kind(row, blocks[index].folded)}
    buttons = button_rows(blocks)
    decks = [index for index in plain if index not in known and index not in buttons and _may_be_deck(blocks[index])]
    fit = start - title <= LONG_HEADER and len(decks) <= DECK_LINES
    return known | (dict.fromkeys(decks, DECK) if fit else {})


def _may_be_deck(block: Block) -> bool:
    fits = DECK_LEAST <= len(block.text) <= DECK_MOST and _HAN.search(block.text) is not None
    return (
        fits
        and not is_counts(block.folded)
        and not is_call(block.folded.split(",")[0])
        and not _TOTAL.search(block.folded)
    )
