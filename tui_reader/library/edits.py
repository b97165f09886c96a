"""Title, author, source and date set by the user; they persist when the article is cleaned again."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

from tui_reader.locale import _, pgettext
from tui_reader.model import Article

Field = Literal["title", "author", "source", "published"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)

Edits = Mapping[str, str | None]
"""Field → value set by the user; None: use the cleaner's value."""


@dataclass(frozen=True, slots=True)
class EditChange:
    """Change of fields set by the user: values before and after; None: not set."""

    sentence: str
    article_id: int
    before: Edits
    after: Edits

    def __bool__(self) -> bool:
        return self.before != self.after


def edits_of(db: sqlite3.Connection, article_id: int) -> dict[str, str]:
    """Field → value set by the user."""
    return dict(db.execute("SELECT field, value FROM edit WHERE article = ?", (article_id,)).fetchall())


def edited(db: sqlite3.Connection, article_id: int, article: Article) -> Article:
    """The article with the user's values."""
    edits: dict[str, Any] = {field: value or None for field, value in edits_of(db, article_id).items()}
    return replace(article, **edits) if edits else article


FIELD = "field"
"""Context of the catalogues: names of metadata."""


def set_edits(db: sqlite3.Connection, article_id: int, edits: Edits, now: str) -> EditChange:
    """Set values; None removes the user's value. An empty text means that the article has none (no author)."""
    kept = edits_of(db, article_id)
    before = {field: kept.get(field) for field in edits}
    for field, value in edits.items():
        if value is None:
            db.execute("DELETE FROM edit WHERE article = ? AND field = ?", (article_id, field))
        elif value != kept.get(field):
            db.execute("INSERT OR REPLACE INTO edit VALUES (?, ?, ?, ?)", (article_id, field, value, now))
    changed = [field for field in edits if before[field] != edits[field]]
    names = _(" and ").join(pgettext(FIELD, field) for field in changed)
    sentence = _("{fields} changed").format(fields=names) if changed else "nothing was changed"
    return EditChange(sentence, article_id, before, dict(edits))


def undone(db: sqlite3.Connection, change: EditChange) -> dict[str, str | None]:
    """Values before `change`, of the fields that have not been changed since."""
    kept = edits_of(db, change.article_id)
    return {field: change.before[field] for field, value in change.after.items() if kept.get(field) == value}
