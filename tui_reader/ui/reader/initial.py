"""Content of the first frame, fetched before the screen starts: no worker is faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.display import DisplayOptions
from tui_reader.present.initial_state import InitialState
from tui_reader.present.lines import layout_of
from tui_reader.present.page import parse_measure
from tui_reader.present.pieces import pieces_of
from tui_reader.query import Query
from tui_reader.ui.reader.listing import found_for

if TYPE_CHECKING:
    from tui_reader.app.session import Session

LAST = "last"
"""Setting with the id of the article last read."""

WELCOMED = "welcomed"
"""Setting: the welcome was shown."""

FIRST_ROWS = 40
"""Rows of a tall screen. Far down the list, the article last read is on its last row."""


def initial_state(
    session: Session, import_paths: tuple[str, ...], own_tags: tuple[str, ...], *, welcome: bool = False
) -> InitialState:
    """All articles, and the one last read, else the newest; `welcome`: a new user. Raises LibraryError."""
    found, kept = found_for(session, Query()), session.setting(LAST)
    article_ids = found.entries({int(kept)} if kept is not None and kept.isdecimal() else set())
    last = _place(article_ids, kept)
    place = last or 0
    above = max(place - FIRST_ROWS + 1, 0)
    first = session.library.stored(article_ids[place]) if article_ids else None
    wording = DisplayOptions.from_settings(*map(session.setting, ("script", "region", "typographic_repair")))
    rows = session.library.rows(article_ids[above : above + FIRST_ROWS])
    return InitialState(
        article_ids,
        rows,
        pieces_of(first.article, first.row.tags) if first else (),
        first.position if first else None,
        wording,
        parse_measure(session.setting("measure")),
        session.library.read_only,
        session.setting("pace"),
        layout_of(session.preferences.config),
        last,
        import_paths,
        own_tags,
        is_first_start=welcome and session.setting(WELCOMED) is None,
        groups=found,
    )


def _place(article_ids: tuple[int, ...], kept: str | None) -> int | None:
    """Index of the stored article in the listing."""
    article_id = int(kept) if kept is not None and kept.isdecimal() else None
    return article_ids.index(article_id) if article_id is not None and article_id in article_ids else None
