r"""Markup's own ways of writing characters, made harmless once they are read.

The text of a document is sanitised before it is parsed, but `&#x1b;` and `\u202e` become characters only in the parser.
"""

from __future__ import annotations

import re

from tui_reader.cleaning.blocks import Block, Declared, Page
from tui_reader.sanitise import one_line, sanitise
from tui_reader.script.fold import fold

_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)


def harmless(page: Page) -> Page:
    """The page without anything a terminal would obey; blocks that were nothing else are gone."""
    blocks = [block for block in map(_block, page.blocks) if block.text.strip()]
    title = None if page.window_title is None else one_line(page.window_title) or None
    return Page(blocks, _declared(page.declared), title)


def is_address(text: str) -> bool:
    """Whether it is a web address and nothing besides: no space, line end or control character hides behind it."""
    return sanitise(text) == text and _ADDRESS.fullmatch(text) is not None


def _block(block: Block) -> Block:
    text = sanitise(block.text)
    return block if text == block.text else block._replace(text=text, folded=fold(text))


def _declared(declared: Declared) -> Declared:
    """Every fact on one line; what claims to be an address and is none is gone."""

    def plain(text: str | None) -> str | None:
        return None if text is None else one_line(text) or None

    return Declared(
        title=plain(declared.title),
        author=plain(declared.author),
        source=plain(declared.source),
        published=plain(declared.published),
        updated=plain(declared.updated),
        category=plain(declared.category),
        url=declared.url if declared.url and is_address(declared.url) else None,
        images=tuple(filter(is_address, declared.images)),
    )
