"""The tags of articles: what the cleaner found, what the person added, what the person took away.

Tags that fold to the same text are one tag, shown everywhere in the spelling first met; a person's spelling wins.
"""

import json
import sqlite3
from collections.abc import Iterable

from tui_reader.errors import UsageError
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line


def unique(names: Iterable[str]) -> dict[str, str]:
    """Fold → spelling, each once, in order; what is empty is left out."""
    told: dict[str, str] = {}
    for name in map(one_line, names):
        if name:
            told.setdefault(fold(name), name)
    return told


def asked_for(names: Iterable[str]) -> dict[str, str]:
    """As `unique`, for what a person typed: raises UsageError for a tag without a character."""
    names = tuple(names)
    if not all(map(one_line, names)):
        raise UsageError("a tag needs at least one character")
    return unique(names)


def keys_for(db: sqlite3.Connection, names: dict[str, str]) -> list[int]:
    """The keys of the tags of these folds, made where they are new."""
    db.executemany("INSERT OR IGNORE INTO tag (fold, name) VALUES (?, ?)", names.items())
    return [db.execute("SELECT key FROM tag WHERE fold = ?", (folded,)).fetchone()[0] for folded in names]


def known_keys(db: sqlite3.Connection, folds: Iterable[str]) -> list[int]:
    """The keys of those of these tags that exist."""
    found = db.execute(
        "SELECT key FROM tag WHERE fold IN (SELECT value FROM json_each(?))",
        (json.dumps(list(folds)),),
    )
    return [key for (key,) in found]


def set_automatic(db: sqlite3.Connection, article_id: int, names: Iterable[str]) -> None:
    """These are now the tags that the cleaner found; the person's own and hidden ones stay as they are."""
    db.execute("UPDATE tagging SET automatic = 0 WHERE article = ?", (article_id,))
    db.executemany(
        """
        INSERT INTO tagging (article, tag, automatic) VALUES (?, ?, ?)
        ON CONFLICT (article, tag) DO UPDATE SET automatic = excluded.automatic
        """,
        [(article_id, tag, place) for place, tag in enumerate(_by_rules(db, keys_for(db, unique(names))), 1)],
    )
    forget_idle(db, article_id)


def _by_rules(db: sqlite3.Connection, found: list[int]) -> list[int]:
    """The tags that the person's rules leave or put in the place of what the cleaner found; see tag_rules."""
    rules = {tag: (hidden, target) for tag, hidden, target in db.execute(_RULES)}
    by_rules: dict[int, None] = {}
    for tag in found:
        hidden, target = rules.get(tag, (0, None))
        if not hidden:
            by_rules[tag if target is None else target] = None
    return list(by_rules)


_RULES = "SELECT key, hidden, target FROM tag WHERE hidden OR target IS NOT NULL"


def forget_idle(db: sqlite3.Connection, article_id: int) -> None:
    """Drop what says nothing any more: neither automatic nor own nor hidden."""
    db.execute("DELETE FROM tagging WHERE article = ? AND NOT (automatic OR own OR hidden)", (article_id,))


def worn_by(db: sqlite3.Connection, articles: str) -> dict[int, list[str]]:
    """Article → its tags as shown, own ones first. `articles`: keys as a JSON list."""
    worn: dict[int, list[str]] = {}
    for article, name in db.execute(
        """
        SELECT worn.article, tag.name FROM json_each(?) AS asked
        JOIN worn ON worn.article = asked.value JOIN tag ON tag.key = worn.tag
        ORDER BY worn.article, worn.own = 0, worn.own, worn.automatic
        """,
        (articles,),
    ):
        worn.setdefault(article, []).append(name)
    return worn
