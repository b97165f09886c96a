"""What the first frame shows, gathered before there is a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.present.page import DEFAULT_MEASURE, page_of
from tui_reader.present.worded import worded
from tui_reader.present.wording import Wording

if TYPE_CHECKING:
    from tui_reader.model import Position, Row, Script
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece


@dataclass(frozen=True, slots=True)
class Opening:
    """`keys` is the whole listing, `rows` its beginning, `pieces` the first article as written, in `script`."""

    keys: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    pieces: tuple[Piece, ...] = ()
    script: Script = "none"
    position: Position | None = None
    wording: Wording = field(default_factory=Wording)
    measure: int = DEFAULT_MEASURE
    read_only: bool = False

    def first_page(self, measure: int) -> Page:
        """The first article, not yet converted: dictionaries would hold the first frame up."""
        repair = self.wording.repair
        texts = tuple(worded(piece, self.script, "source", repair=repair) for piece in self.pieces)
        return page_of(self.keys[0], self.pieces, measure, worded=texts, repair=repair)
