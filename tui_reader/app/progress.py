"""How far articles were read, by their stored reading positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.pace import reading_distance
from tui_reader.present.pieces import pieces_of
from tui_reader.present.place import anchor_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.app.session import Session

LAST_SCREEN = 500
"""Characters left below a position that count as read: the position is that of the top line, and a screen shows about
so many."""


def progress_of(session: Session, article_ids: Sequence[int]) -> dict[int, int]:
    """Percent read of those articles that have a position within their text. Raises LibraryError."""
    return {article_id: _percent(session, article_id) for article_id in session.library.begun(article_ids)}


def _percent(session: Session, article_id: int) -> int:
    stored = session.library.stored(article_id)
    if stored.position is None:
        return 0
    pieces = pieces_of(stored.article, ())
    distance = reading_distance(pieces)
    left = distance.left(anchor_of(pieces, stored.position))
    return (distance.percent(left) or 0) if left > LAST_SCREEN else 0
