"""What the first frame shows, gathered before there is a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.present.page import DEFAULT_MEASURE
from tui_reader.present.wording import Wording

if TYPE_CHECKING:
    from tui_reader.model import Position, Row
    from tui_reader.present.pieces import Piece


@dataclass(frozen=True, slots=True)
class Opening:
    """`keys` is the whole listing, `rows` its beginning, `pieces` the first article as written."""

    keys: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    pieces: tuple[Piece, ...] = ()
    position: Position | None = None
    wording: Wording = field(default_factory=Wording)
    measure: int = DEFAULT_MEASURE
    read_only: bool = False
