"""Text → blocks: the pieces that are kept or dropped as a whole.

A block of a text dump is a line (or a paragraph that was wrapped into lines); one of markup is what a block-level tag
holds. From here on both are the same.
"""

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, repeat
from typing import NamedTuple

from tui_reader.cleaning.unwrap import Row, unwrap, wrapped_at
from tui_reader.model import Kind
from tui_reader.script.fold import fold

_SPACES = re.compile(r"[^\S\n][^\S\n]+")


class Block(NamedTuple):
    """One piece of the source. `folded` is as long as `text`.

    `kind` is what markup says it is, `links` the share of its text in links, `tag` the element, `hints` words from class,
    id and role that say what the page's maker took it for; a text dump leaves them empty.
    """

    text: str
    folded: str
    kind: Kind | None = None
    links: float = 0.0
    tag: str = ""
    hints: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says about itself in its head; absent things are None."""

    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What is left of the source's form: blocks in order, what the head declares, the `<title>` where one is known."""

    blocks: list[Block]
    declared: Declared = field(default_factory=Declared)
    window_title: str | None = None


def from_text(text: str) -> Page:
    """The page of a text dump; a line a block, wrapped lines joined."""
    lines = list(map(str.strip, _evenly_spaced(text).split("\n")))
    blank = list(map(operator.not_, lines))
    texts = list(filter(None, lines))
    gaps = list(compress([False, *blank], map(operator.not_, blank)))
    if wrapped_at(texts, gaps) is not None:
        texts = [row.text for row in unwrap(list(map(Row, texts, gaps)))]
    return Page(plain_blocks(texts))


def plain_blocks(texts: Sequence[str]) -> list[Block]:
    """A block for each text, without anything that markup says."""
    folded = fold("\n".join(texts)).split("\n")
    # made in C: calling a named tuple's class takes thrice as long, and a page has a thousand lines
    fields = zip(texts, folded, repeat(None), repeat(0.0), repeat(""), repeat(""), strict=False)
    return list(map(partial(tuple.__new__, Block), fields))


def _evenly_spaced(text: str) -> str:
    """`text` with one plain space wherever lines have several, or a tab, a hard or a wide one."""
    for space in "\t\xa0\u3000":
        text = text.replace(space, " ")
    return _SPACES.sub(" ", text)
