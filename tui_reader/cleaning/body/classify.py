"""Classifies every block as kept or dropped, with a reason."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cleaning.body import runs
from tui_reader.cleaning.body.columns import Floats
from tui_reader.cleaning.body.container import has_plain_lines
from tui_reader.cleaning.body.contents import contents_of
from tui_reader.cleaning.body.continuation import without_last_heading
from tui_reader.cleaning.body.decide import decide
from tui_reader.cleaning.body.documents import document_body, is_authored
from tui_reader.cleaning.body.features import describe
from tui_reader.cleaning.body.judge import Label, label_blocks
from tui_reader.cleaning.body.leads import is_lead, start_with_lead
from tui_reader.cleaning.body.letters import is_entry, salutation_above, signature_below
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.body.worth import Worth, nothing
from tui_reader.cleaning.comments.opening_posts import REPLIES, board_post, short_post
from tui_reader.cleaning.comments.post_headers import heads_of
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.comments.threads import find_replies
from tui_reader.cleaning.markup.blocks import Block, Page, date_rows
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.titles import Title, find_title, is_without_kind
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.markers import find_markers, is_counts
from tui_reader.cleaning.patterns.numbering import step_rows
from tui_reader.text.han import HAN

DECK_LEAST, DECK_MOST = 8, 150
"""Length of a deck: a line or a short paragraph; shorter lines are tags and labels."""
DECK_LINES = 2
"""Maximum lines of a deck."""
FORUM_HEAD, LONG_HEAD = 12, 48
"""Maximum lines of a post's header above its text; number of lines between title and body from which they are not a deck."""
REPEATED_LEAST = 20
"""Minimum characters of a sentence whose repetition in the story makes it a deck; shorter ones are phrases."""
BYLINE_EDGE = 3
"""Maximum lines between a byline and the body's edge."""

_LABELLED = re.compile(rf"[{HAN}]{{2,6}}\s?:")
"""發布單位：… A labelled row above the body is no standfirst."""

TITLE = Label("title", "title", "the title", 0.0)
FACT = Label("metadata", "metadata", "author, source or date", 0.0)
MIXED = Label("dropped", "mixed", "data about the page, beside author, source or date", 0.0)
BYLINE = Label("metadata", "byline", "byline", 0.0)
OTHER_BYLINE = Label("dropped", "byline", "a byline without the author's name", 0.0)
OTHER_FACT = Label("dropped", "fact", "a labelled row beside the title", 0.0)
DECK = Label("deck", "deck", "the standfirst", 0.0)
AGAIN = Label("deck", "deck", "deck: a sentence repeated in the story", 0.0)
COMMENT = Label("comment", "comment", "a reader's reply", 0.0, "hard")
MARKER = Label("dropped", "marker", "page number or “more” button", 0.0)
POST_HEAD = Label("dropped", "post_head", "forum rows with the author", 0.0, "hard")
TITLE_AGAIN = Label("dropped", "title", "repeats the title", 0.0)
SHORT_LINE = Label("body", "loose", "a short line inside the body", 0.0)
FORCED = Label("body", "loose", "kept on request", 0.0)
STRAY_DATE = Label("dropped", "date", "a date or address outside the article", 0.0)
HEADLINE = Label("dropped", "outside", "a headline or label outside the article", 0.0)
WINDOW = Label("dropped", "window", "the window's title", 0.0)
OUTSIDE = Label("dropped", "outside", "outside the article", 0.0)
STEP = Label("dropped", "step", "the number of the next line", 0.0)
CONTENTS = Label("dropped", "contents", "a row of the table of contents", 0.0)


_STANDING = frozenset({"post", "post_head", "garbled", "doubled"})
"""Categories that never belong to a thread's opening post."""
_HEADLINES = frozenset({"loose", "phrase", "unfinished"})
"""Categories that are headlines outside the article."""


class Located(NamedTuple):
    """Location of the article: labels of all blocks, body `start` to `end` (exclusive), title, and quality of the body."""

    labels: list[Label]
    start: int
    end: int
    title: Title
    worth: Worth


def locate(page: Page, replies: Sequence[Reply]) -> Located:
    """Labels by rules, decision by the model, and the title above the body."""
    blocks = page.blocks
    labels, run = first_opinion(page, replies)
    if not blocks:
        return Located([], 0, 0, Title(None, -1), Worth(nothing(blocks), uncertain=True))
    if page.is_document and is_authored(blocks, labels):
        return Located(*document_body(page, labels))
    labels, start, end, _, worth = decide(page, labels, run)
    post = opening_post(blocks, labels, (start, end), replies, refused=worth.refusal is not None)
    if post:
        labels, start, end, worth = _as_body(labels, post), min(post), max(post) + 1, Worth(None, uncertain=False)
    title = find_title(page, start)
    if title.block in post:
        title = title._replace(block=-1)
    elif not post and (replies or any(label.category == "post" for label in labels[end : end + FORUM_HEAD])):
        start, end = _post_start(blocks, labels, start), _post_end(blocks, labels, start, end)
    if start <= title.block < end:
        if labels[title.block].category == "prose" and not any(
            label.role == "body" for label in labels[title.block + 1 : end]
        ):
            return Located(labels, start, end, Title(None, -1), worth)  # the only sentence is the story, not its title
        start = title.block + 1
    if not any(label.role == "body" for label in labels[start:end]):
        return Located(labels, start, end, title, Worth(nothing(blocks), uncertain=True))
    return _with_edges(blocks, Located(labels, start, end, title, worth))


def _with_edges(blocks: Sequence[Block], found: Located) -> Located:
    """The article with a lead or salutation right above its body, and a signature right below."""
    labels, start, end = found.labels, found.start, found.end
    first = start_with_lead(blocks, found.title.block, start)
    if first < start and labels[first].role == "comment":
        first = start
    first = salutation_above(blocks, labels, found.title.block, first)
    last = signature_below(blocks, labels, start, end)
    added = frozenset((*range(first, start), *range(end, last)))
    return found._replace(labels=_as_body(labels, added), start=first, end=last) if added else found


def opening_post(
    blocks: Sequence[Block], labels: Sequence[Label], run: tuple[int, int], replies: Sequence[Reply], *, refused: bool
) -> frozenset[int]:
    """Opening post of a thread: by the forum's own rows or, if the page was `refused`, by its position above the replies."""
    spoken = [block for reply in replies if not reply.head for block in reply.blocks]
    post = board_post(blocks, frozenset(spoken))
    if post:
        return frozenset(post)
    told = sum(len(blocks[i].text) for i in range(*run) if labels[i].role == "body")
    if (told >= ENOUGH_BODY and not refused) or sum(reply.comment is not None for reply in replies) < REPLIES:
        return frozenset()
    return frozenset(short_post(blocks, spoken[0]))


def _as_body(labels: Sequence[Label], post: frozenset[int]) -> list[Label]:
    """Labels with every line of a post in the body, except replies, captions and forum rows."""
    return [
        SHORT_LINE
        if index in post and label.role in {"dropped", "metadata"} and label.category not in _STANDING
        else label
        for index, label in enumerate(labels)
    ]


def best_effort(blocks: Sequence[Block], found: Located) -> Located:
    """A body for a page without one, on the user's request: the best text, else all lines that are not links."""
    if any(found.labels[index].role == "body" for index in range(found.start, found.end)):
        return found
    lines = [index for index, block in enumerate(blocks) if not block.mostly_links] or list(range(len(blocks)))
    labels = list(found.labels)
    for index in lines:
        labels[index] = FORCED
    return found._replace(labels=labels, start=lines[0] if lines else 0, end=lines[-1] + 1 if lines else 0)


def first_opinion(page: Page, replies: Sequence[Reply]) -> tuple[list[Label], tuple[int, int]]:
    """Both rule passes over the page's blocks, and the best run."""
    blocks = page.blocks
    first = label_blocks(blocks)
    for reply in replies:
        for index in reply.blocks:
            first[index] = POST_HEAD if reply.head else COMMENT
    for index in find_markers([block.folded for block in blocks]):
        first[index] = MARKER
    labels = runs.among_neighbours(blocks, first)
    start, end = runs.with_ends(labels, runs.trim(labels, runs.best_run(labels)))
    return labels, (start, runs.with_items(blocks, labels, end))


def describe_page(page: Page) -> tuple[list[str], Floats]:
    """(feature names, one row of features per block)."""
    lines = Lines.of(page.blocks)
    labels, run = first_opinion(page, find_replies(page.blocks, lines, heads_of(page.blocks, lines), page.tree))
    return describe(page, labels, run)


def settle(
    blocks: Sequence[Block], found: Located, used: frozenset[int], mixed: frozenset[int] = frozenset()
) -> list[Label]:
    """Final labels of all blocks; `used`: blocks that a metadata value was read from. No other block is metadata, nor are those
    of them with more other text (`mixed`).
    """
    title, start, end = found.title.block, found.start, found.end
    used = frozenset(index for index in used if found.labels[index].role not in {"caption", "image"})
    top = title if 0 <= title < start else start
    known: dict[int, Label] = {index: MIXED if index in mixed else FACT for index in used if index < start}
    known |= _above(blocks, found, used, top)
    known |= {index: FACT for index in used if index >= end and _is_only_fact(blocks[index])}
    known |= {index: label for index, label in enumerate(found.labels) if label.role == "comment"} | {title: TITLE}
    if title > 0 and found.title.text and found.title.text in blocks[0].text:
        known[0] = WINDOW
    around = _around(blocks, found.labels)
    for index, label in known.items():
        if 0 <= index < len(around):
            around[index] = label
    inside = [_inside(blocks, found, index, used) for index in range(start, end)]
    around[start:end] = without_last_heading(blocks[start:end], inside)
    for index in contents_of(blocks, top + 1 if 0 <= title < start else start, end):
        around[index] = CONTENTS
    body = [index for index in range(start, end) if around[index].role == "body"]
    for row in step_rows([blocks[index].folded for index in body]):
        around[body[row]] = STEP
    return around


def _is_only_fact(block: Block) -> bool:
    """Whether a row holds names or a date and little else: nothing is lost with it once its value is known."""
    return block.is_date_row or is_byline(block.folded)


def _post_start(blocks: Sequence[Block], labels: Sequence[Label], start: int) -> int:
    """A post begins directly below its header, whatever its first lines look like."""
    for index in range(start - 1, max(-1, start - FORUM_HEAD), -1):
        if blocks[index].is_date_row:
            return index + 1
        if labels[index].stop or labels[index].role in {"image", "caption"}:
            return start
    return start


def _post_end(blocks: Sequence[Block], labels: Sequence[Label], start: int, end: int) -> int:
    """A post ends at the forum's line below it whatever its last lines look like, other stories at the first reply only if
    they have more lines that are no sentences.
    """
    for index in range(end, min(end + FORUM_HEAD, len(labels))):
        if labels[index].category == "post":
            return index
        if labels[index].role == "comment":
            plain = has_plain_lines(blocks[end:index], labels[end:index])
            return index if not plain or has_plain_lines(blocks[start:end], labels[start:end]) else end
        if labels[index].role != "body":
            break
    return end


def _around(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """Labels of blocks outside the body that contain no metadata."""
    around = [
        HEADLINE
        if label.category in _HEADLINES
        else STRAY_DATE
        if label.role == "metadata"
        else label
        if label.role == "dropped"
        else OUTSIDE
        for label in labels
    ]
    open_ = [index for index, label in enumerate(around) if label is not HEADLINE and label is not STRAY_DATE]
    for row in date_rows([blocks[index] for index in open_]):
        around[open_[row]] = STRAY_DATE
    return around


def _inside(blocks: Sequence[Block], found: Located, index: int, used: frozenset[int]) -> Label:
    """Label of a block inside the body. A date that is not the article's belongs to the story."""
    block, label = blocks[index], found.labels[index]
    title = blocks[found.title.block].folded if found.title.block >= 0 else ""
    if label.role == "metadata":
        return (
            label
            if index in used and not is_entry(blocks, found.labels, range(found.start, found.end), index)
            else SHORT_LINE
        )
    if label.role in {"caption", "image", "comment", "deck"}:
        return label
    if block.folded == title:
        return TITLE_AGAIN
    if (
        is_byline(block.folded)
        and not is_lead(block.text)
        and (index - found.start < BYLINE_EDGE or found.end - index <= BYLINE_EDGE)
    ):
        return BYLINE if index in used else OTHER_BYLINE
    if label.category in {"menu", "row"}:
        return SHORT_LINE
    early = index - found.start < DECK_LINES and len(block.text) <= DECK_MOST
    return AGAIN if early and label.category == "prose" and _comes_again(blocks, index, found.end) else label


def _comes_again(blocks: Sequence[Block], index: int, end: int) -> bool:
    key = blocks[index].folded.rstrip("。.…")
    return len(key) >= REPEATED_LEAST and any(key in blocks[i].folded for i in range(index + 1, end))


def _above(blocks: Sequence[Block], found: Located, used: frozenset[int], top: int) -> dict[int, Label]:
    """Labels of blocks between title and body: images, captions, decks."""
    between = [index for index in range(top + 1, found.start) if index not in used]
    title = blocks[found.title.block].folded if found.title.block >= 0 else ""
    kept = {index: found.labels[index] for index in between if found.labels[index].role in {"caption", "image", "deck"}}
    kept |= {index: OTHER_BYLINE for index in between if is_byline(blocks[index].folded)}
    kept |= {
        index: OTHER_FACT
        for index in between
        if index not in kept and _LABELLED.match(blocks[index].folded) and found.labels[index].role == "body"
    }
    kept |= {index: TITLE_AGAIN for index in between if is_without_kind(title, blocks[index].folded)}
    decks = [
        index
        for index in between
        if found.labels[index].role == "body"
        and DECK_LEAST <= len(blocks[index].text) <= DECK_MOST
        and index not in kept
        and not is_counts(blocks[index].folded)
        and any(map(str.isalnum, blocks[index].text))
    ]
    return kept | (dict.fromkeys(decks, DECK) if found.start - top <= LONG_HEAD and len(decks) <= DECK_LINES else {})
