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
from tui_reader.cleaning.comments.post_headers import heads_of
from tui_reader.cleaning.comments.posts import opening
from tui_reader.cleaning.comments.threads import find_replies, merge
from tui_reader.cleaning.decode.decoding import decode_as_is, harmless_text, is_readable
from tui_reader.cleaning.decode.escapes import without_escapes
from tui_reader.cleaning.decode.mhtml import open_saved
from tui_reader.cleaning.markup.blocks import Block, Page, from_text, is_markup, with_address
from tui_reader.cleaning.metadata.facts import Facts, find_facts
from tui_reader.cleaning.metadata.rows import Place
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.repair.repairs import mend
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned
from tui_reader.script.detect import count_han

LOOK = 100_000
"""Characters of a story that tell its language."""
FOREIGN = "no article found: there is hardly any Chinese in its text"
UNREADABLE = "no article found: its text was decoded with a wrong encoding once and cannot be read"

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

    `name` is for messages and tells .html from .txt where the content does not; `address` is used for a page
    that does not state its own; a relative time (1小時前) counts against `as_of` only. `kept` and `dropped` are texts of lines on which a person has had a word; they are found by their
    `line_key`. With `force` a page without an article gives its best text, marked as uncertain; with `judged` such a page
    gives what the cleaner decided for each block, and no line more. Raises SourceEmpty, SourceBinary, SourceTooLarge or
    NoArticle.
    """
    word = Word.of(kept, dropped)
    where = name or "input"
    page, encoding = read_page(data, name, address)
    lines = Lines.of(page.blocks)
    heads = heads_of(page.blocks, lines)
    replies = find_replies(page.blocks, lines, heads, page.tree)
    found = locate(page, replies)
    refusal = _foreign(page.blocks[found.start : found.end] or page.blocks) or found.worth.refusal
    if refusal is not None and not (force or judged):
        raise NoArticle(where, refusal)
    if refusal is not None and force:
        found = best_effort(page.blocks, found)
    blocks, found, cut_out, places = mend(page, found, word.kept)
    story = [block.text for block, label in zip(blocks, found.labels, strict=True) if label.role == "body"]
    if not (force or judged) and (not story or not is_readable("".join(story))):
        raise NoArticle(where, UNREADABLE)
    place = Place(found.title.block, found.start, found.end)
    notes = tuple(note._replace(block=places[note.block]) for note in page.notes)
    mended = replace(page, blocks=blocks, notes=notes)
    facts = find_facts(mended, place, as_of, opening(page.blocks, heads) or board_mark(page.blocks))
    labels = settle(blocks, found, facts.rows | _named(blocks, found, facts))
    if not (force or judged) and not any(label.role == "body" for label in labels):
        raise NoArticle(where, nothing(page.blocks))
    result = Sorted(page, found, blocks, labels, facts, merge(replies), cut_out, places)
    return amended(assemble(result, encoding), word)


class Source(NamedTuple):
    """A document as blocks, and the encoding that it came in."""

    page: Page
    encoding: str


def read_page(data: bytes, name: str | None = None, address: str | None = None) -> Source:
    """The page that `data` holds, whichever form it has. Raises SourceEmpty, SourceBinary or SourceTooLarge."""
    where = name or "input"
    saved = open_saved(data)
    decoded = decode_as_is(saved.data, where, saved.charset)
    return Source(with_address(_read(decoded.text, name, where), saved.address or address), decoded.encoding)


def _read(text: str, name: str | None, where: str) -> Page:
    if not is_markup(text, name):
        return from_text(harmless_text(without_escapes(text), where), where)
    from tui_reader.cleaning.markup.html import from_markup  # noqa: PLC0415 - a text dump needs no HTML parser

    return from_markup(text, where)


def _named(blocks: Sequence[Block], found: Located, facts: Facts) -> frozenset[int]:
    """Lines between title and body that are no more than a fact's own words: a paper's name there is no standfirst."""
    words = {facts.source, facts.author, facts.category}
    between = range(found.title.block + 1, found.start) if found.title.block >= 0 else ()
    return frozenset(index for index in between if blocks[index].text in words)


def _foreign(body: Sequence[Block]) -> str | None:
    """Why a program, a README or a page in English is refused; a technical article may be Latin by a half and more."""
    text = "".join([block.text[:LOOK] for block in body])[:LOOK]
    least = LEAST_HAN * len(text)
    return None if count_han(text[: len(text) // 4]) >= least or count_han(text) >= least else FOREIGN
