"""A piece's text as it is shown: in a wording, and then with its marks repaired."""

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
"""Looks whose marks are syntax, columns, or our own."""


class ShownText(NamedTuple):
    """`text` is in the wording shown; the repairs are in its offsets."""

    text: str
    repairs: tuple[Repair, ...] = ()

    @property
    def shown(self) -> str:
        """What a person reads."""
        return applied(self.text, self.repairs) if self.repairs else self.text

    def in_other(self, offset: int, other: ShownText) -> int:
        """The offset in `other`, as shown, of what is shown here at `offset`; both are of one piece."""
        return offset_in(other.repairs, mapped(offset_back(self.repairs, offset), self.text, other.text))


def worded(
    piece: Piece, turn: TextConverter, quotes: Script, *, repair: bool, tags: TextConverter = as_stored
) -> ShownText:
    """A piece turned, and repaired with the quotes of a script. Tags have a turn of their own (`ArticleTags`)."""
    if piece.look == "tags":
        return ShownText("\n".join(tags(piece.text.split("\n"))))
    (text,) = turn((piece.text,))
    if not repair or piece.look in UNREPAIRED:
        return ShownText(text)
    return ShownText(text, repairs(text, quotes))
