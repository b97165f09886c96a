"""Pieces of an HTML page, and marker characters for markup inside them.

The markers cannot occur in a page, and Python treats all of them as space.
"""

from typing import NamedTuple

NODE, BREAK, PARTED = "\x1e", "\x1f", "\x85"
"""Position of an inline tag; line break; position between two inline elements without text between, of which one is a link or
has a class: they may be separate values.
"""
CODE_START, CODE_END = "\x1c", "\x1d"
"""Edges of a `code` element in preformatted text."""
LINE_START, LINE_END = "\x0b", "\x0c"
"""Edges of a block-level element in preformatted text."""


class Piece(NamedTuple):
    """Text between two block-level tags, with NODE and BREAK markers. `linked`: linked characters; `region`: innermost region;
    `node`: innermost block-level element. A table's text: cells separated by tabs, rows by line feeds. `kept`: line breaks are
    visible.
    """

    text: str
    linked: int
    tag: str
    region: int
    node: int = 0
    kept: bool = False
