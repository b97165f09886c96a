"""Where a reader is in each article read since the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.place import START, Anchor, anchor_of, position_of

if TYPE_CHECKING:
    from tui_reader.model import Position
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece


class Places:
    """Anchors by article, what of them is kept in the library, and places that wait for their article to come anew."""

    def __init__(self) -> None:
        self._anchors: dict[int, Anchor] = {}
        self._kept: dict[int, Anchor] = {}
        self._lifted: dict[int, tuple[Piece, Position]] = {}

    def __getitem__(self, key: int) -> Anchor:
        return self._anchors.get(key, START)

    def __setitem__(self, key: int, anchor: Anchor) -> None:
        self._anchors[key] = anchor

    def meet(self, key: int, pieces: tuple[Piece, ...], position: Position | None) -> None:
        """An article has come, with the place kept in the library."""
        if (lifted := self._lifted.pop(key, None)) is not None:
            piece, place = lifted
            if pieces[self[key].piece : self[key].piece + 1] != (piece,):
                self[key] = anchor_of(pieces, place)
        elif position is not None and key not in self._anchors:
            self._anchors[key] = self._kept[key] = anchor_of(pieces, position)

    def lift(self, key: int, page: Page | None) -> None:
        """The article will come anew, in other pieces: the place is to be found again by the words there."""
        if page is not None and key in self._anchors:
            self._lifted[key] = page.written[self[key].piece], position_of(page.written, self[key])

    def to_keep(self, key: int, page: Page | None) -> Position | None:
        """The place in an article that has a page as written, unless it is kept already."""
        anchor = self._anchors.get(key)
        return position_of(page.written, anchor) if page and anchor and anchor != self._kept.get(key) else None

    def keep(self, key: int) -> None:
        """The place there is now is kept."""
        self._kept[key] = self._anchors[key]
