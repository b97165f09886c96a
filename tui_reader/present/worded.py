"""A piece's text as shown: converted, then punctuation repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.display import as_stored
from tui_reader.present.place import mapped
from tui_reader.typography import Repair, applied, offset_back, offset_in, repairs

if TYPE_CHECKING:
    from tui_reader.model import Script
    from tui_reader.present.display import TextConverter
    from tui_reader.present.pieces import BlockStyle, Piece

UNREPAIRED: frozenset[BlockStyle] = frozenset({"code", "table", "tags", "meta", "rule", "reader"})
"""Styles whose punctuation is syntax, alignment or generated."""

NAMED: frozenset[BlockStyle] = frozenset({"meta", "reader"})
"""Styles that consist of names of sources and people, and dates."""


class ShownText(NamedTuple):
    """`text`: converted text; `repairs`: in its offsets."""

    text: str
    repairs: tuple[Repair, ...] = ()

    @property
    def shown(self) -> str:
        """The converted text, as on the screen."""
        return applied(self.text, self.repairs) if self.repairs else self.text

    def in_other(self, offset: int, other: ShownText) -> int:
        """Map a shown offset to `other`; both are of one piece."""
        return offset_in(other.repairs, mapped(offset_back(self.repairs, offset), self.text, other.text))


def worded(
    piece: Piece,
    turn: TextConverter,
    quotes: Script,
    *,
    repair: bool,
    tags: TextConverter = as_stored,
    names: TextConverter | None = None,
) -> ShownText:
    """Convert a piece and repair it with quotation marks of `quotes`.

    Tags have their own converter (`ArticleTags`), and so have the lines with names of sources and people.
    """
    if piece.look == "tags":
        return ShownText("\n".join(tags(piece.text.split("\n"))))
    (text,) = (names if names and piece.look in NAMED else turn)((piece.text,))
    if not repair or piece.look in UNREPAIRED:
        return ShownText(text)
    return ShownText(text, repairs(text, quotes))
