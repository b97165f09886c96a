"""Excerpts of listed articles that show why a query lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.errors import UnknownId
from tui_reader.present.display import text_converter
from tui_reader.present.excerpts import Excerpt, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.app.session import Session
    from tui_reader.model import Shown


def excerpts_of(
    session: Session, article_ids: Iterable[int], words: Sequence[str], shown: Shown = "source"
) -> dict[int, Excerpt]:
    """Article id → excerpt around the first of these words or of their equivalents, in a wording.

    Articles that contain none, or have been deleted since, are left out. About 1 ms an article. Raises LibraryError.
    """
    alike = session.glossary.equivalents
    forms = tuple(dict.fromkeys(form for word in words for form in alike.within(word)))
    found = ((article_id, _excerpt(session, article_id, forms, shown)) for article_id in article_ids)
    return {article_id: one for article_id, one in found if one is not None}


def _excerpt(session: Session, article_id: int, forms: tuple[str, ...], shown: Shown) -> Excerpt | None:
    try:
        stored = session.library.stored(article_id)
    except UnknownId:
        return None
    convert = text_converter(stored.article, shown, session.converter)
    return excerpt(stored.article, stored.row.tags, forms, lambda text: convert((text,))[0])
