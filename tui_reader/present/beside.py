"""Side-by-side view: the wording of the second text, and position mapping between the two."""

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
"""Minimum columns for two texts beside each other: lines of twenty Han characters each. In fewer, one is above the other."""

LEAST_ROWS = 14
"""Minimum rows for one above the other: five lines each, two headings, prompt and status line."""

_BODY = frozenset(get_args(Kind))


def other_side(script: Script, shown: Shown, traditional: Traditional) -> Shown:
    """The wording shown next to `shown`: the source next to a conversion, and the other way round.

    If `shown` has the source's own script, the other side is the conversion to the other script.
    """
    if not as_written(script, shown):
        return "source"
    return "cn" if script == "hant" else traditional


def counterpart(anchor: Anchor, page: Page, other: Page) -> Anchor:
    """The place in `other` that corresponds to a place in `page`; both are offsets into source texts.

    Same article: the same place. Different articles: the paragraph of the same number, at the same relative offset.
    """
    if page.article_id == other.article_id and len(page.written) == len(other.written):
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
