"""Title, author, source and date of an article as a person set them; they hold over every later cleaning."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

from tui_reader.model import Article

Field = Literal["title", "author", "source", "published"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)

Edits = Mapping[str, str | None]
"""Field → the value set by the person; None: the cleaner's own value stands."""


@dataclass(frozen=True, slots=True)
class EditChange:
    """Fields of an article set by hand: what the person had set of each before and after, None for nothing."""

    sentence: str
    article_id: int
    before: Edits
    after: Edits

    def __bool__(self) -> bool:
        return self.before != self.after


def edits_of(db: sqlite3.Connection, article_id: int) -> dict[str, str]:
    """Field → the value set by the person."""
    return dict(db.execute("SELECT field, value FROM edit WHERE article = ?", (article_id,)).fetchall())


def edited(db: sqlite3.Connection, article_id: int, article: Article) -> Article:
    """The article with the values that the person set."""
    edits: dict[str, Any] = {field: value or None for field, value in edits_of(db, article_id).items()}
    return replace(article, **edits) if edits else article


def set_edits(db: sqlite3.Connection, article_id: int, edits: Edits, now: str) -> EditChange:
    """Keep these values; None takes the person's value away. An empty text says that there is none."""
    kept = edits_of(db, article_id)
    before = {field: kept.get(field) for field in edits}
    for field, value in edits.items():
        if value is None:
            db.execute("DELETE FROM edit WHERE article = ? AND field = ?", (article_id, field))
        elif value != kept.get(field):
            db.execute("INSERT OR REPLACE INTO edit VALUES (?, ?, ?, ?)", (article_id, field, value, now))
    changed = [field for field in edits if before[field] != edits[field]]
    sentence = f"{' and '.join(changed)} changed" if changed else "nothing was changed"
    return EditChange(sentence, article_id, before, dict(edits))


def undone(db: sqlite3.Connection, change: EditChange) -> dict[str, str | None]:
    """The values before `change`, of the fields where what it left still stands."""
    kept = edits_of(db, change.article_id)
    return {field: change.before[field] for field, value in change.after.items() if kept.get(field) == value}
