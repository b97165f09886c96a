"""The stages of cleaning in order: `clean` is the algorithm."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from tui_reader.cleaning.amend import LineDecisions, apply_decisions
from tui_reader.cleaning.assemble import StageResults, assemble
from tui_reader.cleaning.body.final_labels import final_labels
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.locate import Located, best_effort, locate
from tui_reader.cleaning.body.rules import LEAST_HAN
from tui_reader.cleaning.body.worth import nothing
from tui_reader.cleaning.comments.opening_posts import board_mark, header_mark
from tui_reader.cleaning.comments.post_headers import PostHeader, find_post_headers
from tui_reader.cleaning.comments.posts import first_post
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.comments.threads import find_replies, merge
from tui_reader.cleaning.decode.decoding import decode_as_is, harmless_text, is_readable
from tui_reader.cleaning.decode.escapes import without_escapes
from tui_reader.cleaning.decode.mhtml import open_saved
from tui_reader.cleaning.markup.blocks import Block, Page, is_markup, with_address
from tui_reader.cleaning.markup.documents import from_document, from_message, is_document, with_headers
from tui_reader.cleaning.markup.mail import Headers
from tui_reader.cleaning.metadata.facts import Facts, find_facts
from tui_reader.cleaning.metadata.rows import Place
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.repair.repairs import Repaired, repair
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned
from tui_reader.script.detect import count_han

LANGUAGE_SAMPLE = 100_000
"""Characters of a body examined for its language."""
FOREIGN = "no article found: the text is not Chinese"
UNREADABLE = "no article found: unreadable text (wrong encoding)"

_RULE = re.compile(r"([^\w\s])\1{3,}")
"""A sign again and again: a ruler is of no language."""

__all__ = ["clean"]


def clean(  # noqa: PLR0913 - independent options, each given by name
    data: bytes,
    *,
    name: str | None = None,
    address: str | None = None,
    charset: str | None = None,
    as_of: datetime | None = None,
    kept: Iterable[str] = (),
    dropped: Iterable[str] = (),
    force: bool = False,
    judged: bool = False,
) -> Cleaned:
    """The article in `data`, and a verdict for each block. Raises SourceEmpty, SourceBinary, SourceTooLarge or NoArticle.

    `name`, `address`: file name, and URL of a page that does not state its own. `charset`: as a server declared it, which
    counts as much as a declaration in the page. `as_of`: reference of relative times (1小時前).
    `kept`, `dropped`: lines that the user restored or dropped. A page without an article gives its best text with `force`, the
    label of each block with `judged`.
    """
    where = name or "input"
    decisions = LineDecisions.of(kept, dropped)
    page, encoding = read_page(data, name, address, charset)
    thread = _find_thread(page)
    located = _locate_article(page, thread.replies, where, force=force, judged=judged)
    repaired = repair(page, located, decisions.kept)
    facts = _find_facts(page, repaired, thread, as_of)
    labels = final_labels(repaired.blocks, repaired.located, facts.rows | _repeated(repaired, facts), facts.mixed)
    if not (force or judged):
        _check_body(repaired, labels, page, where)
    results = StageResults(page, repaired, labels, facts, merge(thread.replies))
    return apply_decisions(assemble(results, encoding), decisions)


class _Thread(NamedTuple):
    """Headers of posts and replies on a page."""

    post_headers: list[PostHeader]
    replies: list[Reply]


def _find_thread(page: Page) -> _Thread:
    lines = Lines.of(page.blocks)
    post_headers = find_post_headers(page.blocks, lines)
    return _Thread(post_headers, find_replies(page.blocks, lines, post_headers, page.tree))


def _locate_article(page: Page, replies: Sequence[Reply], where: str, *, force: bool, judged: bool) -> Located:
    """The article's title and body. NoArticle for a page without one, unless `force` or `judged`."""
    located = locate(page, replies)
    refusal = _foreign(page.blocks[located.start : located.end] or page.blocks) or located.worth.refusal
    if refusal is not None and not (force or judged):
        raise NoArticle(where, refusal)
    return best_effort(page.blocks, located) if refusal is not None and force else located


def _find_facts(page: Page, repaired: Repaired, thread: _Thread, as_of: datetime | None) -> Facts:
    """Metadata of the article; those of a thread's first post count as evidence, those of comments do not."""
    in_comments = frozenset(index for reply in thread.replies if reply.comment for index in reply.blocks)
    outside = (note for note in page.notes if note.block not in in_comments)
    notes = tuple(note._replace(block=repaired.new_index[note.block]) for note in outside)
    opening = first_post(page.blocks, thread.post_headers) or board_mark(page.blocks)
    opening = opening or header_mark(page.blocks, thread.replies)
    located = repaired.located
    place = Place(located.title.block, located.start, located.end)
    return find_facts(replace(page, blocks=repaired.blocks, notes=notes), place, as_of, opening)


def _repeated(repaired: Repaired, facts: Facts) -> frozenset[int]:
    """Lines between title and body that only repeat metadata: a paper's name is not a deck."""
    title, start = repaired.located.title.block, repaired.located.start
    values = {facts.source, facts.author, facts.category}
    between = range(title + 1, start) if title >= 0 else ()
    return frozenset(index for index in between if repaired.blocks[index].text in values)


def _check_body(repaired: Repaired, labels: Sequence[Label], page: Page, where: str) -> None:
    """NoArticle if no block of the body is left, or none is readable."""
    pairs = zip(repaired.blocks, repaired.located.labels, strict=True)
    body = [block.text for block, label in pairs if label.role == "body"]
    if not body or not is_readable("".join(body)):
        raise NoArticle(where, UNREADABLE)
    if not any(label.role == "body" for label in labels):
        raise NoArticle(where, nothing(page.blocks))


class Source(NamedTuple):
    """A document as blocks, and its encoding."""

    page: Page
    encoding: str


def read_page(data: bytes, name: str | None = None, address: str | None = None, charset: str | None = None) -> Source:
    """Parse `data` to a page, whatever its form. Raises SourceEmpty, SourceBinary or SourceTooLarge."""
    where = name or "input"
    saved = open_saved(data)
    decoded = decode_as_is(saved.data, where, saved.charset or charset)
    page = _read(decoded.text, name, where, saved.headers)
    return Source(with_address(page, saved.address or address), decoded.encoding)


def _read(text: str, name: str | None, where: str, headers: Headers) -> Page:
    """Page of HTML or text; `headers`: those of the mail that contained it."""
    if is_document(text, name) or not is_markup(text, None if headers else name):
        text = harmless_text(without_escapes(text), where)
        return from_message(text, headers, where) if headers else from_document(text, name, where)
    from tui_reader.cleaning.markup.html import from_markup  # noqa: PLC0415 - a text dump needs no HTML parser

    page = from_markup(text, where)
    return with_headers(page, headers) if headers else page


def _foreign(body: Sequence[Block]) -> str | None:
    """The reason to reject a text that is not Chinese; None for an article. Technical articles may be more than half Latin."""
    text = "".join([block.text[:LANGUAGE_SAMPLE] for block in body])[:LANGUAGE_SAMPLE]
    text = _RULE.sub(r"\1", text)
    least = LEAST_HAN * len(text)
    return None if count_han(text[: len(text) // 4]) >= least or count_han(text) >= least else FOREIGN
