"""Bytes → article: what the story says, what stands around it, and why each line was kept or dropped.

The value that travels is a list of blocks. The stages, in order, each in a module of its own:

    decode      bytes → text. A byte order mark or valid UTF-8 is believed; else the decoding whose characters are the
                commonest wins, whatever the page declares. Binary files end here. The text is made harmless.
    blocks      text → blocks, one a line; `unwrap` joins lines that were cut at a fixed display width.
    markup      HTML → blocks, one a block-level element, each with the share of its text in links. `events` takes the
                page down while BeautifulSoup's parser passes over it, without a tree; `pieces` makes lines of what it
                took, `tables` tells data from layout, `elements` says what tags and names mean. What stands in
                navigation, footers, asides or is hidden is set apart at once, unless the story stands there. What the
                head declares (JSON-LD, OpenGraph, meta) is read by `declared`. From here on both forms are one.
    lines       all rows as one text: patterns are asked of the page first, and of those rows only that show something.
    talk        rows of a thread (推 nick: text, nick12樓text) are set apart as replies; wrapped ones are joined.
    judge       first pass: each block alone gets a label, with a weight in characters of prose. Cue phrases
                (`phrases`, found by `cues` on folded text) come first, then form (`captions`, links, addresses), then
                punctuation: a full stop makes prose, a short line without any mark weighs against.
    runs        second pass: a block among its neighbours (doubled lines, captions over a credit or under a picture);
                then the best run: the stretch with the greatest sum of weights that no hard stop parts. An earlier run
                of half the weight is preferred: what is appended below a story may be longer than it.
    titles      above the run: the line that the window's title begins with, that a date follows, that markup heads.
    repair      in the run: pieces of the title scattered through sentences are taken out (`injection`), an endless
                paragraph is split where the source still shows its parts (`paragraphs`).
    facts       dates (`stamps`, read by `dates`), author, source, category, address: out of the `rows` about title and
                end, by label, beside the date (`beside`), in first and last lines, in the window's title (`names`
                tells people from papers).
    classify    locates run and title (`locate`), and has the last word on every block (`settle`).
    assemble    labelled blocks → Article and a verdict for every block.

Thresholds stand in `rules`, phrases in `phrases`, each with its reason. Nothing here knows a site.
"""

from dataclasses import replace
from datetime import datetime

from tui_reader.cleaning.assemble import Sorted, assemble
from tui_reader.cleaning.blocks import Page, from_text, is_markup
from tui_reader.cleaning.classify import locate, prose_of, settle
from tui_reader.cleaning.decode import decode_as_is, harmless
from tui_reader.cleaning.facts import find_facts
from tui_reader.cleaning.heads import heads_of
from tui_reader.cleaning.lines import Lines
from tui_reader.cleaning.posts import opening
from tui_reader.cleaning.repair import mend
from tui_reader.cleaning.rows import Place
from tui_reader.cleaning.rules import ENOUGH_BODY
from tui_reader.cleaning.talk import find_replies, merge
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned

__all__ = ["clean"]


def clean(data: bytes, *, name: str | None = None, as_of: datetime | None = None) -> Cleaned:
    """The article in `data`, and what became of every block of it.

    `name` is for messages and tells .html from .txt where the content does not; a relative time (1小時前) counts against
    `as_of` only. Raises SourceEmpty, SourceBinary, SourceTooLarge or NoArticle.
    """
    where = name or "input"
    decoded = decode_as_is(data, where)
    page = _read(decoded.text, name, where)
    lines = Lines.of(page.blocks)
    heads = heads_of(page.blocks, lines)
    replies = find_replies(page.blocks, lines, heads)
    found = locate(page, replies)
    if prose_of(page.blocks, found) < ENOUGH_BODY:
        raise NoArticle(where, _why_none(page))
    blocks, found, cut_out = mend(page.blocks, found)
    place = Place(found.title.block, found.start, found.end)
    facts = find_facts(replace(page, blocks=blocks), place, as_of, opening(page.blocks, heads))
    labels = settle(blocks, found, facts.rows)
    result = Sorted(page, found.title, blocks, labels, facts, merge(replies), cut_out)
    return assemble(result, decoded.encoding)


def _read(text: str, name: str | None, where: str) -> Page:
    """The page of a decoded document, whichever form it has."""
    if not is_markup(text, name):
        return from_text(harmless(text, where), where)
    from tui_reader.cleaning.markup import from_markup  # noqa: PLC0415 - a text dump needs no HTML parser

    return from_markup(text, where)


def _why_none(page: Page) -> str:
    """Why there is no article on the page, as a clause."""
    if not page.blocks:
        return "no article found: there is no text on the page"
    if len(page.blocks) == 1:
        return "no article found: its one line is no story"
    return f"no article found: none of its {len(page.blocks):,} lines is part of a story"
