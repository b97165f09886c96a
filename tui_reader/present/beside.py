"""Two readings side by side: what stands beside an article, and which place of one belongs to a place of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tui_reader.model import Kind
from tui_reader.present.display import as_written
from tui_reader.present.place import Anchor

if TYPE_CHECKING:
    from tui_reader.model import Script, Shown
    from tui_reader.present.display import Traditional
    from tui_reader.present.page import Page

LEAST = 100
"""Columns that two readings need: lines of twenty Han characters on either side."""

_BODY = frozenset(get_args(Kind))


def other_side(script: Script, shown: Shown, traditional: Traditional) -> Shown:
    """The wording beside `shown`: the source beside its conversion, the conversion beside the source.

    Where what is shown is the source's own script, that is the conversion into the other one.
    """
    if not as_written(script, shown):
        return "source"
    return "cn" if script == "hant" else traditional


def counterpart(anchor: Anchor, page: Page, other: Page) -> Anchor:
    """The place of `other` that belongs to a place of `page`, both in the source's text.

    In the same article it is the same place, in another one the paragraph of the same number, as far on in it.
    """
    if page.key == other.key and len(page.written) == len(other.written):
        return anchor
    mine, theirs = _body(page), _body(other)
    before = sum(number < anchor.piece for number in mine)
    if not theirs or anchor.piece < (mine[0] if mine else 0):
        return Anchor(min(anchor.piece, max(len(other.written) - 1, 0)), min(anchor.offset, 0))
    piece = theirs[min(before, len(theirs) - 1)]
    length, room = len(page.written[anchor.piece].text), len(other.written[piece].text)
    offset = anchor.offset * room // length if length and before < len(theirs) else room
    return Anchor(piece, min(max(offset, -1), room))


def _body(page: Page) -> list[int]:
    return [number for number, piece in enumerate(page.written) if piece.look in _BODY]
