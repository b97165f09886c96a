"""Locates the article: labels by rules, the model's decision, a thread's opening post, the title, and the body's edges."""

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cleaning.body import runs
from tui_reader.cleaning.body.columns import Floats
from tui_reader.cleaning.body.container import has_plain_lines
from tui_reader.cleaning.body.decide import decide
from tui_reader.cleaning.body.documents import document_body, is_authored
from tui_reader.cleaning.body.features import describe
from tui_reader.cleaning.body.judge import Label, label_blocks
from tui_reader.cleaning.body.leads import start_with_lead
from tui_reader.cleaning.body.letters import salutation_above, signature_below
from tui_reader.cleaning.body.rules import ENOUGH_BODY
from tui_reader.cleaning.body.split_bylines import above_buttons, below_byline
from tui_reader.cleaning.body.worth import Worth, nothing
from tui_reader.cleaning.comments.best_answers import answer_to_question
from tui_reader.cleaning.comments.opening_posts import REPLIES, between_heads, board_post, short_post, thread_size
from tui_reader.cleaning.comments.post_headers import find_post_headers
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.comments.threads import find_replies
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.metadata.titles import Title, find_title
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.markers import find_markers, is_counts

POST_HEADER = 12
"""Maximum lines of a post's header above its text."""

QUESTION, LEAST_POST = 14, 20
"""Maximum lines between a question and the row that counts its answers; minimum characters of sentences of each."""

COMMENT = Label("comment", "comment", "a reader's reply", 0.0, "hard")
MARKER = Label("dropped", "marker", "page number or “more” button", 0.0)
POST_HEAD = Label("dropped", "post_head", "forum rows with the author", 0.0, "hard")
SHORT_LINE = Label("body", "loose", "a short line inside the body", 0.0)
BETWEEN = Label("dropped", "post_head", "between a question and its answer", 0.0)
FORCED = Label("body", "loose", "kept on request", 0.0)


_NEVER_POST = frozenset({"post", "post_head", "garbled", "doubled"})
"""Categories that never belong to a thread's opening post."""


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
    if asked := _question_and_answer(blocks, labels, replies):
        title = find_title(page, asked[0])
        return _below_title(blocks, _asked_article(labels, asked, title), has_post=page.tree is not None)
    post = opening_post(blocks, labels, (start, end), replies, refused=worth.refusal is not None)
    if post:
        labels, start, end, worth = _as_body(labels, post), min(post), max(post) + 1, Worth(None, uncertain=False)
    title = find_title(page, start)
    if title.block in post:
        title = title._replace(block=-1)
    elif not post and (replies or any(label.category == "post" for label in labels[end : end + POST_HEADER])):
        start, end = _post_start(page, labels, start), _post_end(blocks, labels, start, end)
    return _below_title(blocks, Located(labels, start, end, title, worth), has_post=bool(post))


def _question_and_answer(blocks: Sequence[Block], labels: Sequence[Label], replies: Sequence[Reply]) -> list[int]:
    """Blocks of a question's text and of its best or first answer; empty on other pages and if either has no sentence."""
    row, answer = answer_to_question(blocks, replies)
    below = [index for index in answer if labels[index].role == "body"]
    above = _question(labels, row)
    told = [
        sum(len(blocks[index].text) for index in part if labels[index].category == "prose") for part in (above, below)
    ]
    return [*above, *below] if min(told) >= LEAST_POST else []


def _question(labels: Sequence[Label], row: int) -> list[int]:
    """Blocks of the paragraphs that stand nearest above the row `row` that counts the answers."""
    near = range(row - 1, max(-1, row - QUESTION), -1)
    last = next((index for index in near if labels[index].category == "prose"), -1)
    first = last
    while first > 0 and labels[first - 1].category == "prose":
        first -= 1
    return list(range(first, last + 1)) if last >= 0 else []


def _asked_article(labels: Sequence[Label], asked: Sequence[int], title: Title) -> Located:
    """The article of a question and its answer; other lines between them are left out."""
    inside = frozenset(asked)
    between = range(min(asked), max(asked) + 1)
    made = [
        BETWEEN if index in between and index not in inside and label.role in {"body", "metadata"} else label
        for index, label in enumerate(labels)
    ]
    return Located(made, min(asked), max(asked) + 1, title, Worth(None, uncertain=False))


def _below_title(blocks: Sequence[Block], located: Located, *, has_post: bool) -> Located:
    """The article with its body below the title, and below a byline in several rows; without a title if that is the only sentence of the body."""
    labels, start, end, title, _ = located
    if start <= title.block < end:
        below = labels[title.block + 1 : end]
        if labels[title.block].category == "prose" and not any(label.role == "body" for label in below):
            return located._replace(title=Title(None, -1))
        located = located._replace(start=title.block + 1)
    if not has_post:
        start = below_byline(blocks, located.start, end)
        located = located._replace(start=start, end=above_buttons(blocks, start, end))
    if not any(label.role == "body" for label in labels[located.start : end]):
        return located._replace(worth=Worth(nothing(blocks), uncertain=True))
    return _with_edges(blocks, located)


def _with_edges(blocks: Sequence[Block], located: Located) -> Located:
    """The article with a lead or salutation right above its body, and a signature right below."""
    labels, start, end = located.labels, located.start, located.end
    first = start_with_lead(blocks, located.title.block, start)
    if first < start and labels[first].role == "comment":
        first = start
    first = salutation_above(blocks, labels, located.title.block, first)
    last = signature_below(blocks, labels, start, end)
    added = frozenset((*range(first, start), *range(end, last)))
    return located._replace(labels=_as_body(labels, added), start=first, end=last) if added else located


def opening_post(
    blocks: Sequence[Block], labels: Sequence[Label], run: tuple[int, int], replies: Sequence[Reply], *, refused: bool
) -> frozenset[int]:
    """Opening post of a thread: by the forum's own rows or, if the page was `refused`, by its position above the replies."""
    in_replies = [block for reply in replies if not reply.is_header for block in reply.blocks]
    post = board_post(blocks, frozenset(in_replies))
    if post:
        return frozenset(post)
    size = sum(len(blocks[i].text) for i in range(*run) if labels[i].role == "body")
    if (size >= ENOUGH_BODY and not refused) or thread_size(replies) < REPLIES:
        return frozenset()
    if below_header := between_heads(replies):
        return frozenset(below_header)
    return frozenset(short_post(blocks, in_replies[0]))


def _as_body(labels: Sequence[Label], post: frozenset[int]) -> list[Label]:
    """Labels with every line of a post in the body, except replies, captions and forum rows."""
    return [
        SHORT_LINE
        if index in post and label.role in {"dropped", "metadata"} and label.category not in _NEVER_POST
        else label
        for index, label in enumerate(labels)
    ]


def best_effort(blocks: Sequence[Block], located: Located) -> Located:
    """A body for a page without one, on the user's request: the best text, else all lines that are not links."""
    if any(located.labels[index].role == "body" for index in range(located.start, located.end)):
        return located
    lines = [index for index, block in enumerate(blocks) if not block.mostly_links] or list(range(len(blocks)))
    labels = list(located.labels)
    for index in lines:
        labels[index] = FORCED
    return located._replace(labels=labels, start=lines[0] if lines else 0, end=lines[-1] + 1 if lines else 0)


def first_opinion(page: Page, replies: Sequence[Reply]) -> tuple[list[Label], tuple[int, int]]:
    """Both rule passes over the page's blocks, and the best run."""
    blocks = page.blocks
    first = label_blocks(blocks)
    for reply in replies:
        for index in reply.blocks:
            first[index] = POST_HEAD if reply.is_header else COMMENT
    for index in find_markers([block.folded for block in blocks]):
        first[index] = MARKER
    labels = runs.among_neighbours(blocks, first)
    start, end = runs.with_ends(labels, runs.trim(labels, runs.best_run(labels)))
    return labels, (start, runs.with_items(blocks, labels, end))


def describe_page(page: Page) -> tuple[list[str], Floats]:
    """(feature names, one row of features per block)."""
    lines = Lines.of(page.blocks)
    labels, run = first_opinion(
        page, find_replies(page.blocks, lines, find_post_headers(page.blocks, lines), page.tree)
    )
    return describe(page, labels, run)


def _post_start(page: Page, labels: Sequence[Label], start: int) -> int:
    """Start of a post: directly below its header, whatever the form of its first lines; rows about its author are the header's."""
    blocks = page.blocks
    for index in range(start - 1, max(-1, start - POST_HEADER), -1):
        if blocks[index].is_date_row:
            named = {note.block for note in page.notes if note.role in {"author", "member"}}
            below = range(index + 1, start)
            return next((row for row in below if row not in named and not is_counts(blocks[row].folded)), start)
        if labels[index].stop or labels[index].role in {"image", "caption"}:
            return start
    return start


def _post_end(blocks: Sequence[Block], labels: Sequence[Label], start: int, end: int) -> int:
    """End of a post: at the forum's line below it, whatever the form of its last lines. Other stories end at the first reply
    only if they have more lines that are no sentences.
    """
    for index in range(end, min(end + POST_HEADER, len(labels))):
        if labels[index].category == "post":
            return index
        if labels[index].role == "comment":
            plain = has_plain_lines(blocks[end:index], labels[end:index])
            return index if not plain or has_plain_lines(blocks[start:end], labels[start:end]) else end
        if labels[index].role != "body":
            break
    return end
