"""Text → blocks: the units that are kept or dropped.

A block of a dump is a line (or a paragraph joined from wrapped lines), a block of HTML the content of a block-level element.
Later stages treat both alike.
"""

import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress, repeat
from typing import NamedTuple

from tui_reader.cleaning.markup.harmless import is_address
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.markup.unwrap import PAUSED, Row, unwrap, without_breaks, wrapped_at
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.cleaning.patterns.dates import (
    Found,
    are_nearly_all,
    find_dates,
    may_be_date_row,
    rows_with_signs,
)
from tui_reader.cleaning.patterns.forum_patterns import Mark, mark_of
from tui_reader.cleaning.patterns.phrases import Family
from tui_reader.errors import SourceTooLarge
from tui_reader.model import Kind, Role
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

_SPACES = re.compile(r"[^\S\n][^\S\n]+")
_PLAIN_SPACES = re.compile("  +")
_RARE_SPACES = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
"""Rare space characters: pages without them skip the slower pattern."""

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|table|meta|article|section)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
MOST_BLOCKS = 300_000
"""Maximum lines of a document, three times the longest novels; bounds the work on hostile pages."""
BLANKS = 10
"""Maximum blank lines per line."""
ENOUGH_TAGS = 8
"""Tags in the first LOOK characters that make a page without a head HTML."""
LOOK = 20_000
TAG_SHARE = 0.1
"""Share of text in tags that makes a page HTML if it does not begin with a tag."""
TAGGED_ROWS = 0.3
"""Share of Han lines with tags."""
_HAN = re.compile(f"[{HAN}]")
_BEGIN = "\ufeff \t\r\n"


MOSTLY_LINKS = 0.5
"""Share of linked text from which a block is a link list; paragraphs may have a linked name or two."""


class _Fields(NamedTuple):
    """Data of a block. `kind`: given by markup; `links`: linked share of the text; `tag`: element name; `hints`: words of class, id
    and role; `node`: innermost block-level element in the page's `Tree`. Empty for text dumps. `gap`: in
    a dump, a blank line is above it.
    """

    text: str
    folded: str
    kind: Kind | None = None
    links: float = 0.0
    tag: str = ""
    hints: str = ""
    node: int = 0
    gap: bool = False


class Block(_Fields):
    """A piece of the source with cached answers for all stages.

    A repaired text makes a new block. `folded` has the same length as `text`.
    """

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        """Dates in it, in order, without those whose day/month order depends on the page's language."""
        return tuple(find_dates(self.folded))

    @cached_property
    def is_date_row(self) -> bool:
        """Whether it contains a date and little else."""
        return may_be_date_row(self.folded) and are_nearly_all(self.dates, self.folded)

    @cached_property
    def mark(self) -> Mark | None:
        """Its content as a forum row; None if it has no time or floor, or other content."""
        return mark_of(self.text, self.folded)

    @cached_property
    def family(self) -> Family | None:
        """Phrase family of the folded text; None if no cue phrase is in it."""
        return cue(self.folded)

    @property
    def mostly_links(self) -> bool:
        """Whether most of its text is linked."""
        return self.links > MOSTLY_LINKS


def date_rows(blocks: Sequence[Block]) -> list[int]:
    """Blocks with a date and little else; same as `Block.is_date_row` for many blocks at once."""
    return [index for index in rows_with_signs([block.folded for block in blocks]) if blocks[index].is_date_row]


@dataclass(frozen=True, slots=True)
class Declared:
    """Declarations of a page's head; None if absent. `site`: name of the whole site. `is_writer`: the author is declared as the
    article's (JSON-LD, article:author), not only the page's. `is_own`: written by the author for this document (front matter, mail
    headers), not by a template: taken as it is.
    """

    title: str | None = None
    author: str | None = None
    source: str | None = None
    site: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    images: tuple[str, ...] = ()
    body: str | None = None
    language: str | None = None
    is_writer: bool = False
    tags: tuple[str, ...] = ()
    deck: str | None = None
    is_own: bool = False


class Apart(NamedTuple):
    """A line that markup certainly separates from the story: index of the following block, the reason, and its role (dropped,
    or metadata for the lines of front matter and mail headers).
    """

    before: int
    text: str
    reason: str
    role: Role = "dropped"


class Placed(NamedTuple):
    """An image: index of the following block, URL as written, and its element in the page's tree."""

    before: int
    address: str
    node: int


class Noted(NamedTuple):
    """Attributes of an element inside the page: its block, and a name or time.

    `role`: published, updated, author, member (link to a user's page) or source.
    """

    block: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: blocks in order, declarations, `<title>`, lines set apart, scripts, element tree (None for a dump), images,
    base URL of the images, notes from attributes, and whether a text is a document with structure of its own (Markdown, a mail).
    """

    blocks: list[Block]
    declared: Declared = field(default_factory=Declared)
    window_title: str | None = None
    apart: tuple[Apart, ...] = ()
    scripts: tuple[str, ...] = ()
    tree: Tree | None = None
    pictures: tuple[Placed, ...] = ()
    base: str | None = None
    notes: tuple[Noted, ...] = ()
    is_document: bool = False


def with_address(page: Page, address: str | None) -> Page:
    """The page with the URL it was saved from, if it declares none."""
    if page.declared.url or not address or not is_address(address):
        return page
    return replace(page, declared=replace(page.declared, url=address))


def is_markup(text: str, name: str | None) -> bool:
    """Whether it is HTML: by content; by name only if the content is ambiguous."""
    head = text[:LOOK]
    if _MARKUP.search(head[:4000]) and (head.lstrip(_BEGIN).startswith("<") or _is_tagged_throughout(head)):
        return True
    tags = len(_TAG.findall(head))
    named = name is not None and name.lower().endswith((".html", ".htm", ".xhtml", ".shtml"))
    return tags >= (1 if named else ENOUGH_TAGS) and (named or head.lstrip().startswith("<"))


def _is_tagged_throughout(head: str) -> bool:
    """Whether sentences contain tags too; in a text about HTML only code lines do."""
    rows = [row for row in head.split("\n") if _HAN.search(row)]
    tagged = sum(_TAG.search(row) is not None for row in rows)
    return _tag_share(head) >= TAG_SHARE and tagged >= TAGGED_ROWS * len(rows)


def _tag_share(head: str) -> float:
    return sum(map(len, map(re.Match.group, _TAG.finditer(head)))) / max(len(head), 1)


def from_text(text: str, where: str = "input") -> Page:
    """Page of a text dump: a block per line, wrapped lines joined. SourceTooLarge, naming `where`."""
    check_size(text.count("\n") / BLANKS, where)
    lines = list(map(str.strip, _evenly_spaced(text).split("\n")))
    blank = list(map(operator.not_, lines))
    texts = list(filter(None, lines))
    check_size(len(texts), where)
    gaps = list(compress([False, *blank], map(operator.not_, blank)))
    if any(text[-1] in PAUSED for text in texts) or wrapped_at(texts, gaps) is not None:
        rows = without_breaks(unwrap(list(map(Row, texts, gaps))))
        texts, gaps = [row.text for row in rows], [row.gap for row in rows]
    return Page(plain_blocks(texts, gaps))


def check_size(lines: float, where: str) -> None:
    """Raise SourceTooLarge for too many lines."""
    if lines > MOST_BLOCKS:
        raise SourceTooLarge(where, f"more than {MOST_BLOCKS:,} lines")


def plain_blocks(texts: Sequence[str], gaps: Sequence[bool] = ()) -> list[Block]:
    """Blocks without markup information. `gaps`: which have a blank line before them."""
    folded = fold("\n".join(texts)).split("\n")
    # made in C: calling a named tuple's class takes thrice as long, and a page has a thousand lines
    gap: Iterable[bool] = gaps or repeat(False)
    fields = zip(texts, folded, repeat(None), repeat(0.0), repeat(""), repeat(""), repeat(0), gap, strict=False)
    return list(map(tuple.__new__, repeat(Block), fields))


def _evenly_spaced(text: str) -> str:
    """Collapse runs of spaces, tabs and special spaces to single spaces."""
    for space in "\t\xa0\u3000":
        text = text.replace(space, " ")
    if any(map(text.__contains__, _RARE_SPACES)):
        return _SPACES.sub(" ", text)
    return _PLAIN_SPACES.sub(" ", text) if "  " in text else text
