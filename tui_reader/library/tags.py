"""Tags of articles: automatic (from the cleaner), own (added by the user) and hidden (removed by the user).

Tags with the same folded text are one tag. An article shows the cleaner's spelling, in the article's script; a user's
spelling takes precedence. Elsewhere the spelling first stored is used.
"""

import json
import sqlite3
from collections.abc import Iterable

from tui_reader.errors import UsageError
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

GONE, HIDDEN = 1, 2
"""Values of `tag.hidden`, see tag_rules.py."""

HIDING = (
    "DROP VIEW worn",
    """
    CREATE VIEW worn AS SELECT article, tag, automatic, own, spelling FROM tagging
    WHERE (own OR (automatic AND NOT hidden)) AND tag NOT IN (SELECT key FROM tag WHERE hidden = 2)
    """,
    "CREATE INDEX tag_hidden ON tag (key) WHERE hidden = 2",
    # See snapshot.py.
    "CREATE TRIGGER tag_counted AFTER UPDATE OF hidden ON tag BEGIN UPDATE revision SET tags = tags + 1; END",
)
"""Statements of the migration that made tags hidden."""


def create_hiding(db: sqlite3.Connection) -> None:
    """The migration."""
    for statement in HIDING:
        db.execute(statement)


def unique(names: Iterable[str]) -> dict[str, str]:
    """Folded text → spelling, in order, without duplicates and empty tags."""
    spellings: dict[str, str] = {}
    for name in map(one_line, names):
        if name:
            spellings.setdefault(fold(name), name)
    return spellings


def asked_for(names: Iterable[str]) -> dict[str, str]:
    """Same as `unique`, for tags typed by the user. Raises UsageError for an empty tag."""
    names = tuple(names)
    if not all(map(one_line, names)):
        raise UsageError("a tag needs at least one character")
    return unique(names)


def keys_for(db: sqlite3.Connection, names: dict[str, str]) -> list[int]:
    """Database keys of tags by folded text; missing tags are created."""
    known = _keys(db, names)
    if len(known) < len(names):
        missing = [item for item in names.items() if item[0] not in known]
        db.executemany("INSERT OR IGNORE INTO tag (fold, name) VALUES (?, ?)", missing)
        known = _keys(db, names)
    return [known[folded] for folded in names]


def _keys(db: sqlite3.Connection, folds: Iterable[str]) -> dict[str, int]:
    """Folded text → database key of the existing ones among these tags."""
    asked = json.dumps(list(folds))
    return dict(
        db.execute("SELECT fold, key FROM tag WHERE fold IN (SELECT value FROM json_each(?))", (asked,)).fetchall()
    )


def known_keys(db: sqlite3.Connection, folds: Iterable[str]) -> list[int]:
    """Database keys of the existing ones among these tags."""
    return list(_keys(db, folds).values())


def set_automatic(db: sqlite3.Connection, article_id: int, names: Iterable[str]) -> None:
    """Replace the article's automatic tags; own and hidden ones stay."""
    db.execute("UPDATE tagging SET automatic = 0, spelling = NULL WHERE article = ?", (article_id,))
    add_automatic(db, article_id, names)
    forget_idle(db, article_id)


def add_automatic(db: sqlite3.Connection, article_id: int, names: Iterable[str]) -> None:
    """Add automatic tags to an article that has none."""
    found = unique(names)
    spelled = dict(zip(keys_for(db, found), found.values(), strict=True))
    db.executemany(
        """
        INSERT INTO tagging (article, tag, automatic, spelling) VALUES (?, ?, ?, ?)
        ON CONFLICT (article, tag) DO UPDATE SET automatic = excluded.automatic, spelling = excluded.spelling
        """,
        [(article_id, tag, place, spelled.get(tag)) for place, tag in enumerate(_by_rules(db, list(spelled)), 1)],
    )


def _by_rules(db: sqlite3.Connection, found: list[int]) -> list[int]:
    """The tags that the person's rules leave or put in the place of what the cleaner found; see tag_rules."""
    rules = {tag: (hidden, target) for tag, hidden, target in db.execute(_RULES, (json.dumps(found),))}
    by_rules: dict[int, None] = {}
    for tag in found:
        hidden, target = rules.get(tag, (0, None))
        if hidden != GONE:
            by_rules[tag if target is None else target] = None
    return list(by_rules)


_RULES = """
SELECT key, hidden, target FROM tag WHERE key IN (SELECT value FROM json_each(?)) AND (hidden OR target IS NOT NULL)
"""


def forget_idle(db: sqlite3.Connection, article_id: int) -> None:
    """Delete rows that are neither automatic nor own nor hidden."""
    db.execute("DELETE FROM tagging WHERE article = ? AND NOT (automatic OR own OR hidden)", (article_id,))


def shown_tags(db: sqlite3.Connection, articles: str) -> dict[int, list[str]]:
    """Article id → its tags as shown, own ones first. `articles`: ids as a JSON list."""
    worn: dict[int, list[str]] = {}
    for article, name in db.execute(
        """
        SELECT worn.article, iif(worn.own, tag.name, coalesce(worn.spelling, tag.name)) FROM json_each(?) AS asked
        JOIN worn ON worn.article = asked.value JOIN tag ON tag.key = worn.tag
        ORDER BY worn.article, worn.own = 0, worn.own, worn.automatic
        """,
        (articles,),
    ):
        worn.setdefault(article, []).append(name)
    return worn
