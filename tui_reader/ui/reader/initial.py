"""The first frame's content, fetched before the screen starts: no worker can be quicker than having it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.display import DisplayOptions
from tui_reader.present.initial_state import InitialState
from tui_reader.present.lines import layout_of
from tui_reader.present.page import parse_measure
from tui_reader.present.pieces import pieces_of
from tui_reader.query import Query

if TYPE_CHECKING:
    from tui_reader.app.session import Session

LAST = "last"
"""The setting that names the article last read, by its key."""

FIRST_ROWS = 40
"""Rows of a tall screen. Far down a list the article last read is the lowest."""


def initial_state(session: Session, import_paths: tuple[str, ...], own_tags: tuple[str, ...]) -> InitialState:
    """The library's articles, and the one last read; else the newest. Raises LibraryError."""
    keys = tuple(session.library.listing(Query()).keys)
    last = _place(keys, session.setting(LAST))
    place = last or 0
    above = max(place - FIRST_ROWS + 1, 0)
    first = session.library.stored(keys[place]) if keys else None
    wording = DisplayOptions.from_settings(*map(session.setting, ("script", "region", "typographic_repair")))
    rows = session.library.rows(keys[above : above + FIRST_ROWS])
    return InitialState(
        keys,
        rows,
        pieces_of(first.article, first.row.tags) if first else (),
        first.position if first else None,
        wording,
        parse_measure(session.setting("measure")),
        session.library.read_only,
        session.setting("pace"),
        layout_of(session.config),
        last,
        import_paths,
        own_tags,
    )


def _place(keys: tuple[int, ...], kept: str | None) -> int | None:
    """Where in the listing the article is that was kept as the last."""
    key = int(kept) if kept is not None and kept.isdecimal() else None
    return keys.index(key) if key is not None and key in keys else None
