"""Data for the first frame, gathered before the screen exists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.present.display import DisplayOptions
from tui_reader.present.lines import USUAL, Layout
from tui_reader.present.page import page_of
from tui_reader.settings import DEFAULT_MEASURE

if TYPE_CHECKING:
    from tui_reader.model import Position, Row
    from tui_reader.present.groups import GroupedList
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece


@dataclass(frozen=True, slots=True)
class InitialState:
    """`keys`: the whole listing; `last`: index of the last read article in it, None if none.

    `is_first_start`: the welcome was not shown yet.

    `rows`: list rows around it (or the first ones); `pieces`: that article as written.
    """

    article_ids: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    pieces: tuple[Piece, ...] = ()
    position: Position | None = None
    wording: DisplayOptions = field(default_factory=DisplayOptions)
    measure: int = DEFAULT_MEASURE
    read_only: bool = False
    pace: str | None = None
    layout: Layout = USUAL
    last: int | None = None
    import_paths: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    is_first_start: bool = False
    groups: GroupedList | None = None
    """What was found, if copies of stories are folded in the listing."""

    @property
    def article_id(self) -> int | None:
        """Id of the article to show first; None if there is none."""
        return self.article_ids[self.last or 0] if self.article_ids else None

    def first_page(self, article_id: int, measure: int, *, dense: bool) -> Page:
        """The unconverted page: loading dictionaries would delay the first frame."""
        return page_of(article_id, self.pieces, measure, layout=self.layout._replace(dense=dense))
