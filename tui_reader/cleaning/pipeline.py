"""The stages of cleaning in order: `clean` is the algorithm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from tui_reader.cleaning.amend import Word, amended
from tui_reader.cleaning.assemble import Sorted, assemble
from tui_reader.cleaning.body.classify import Located, best_effort, locate, settle
from tui_reader.cleaning.body.rules import LEAST_HAN
from tui_reader.cleaning.body.worth import nothing
from tui_reader.cleaning.comments.opening_posts import board_mark
from tui_reader.cleaning.comments.post_headers import Head, heads_of
from tui_reader.cleaning.comments.posts import opening
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
from tui_reader.cleaning.repair.repairs import Mended, mend
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned
from tui_reader.script.detect import count_han

LOOK = 100_000
"""Characters of a story examined for its language."""
FOREIGN = "no article found: the text is not Chinese"
UNREADABLE = "no article found: unreadable text (wrong encoding)"

__all__ = ["clean"]


def clean(  # noqa: PLR0913 - independent options, each given by name
    data: bytes,
    *,
    name: str | None = None,
    address: str | None = None,
    as_of: datetime | None = None,
    kept: Iterable[str] = (),
    dropped: Iterable[str] = (),
    force: bool = False,
    judged: bool = False,
) -> Cleaned:
    """The article in `data`, and what became of every block of it.

    `name` is for messages and tells .html from .txt where the content does not; `address` is used for a page that does
    not state its own; a relative time (1小時前) counts against
    `as_of` only. `kept` and `dropped` are texts of lines on which a person has had a word; they are found by their
    `line_key`. With `force` a page without an article gives its best text, marked as uncertain; with `judged` such a page
    gives what the cleaner decided for each block, and no line more. Raises SourceEmpty, SourceBinary, SourceTooLarge or
    NoArticle.
    """
    word = Word.of(kept, dropped)
    page, encoding = read_page(data, name, address)
    place = _found(page, name or "input", force=force, judged=judged)
    result = _told(page, place, mend(page, place.located, word.kept), as_of)
    if not (force or judged):
        _check(result, name or "input")
    return amended(assemble(result, encoding), word)


class _Thread(NamedTuple):
    """The heads of posts and the replies on a page, and where the article stands beside them."""

    heads: list[Head]
    replies: list[Reply]
    located: Located


def _found(page: Page, where: str, *, force: bool, judged: bool) -> _Thread:
    """The article's place among its readers' replies. Raises NoArticle unless the page is to be taken anyway, or judged only."""
    lines = Lines.of(page.blocks)
    heads = heads_of(page.blocks, lines)
    replies = find_replies(page.blocks, lines, heads, page.tree)
    found = locate(page, replies)
    refusal = _foreign(page.blocks[found.start : found.end] or page.blocks) or found.worth.refusal
    if refusal is not None and not (force or judged):
        raise NoArticle(where, refusal)
    if refusal is not None and force:
        found = best_effort(page.blocks, found)
    return _Thread(heads, replies, found)


def _told(page: Page, thread: _Thread, mended: Mended, as_of: datetime | None) -> Sorted:
    """The facts about the story, and the last word on every block."""
    blocks, found, cut_out, places = mended
    notes = tuple(note._replace(block=places[note.block]) for note in page.notes)
    posted = opening(page.blocks, thread.heads) or board_mark(page.blocks)
    place = Place(found.title.block, found.start, found.end)
    facts = find_facts(replace(page, blocks=blocks, notes=notes), place, as_of, posted)
    labels = settle(blocks, found, facts.rows | _named(blocks, found, facts), facts.mixed)
    return Sorted(page, found, blocks, labels, facts, merge(thread.replies), cut_out, places)


def _check(result: Sorted, where: str) -> None:
    """Raise NoArticle where nothing of the body is left, or nothing that can be read."""
    pairs = zip(result.blocks, result.located.labels, strict=True)
    story = [block.text for block, label in pairs if label.role == "body"]
    if not story or not is_readable("".join(story)):
        raise NoArticle(where, UNREADABLE)
    if not any(label.role == "body" for label in result.labels):
        raise NoArticle(where, nothing(result.page.blocks))


class Source(NamedTuple):
    """A document as blocks, and its encoding."""

    page: Page
    encoding: str


def read_page(data: bytes, name: str | None = None, address: str | None = None) -> Source:
    """Parse `data` to a page, whatever its form. Raises SourceEmpty, SourceBinary or SourceTooLarge."""
    where = name or "input"
    saved = open_saved(data)
    decoded = decode_as_is(saved.data, where, saved.charset)
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


def _named(blocks: Sequence[Block], found: Located, facts: Facts) -> frozenset[int]:
    """Lines between title and body that only repeat metadata: a paper's name is not a deck."""
    words = {facts.source, facts.author, facts.category}
    between = range(found.title.block + 1, found.start) if found.title.block >= 0 else ()
    return frozenset(index for index in between if blocks[index].text in words)


def _foreign(body: Sequence[Block]) -> str | None:
    """Why a program, README or English page is rejected; technical articles may be more than half Latin."""
    text = "".join([block.text[:LOOK] for block in body])[:LOOK]
    least = LEAST_HAN * len(text)
    return None if count_han(text[: len(text) // 4]) >= least or count_han(text) >= least else FOREIGN
