"""Pieces of an HTML page, and the characters that mark in a piece's text what markup said there.

None of the characters is in a page, and all are space to Python.
"""

from typing import NamedTuple

NODE, BREAK = "\x1e", "\x1f"
"""Where an inline tag stood, and where a line break."""
CODE_START, CODE_END = "\x1c", "\x1d"
"""Edges of a `code` element in preformatted text."""
LINE_START, LINE_END = "\x0b", "\x0c"
"""Edges of a block-level element in preformatted text."""


class Piece(NamedTuple):
    """Text between two block-level tags, with NODE and BREAK in it. `linked`: characters in links; `region`: number of
    the innermost region; `node`: number of the innermost block-level element in the page's tree. A table's text is its
    cells, parted by tabs and line feeds. `kept`: line ends in it show.
    """

    text: str
    linked: int
    tag: str
    region: int
    node: int = 0
    kept: bool = False
