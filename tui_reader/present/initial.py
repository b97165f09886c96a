"""What the first frame shows, gathered before there is a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.present.lines import USUAL, Layout
from tui_reader.present.page import DEFAULT_MEASURE, page_of
from tui_reader.present.wording import Wording

if TYPE_CHECKING:
    from tui_reader.model import Position, Row
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece


@dataclass(frozen=True, slots=True)
class InitialState:
    """The first frame. `keys` is the whole listing, `last` the place in it of the article last read, None if there is none.

    `rows` are those about it, and `pieces` that article as written; without one, those at the beginning.
    """

    keys: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    pieces: tuple[Piece, ...] = ()
    position: Position | None = None
    wording: Wording = field(default_factory=Wording)
    measure: int = DEFAULT_MEASURE
    read_only: bool = False
    pace: str | None = None
    layout: Layout = USUAL
    last: int | None = None
    import_paths: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()

    @property
    def key(self) -> int | None:
        """The article to begin with."""
        return self.keys[self.last or 0] if self.keys else None

    def first_page(self, key: int, measure: int) -> Page:
        """That article as stored: dictionaries and repairs would hold the first frame up."""
        return page_of(key, self.pieces, measure, layout=self.layout)
