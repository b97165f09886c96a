"""Text → blocks: the pieces that are kept or dropped as a whole.

A block of a text dump is a line (or a paragraph that was wrapped into lines); one of markup is what a block-level tag
holds. From here on both are the same.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_reader.cleaning.unwrap import Row, unwrap
from tui_reader.model import Kind
from tui_reader.script.fold import fold

_SPACES = re.compile(r"[^\S\n]{2,}|[\t\xa0\u3000]")


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
    rows: list[Row] = []
    gap = False
    for line in _SPACES.sub(" ", text).split("\n"):
        stripped = line.strip()
        if stripped:
            rows.append(Row(stripped, gap))
            gap = False
        else:
            gap = True
    blocks = [row.text for row in unwrap(rows)]
    folded = fold("\n".join(blocks)).split("\n")
    return Page(list(map(Block, blocks, folded)))
