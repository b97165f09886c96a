"""The first frame's content, fetched before the screen starts: no worker can be quicker than having it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.opening import Opening
from tui_reader.present.page import chosen
from tui_reader.present.pieces import pieces_of
from tui_reader.present.wording import Wording
from tui_reader.query import Query

if TYPE_CHECKING:
    from tui_reader.session import Session

FIRST_ROWS = 40
"""Rows of a tall screen."""


def opened(session: Session) -> Opening:
    """The library's newest articles and the first of them. Raises LibraryError."""
    keys = tuple(session.listing(Query()).keys)
    first = session.stored(keys[0]) if keys else None
    return Opening(
        keys,
        session.rows(keys[:FIRST_ROWS]),
        pieces_of(first.article, first.row.tags) if first else (),
        first.position if first else None,
        Wording.kept(session.setting("script"), session.setting("region")),
        chosen(session.setting("measure")),
        session.read_only,
    )
