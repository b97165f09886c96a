"""Reading positions of the articles read since the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.place import START, Anchor, anchor_of, position_of

if TYPE_CHECKING:
    from tui_reader.model import Position
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece


class Places:
    """Anchors by article, their stored positions, and positions to be found again in a changed article.

    A position counts as stored once the library confirms it; otherwise it is stored again.
    """

    def __init__(self) -> None:
        self._anchors: dict[int, Anchor] = {}
        self._kept: dict[int, Anchor] = {}
        self._asked: dict[int, tuple[object, Anchor]] = {}
        self._unkept: dict[int, Position] = {}
        self._lifted: dict[int, tuple[Piece, Position]] = {}

    def __getitem__(self, article_id: int) -> Anchor:
        return self._anchors.get(article_id, START)

    def __setitem__(self, article_id: int, anchor: Anchor) -> None:
        self._anchors[article_id] = anchor
        self._lifted.pop(article_id, None)

    def meet(self, article_id: int, pieces: tuple[Piece, ...], position: Position | None) -> None:
        """An article was fetched, with its stored position."""
        if (lifted := self._lifted.pop(article_id, None)) is not None:
            piece, place = lifted
            number = self[article_id].piece
            if pieces[number : number + 1] != (piece,):
                self._anchors[article_id] = anchor_of(pieces, place)
        elif position is not None and article_id not in self._anchors:
            self._anchors[article_id] = self._kept[article_id] = anchor_of(pieces, position)

    def lift(self, article_id: int | None, page: Page | None) -> None:
        """The article will be fetched again with other pieces: find the position by its context then."""
        if page is not None and article_id is not None and article_id in self._anchors:
            anchor = self._anchors[article_id]
            self._lifted[article_id] = page.written[anchor.piece], position_of(page.written, anchor)

    def to_keep(self, article_id: int, page: Page | None) -> Position | None:
        """The position to store for an article; None if it is stored already or being stored."""
        if article_id in self._lifted:
            return self._lifted[article_id][1]
        anchor = self._anchors.get(article_id)
        asked = self._asked[article_id][1] if article_id in self._asked else self._kept.get(article_id)
        return position_of(page.written, anchor) if page and anchor and anchor != asked else None

    def waiting(self, article_id: int | None, page: Page | None) -> dict[int, Position]:
        """Positions to store: that of this article, and those that failed before."""
        here = self.to_keep(article_id, page) if article_id is not None else None
        failed = {of: position for of, position in self._unkept.items() if of not in self._asked}
        return failed if article_id is None or here is None else failed | {article_id: here}

    def unkept(self, article_id: int | None, page: Page | None) -> dict[int, Position]:
        """Positions that the library has not confirmed, requested or not."""
        return self._unkept | self.waiting(article_id, page)

    def keeping(self, article_id: int, position: Position) -> object:
        """Storing a position begins; the returned ticket identifies the attempt."""
        ticket = object()
        self._asked[article_id] = (ticket, self[article_id])
        self._unkept[article_id] = position
        return ticket

    def kept(self, article_id: int, ticket: object) -> None:
        if article_id in self._asked and self._asked[article_id][0] is ticket:
            self._kept[article_id] = self._asked.pop(article_id)[1]
            self._unkept.pop(article_id, None)

    def failed(self, article_id: int, ticket: object) -> None:
        """The position must be stored again."""
        if article_id in self._asked and self._asked[article_id][0] is ticket:
            del self._asked[article_id]
