"""Text → blocks: the pieces that are kept or dropped as a whole.

A block of a text dump is a line (or a paragraph that was wrapped into lines); one of markup is what a block-level tag
holds. From here on both are the same.
"""

import operator
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress, repeat
from typing import NamedTuple, TypeGuard

from tui_reader.cleaning.markup.harmless import is_address
from tui_reader.cleaning.markup.markdown import is_markdown, read_markdown
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.cleaning.markup.unwrap import Row, unwrap, wrapped_at
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.cleaning.patterns.dates import Found, are_nearly_all, find_dates, may_be_date_row, rows_with_signs
from tui_reader.cleaning.patterns.forum_patterns import Mark, mark_of
from tui_reader.cleaning.patterns.phrases import Family
from tui_reader.errors import SourceTooLarge
from tui_reader.model import Kind
from tui_reader.script.fold import fold

_SPACES = re.compile(r"[^\S\n][^\S\n]+")
_PLAIN_SPACES = re.compile("  +")
_RARE_SPACES = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
"""What beside the three commonest kinds is a space. Nearly no page has one, so none pays for a pattern of all kinds."""

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|table|meta|article|section)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
MOST_BLOCKS = 300_000
"""Lines that are taken of one document: the longest novels have a third of that. A page made to hurt has millions."""
BLANKS = 10
"""Blank lines that there may be to each of them."""
ENOUGH_TAGS = 8
"""Tags in the first LOOK characters that make a page without a head markup; a text about HTML shows fewer."""
LOOK = 20_000
TAG_SHARE = 0.1
"""Share of the text in tags from which one that does not begin with a tag is markup; a text about HTML has a few."""
TAGGED_ROWS = 0.3
"""Share of its lines with Han that have tags in them."""
_HAN = re.compile("[\u4e00-\u9fff]")
_BEGIN = "\ufeff \t\r\n"


MOSTLY_LINKS = 0.5
"""From this share of its text in links a block is a list of links; a paragraph may have a linked name or two."""


class _Fields(NamedTuple):
    """What a block is read as: `kind` is what markup says it is, `links` the share of its text in links, `tag` the element,
    `hints` words from class, id and role that say what the page's maker took it for, `node` the innermost block-level element in
    the page's `Tree`; a text dump leaves them empty.
    """

    text: str
    folded: str
    kind: Kind | None = None
    links: float = 0.0
    tag: str = ""
    hints: str = ""
    node: int = 0


class Block(_Fields):
    """One piece of the source, and what every stage may ask of it; each answer is found once, when it is first asked for.

    A block whose text is repaired is another one, with answers of its own. `folded` is as long as `text`.
    """

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        """The dates in it, in order, without those whose day and month only the page's language tells apart."""
        return tuple(find_dates(self.folded))

    @cached_property
    def is_date_row(self) -> bool:
        """Does it hold a date and little else?"""
        return may_be_date_row(self.folded) and are_nearly_all(self.dates, self.folded)

    @cached_property
    def mark(self) -> Mark | None:
        """What it tells as a row about a post; None where it tells neither time nor floor, or more than that."""
        return mark_of(self.text, self.folded)

    @cached_property
    def family(self) -> Family | None:
        """The family of phrases that it belongs to, if any."""
        return cue(self.folded)

    @property
    def mostly_links(self) -> bool:
        """Is most of its text in links?"""
        return self.links > MOSTLY_LINKS


def date_rows(blocks: Sequence[Block]) -> list[int]:
    """Which of the blocks hold a date and little else: the same answers, for many blocks at once."""
    return [index for index in rows_with_signs([block.folded for block in blocks]) if blocks[index].is_date_row]


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says about itself in its head; absent things are None. `site`: the name of the whole site.
    `is_writer`: the author is said to be the article's (JSON-LD, article:author), not only the page's.
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


class Apart(NamedTuple):
    """A line that the page's markup sets apart from the story for certain: the block before which it stood, and why."""

    before: int
    text: str
    reason: str


class Placed(NamedTuple):
    """A picture: the block before which it stands, its address as written, and the element around it in the page's tree."""

    before: int
    address: str
    node: int


class Noted(NamedTuple):
    """What an element inside the page says by its attributes: the block that it stands in, and a name or a moment.

    `role`: published, updated, author, member (a link to somebody's page) or source.
    """

    block: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is left of the source's form: blocks in order, what the head declares, the `<title>`, what stands apart,
    the page's scripts as they stand there, the tree of its elements (None for a text dump), pictures outside its furniture,
    the address that theirs are relative to, what elements say of the article by their attributes, and whether a text is Markdown.
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
    markdown: bool = False


def with_address(page: Page, address: str | None) -> Page:
    """The page with the address that it was saved from, where it declares none itself."""
    if page.declared.url or not address or not is_address(address):
        return page
    return replace(page, declared=replace(page.declared, url=address))


def is_markup(text: str, name: str | None) -> bool:
    """Is it HTML? By what stands in it; the name decides only where that is unclear."""
    head = text[:LOOK]
    if _MARKUP.search(head[:4000]) and (head.lstrip(_BEGIN).startswith("<") or _is_tagged_throughout(head)):
        return True
    tags = len(_TAG.findall(head))
    named = name is not None and name.lower().endswith((".html", ".htm", ".xhtml", ".shtml"))
    return tags >= (1 if named else ENOUGH_TAGS) and (named or head.lstrip().startswith("<"))


def _is_tagged_throughout(head: str) -> bool:
    """Do tags stand in the sentences too? In a text about HTML they stand in lines of programs."""
    rows = [row for row in head.split("\n") if _HAN.search(row)]
    tagged = sum(_TAG.search(row) is not None for row in rows)
    return _tag_share(head) >= TAG_SHARE and tagged >= TAGGED_ROWS * len(rows)


def _tag_share(head: str) -> float:
    return sum(map(len, map(re.Match.group, _TAG.finditer(head)))) / max(len(head), 1)


def from_text(text: str, where: str = "input") -> Page:
    """The page of a text dump; a line a block, wrapped lines joined. Raises SourceTooLarge, naming `where`."""
    check_size(text.count("\n") / BLANKS, where)
    if is_markdown(text):
        return _from_markdown(text, where)
    lines = list(map(str.strip, _evenly_spaced(text).split("\n")))
    blank = list(map(operator.not_, lines))
    texts = list(filter(None, lines))
    check_size(len(texts), where)
    gaps = list(compress([False, *blank], map(operator.not_, blank)))
    if wrapped_at(texts, gaps) is not None:
        texts = [row.text for row in unwrap(list(map(Row, texts, gaps)))]
    return Page(plain_blocks(texts))


def _from_markdown(text: str, where: str) -> Page:
    """The page of a Markdown document; its front matter is what it declares."""
    lines, fields = read_markdown(text)
    check_size(len(lines), where)
    texts = [line.text if line.kind in {"code", "table"} else _evenly_spaced(line.text) for line in lines]
    blocks = [
        Block(text, fold(text), line.kind, line.links, line.tag)
        for text, line in zip(texts, lines, strict=True)
        if text
    ]
    return Page(blocks, _declared_in(fields), markdown=True)


def _is_address(value: str | None) -> TypeGuard[str]:
    return value is not None and value.startswith(("http://", "https://"))


def _declared_in(fields: Mapping[str, str]) -> Declared:
    """What the front matter of a document declares, whichever of the usual names its fields have."""

    def first(*names: str) -> str | None:
        return next((fields[name] for name in names if name in fields), None)

    source = first("source", "来源", "來源")
    address = next(
        (value for value in (first("url", "link", "链接", "網址", "网址"), source) if _is_address(value)), None
    )
    return Declared(
        title=first("title", "标题", "標題"),
        author=first("author", "作者"),
        published=first("published", "date", "日期", "发布日期", "發布日期", "發佈日期"),
        url=address,
        source=None if _is_address(source) else source,
        is_writer=True,
    )


def check_size(lines: float, where: str) -> None:
    """Raise SourceTooLarge for a page of more lines than are taken."""
    if lines > MOST_BLOCKS:
        raise SourceTooLarge(where, f"it has more than {MOST_BLOCKS:,} lines, and no story has")


def plain_blocks(texts: Sequence[str]) -> list[Block]:
    """A block for each text, without anything that markup says."""
    folded = fold("\n".join(texts)).split("\n")
    # made in C: calling a named tuple's class takes thrice as long, and a page has a thousand lines
    fields = zip(texts, folded, repeat(None), repeat(0.0), repeat(""), repeat(""), repeat(0), strict=False)
    return list(map(tuple.__new__, repeat(Block), fields))


def _evenly_spaced(text: str) -> str:
    """`text` with one plain space wherever lines have several, or a tab, a hard or a wide one."""
    for space in "\t\xa0\u3000":
        text = text.replace(space, " ")
    if any(map(text.__contains__, _RARE_SPACES)):
        return _SPACES.sub(" ", text)
    return _PLAIN_SPACES.sub(" ", text) if "  " in text else text
