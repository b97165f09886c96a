"""User states of articles: bookmarks, read states, own tags. Each change can be undone.

A change records the old and the new values. Undoing restores an old value only where the new one is still stored, so
that newer changes, also by another process, are never lost.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from tui_reader.library import tags
from tui_reader.library.filters import Alike, lexicon
from tui_reader.locale import ngettext, pgettext

Value = str | int | None

NewState = bool | Literal["toggle"]
"""True sets, False clears; "toggle" clears if all given articles have the state, else sets."""


class Step(NamedTuple):
    """A changed value: of an article, of an article's tag, or a tag's spelling or rule. `of`: database keys."""

    kind: Literal["bookmark", "read", "tag", "spelling", "rule"]
    of: tuple[int, ...]
    before: tuple[Value, ...]
    after: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change: message for the user, and steps to revert it; false if nothing changed."""

    sentence: str
    steps: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.steps)


_PUT: Final = {
    "bookmark": "UPDATE article SET marked_at = ?, mark_order = ? WHERE key = ? AND marked_at IS ? AND mark_order IS ?",
    "read": "UPDATE article SET read_at = ? WHERE key = ? AND read_at IS ?",
    "tag": "UPDATE tagging SET own = ?, hidden = ? WHERE article = ? AND tag = ? AND own = ? AND hidden = ?",
    "rule": "UPDATE tag SET hidden = ?, target = ? WHERE key = ? AND hidden = ? AND target IS ?",
    "spelling": "UPDATE tag SET name = ? WHERE key = ? AND name = ?",
}
"""Bind the new values, the keys, and the values that must still be stored."""

_MARKED: Final = "SELECT key, marked_at, mark_order FROM article WHERE key IN (SELECT value FROM json_each(?))"
_EXISTING: Final = "SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))"
_READ: Final = "SELECT key, read_at FROM article WHERE key IN (SELECT value FROM json_each(?))"


def set_state(
    db: sqlite3.Connection,
    article_ids: Iterable[int],
    *,
    bookmarked: NewState | None,
    read: NewState | None,
    now: str,
) -> Change:
    """Set or clear bookmarks and read states where that changes them; None leaves a state unchanged."""
    asked = json.dumps(list(article_ids))
    steps: list[Step] = []
    clauses: list[str] = []
    if bookmarked is not None:
        on = _is_to_be_set(db, "marked_at", asked, bookmarked)
        marked = list(_bookmark_steps(db, asked, now if on else None))
        clauses.append(_describe_bookmarks(len(marked), added=on))
        steps += marked
    if read is not None:
        on = _is_to_be_set(db, "read_at", asked, read)
        turned = list(_read_steps(db, asked, now if on else None))
        clauses.append(_describe_read(len(turned), read=on))
        steps += turned
    for step in steps:
        put(db, step)
    return Change(", ".join(clauses) or "nothing changed", tuple(steps))


def _is_to_be_set(db: sqlite3.Connection, column: Literal["marked_at", "read_at"], asked: str, to: NewState) -> bool:
    """Resolve a toggle: set unless all articles have the state."""
    if to != "toggle":
        return to
    missing = f"SELECT 1 FROM article WHERE {column} IS NULL AND key IN (SELECT value FROM json_each(?)) LIMIT 1"  # noqa: S608 - fixed text
    return db.execute(missing, (asked,)).fetchone() is not None


def _bookmark_steps(db: sqlite3.Connection, asked: str, marked_at: str | None) -> Iterator[Step]:
    highest = db.execute("SELECT max(mark_order) FROM article WHERE mark_order IS NOT NULL").fetchone()[0] or 0
    after = (None, None) if marked_at is None else (marked_at, highest + 1)
    for article_id, *before in db.execute(_MARKED, (asked,)):
        if (before[0] is None) != (marked_at is None):
            yield Step("bookmark", (article_id,), tuple(before), after)


def _read_steps(db: sqlite3.Connection, asked: str, read_at: str | None) -> Iterator[Step]:
    for article_id, before in db.execute(_READ, (asked,)):
        if (before is None) != (read_at is None):
            yield Step("read", (article_id,), (before,), (read_at,))


def put(db: sqlite3.Connection, step: Step) -> None:
    """Store the new values of a step where the old ones are still stored."""
    db.execute(_PUT[step.kind], (*step.after, *step.of, *step.before))


def retag(
    db: sqlite3.Connection,
    article_ids: Iterable[int],
    add: Sequence[str],
    remove: Sequence[str],
    alike: Alike = lexicon,
) -> Change:
    """Add own tags and remove tags; a removed automatic tag stays removed after re-cleaning. Raises UsageError.

    Removing a tag that an article does not have removes the article's equivalent tags: lists count them as one tag.
    """
    added = tags.asked_for(add)
    removed = {folded: name for folded, name in tags.asked_for(remove).items() if folded not in added}
    steps = list(_spelling_steps(db, added))
    gained = tags.keys_for(db, added)
    steps += _showing_steps(db, gained)
    lost = [tags.known_keys(db, (folded,)) for folded in removed]
    others = [
        tags.known_keys(db, (form for form in alike().tag_forms(folded) if form not in added)) for folded in removed
    ]
    articles = [article_id for (article_id,) in db.execute(_EXISTING, (json.dumps(list(article_ids)),))]
    for article in articles:
        steps += _adding_steps(db, article, gained)
        for tag, called_alike in zip(lost, others, strict=True):
            steps += list(_removing_steps(db, article, tag)) or list(_removing_steps(db, article, called_alike))
    for step in steps:
        put(db, step)
    for article in articles:
        tags.forget_idle(db, article)
    changed = len({step.of[0] for step in steps if step.kind == "tag"})
    return Change(_retagged(added.values(), removed.values(), changed), tuple(steps))


def _spelling_steps(db: sqlite3.Connection, added: dict[str, str]) -> Iterator[Step]:
    for folded, name in added.items():
        found = db.execute("SELECT key, name FROM tag WHERE fold = ?", (folded,)).fetchone()
        if found is not None and found[1] != name:
            yield Step("spelling", (found[0],), (found[1],), (name,))


def _showing_steps(db: sqlite3.Connection, gained: list[int]) -> Iterator[Step]:
    """Hidden tags that a person adds are shown again."""
    for tag in gained:
        hidden, target = db.execute("SELECT hidden, target FROM tag WHERE key = ?", (tag,)).fetchone()
        if hidden == tags.HIDDEN:
            yield Step("rule", (tag,), (hidden, target), (0, target))


def _adding_steps(db: sqlite3.Connection, article_id: int, gained: list[int]) -> Iterator[Step]:
    (last,) = db.execute("SELECT coalesce(max(own), 0) FROM tagging WHERE article = ?", (article_id,)).fetchone()
    for place, tag in enumerate(gained, last + 1):
        _, own, hidden = _tag_state(db, article_id, tag)
        if not own:
            yield Step("tag", (article_id, tag), (own, hidden), (place, 0))


def _removing_steps(db: sqlite3.Connection, article_id: int, lost: list[int]) -> Iterator[Step]:
    for tag in lost:
        automatic, own, hidden = _tag_state(db, article_id, tag)
        if own or (automatic and not hidden):
            yield Step("tag", (article_id, tag), (own, hidden), (0, int(bool(automatic))))


def _tag_state(db: sqlite3.Connection, article_id: int, tag: int) -> tuple[int, int, int]:
    """(automatic, own, hidden) of an article's tag; the row is created if missing."""
    db.execute("INSERT OR IGNORE INTO tagging (article, tag) VALUES (?, ?)", (article_id, tag))
    automatic, own, hidden = db.execute(
        "SELECT automatic, own, hidden FROM tagging WHERE article = ? AND tag = ?",
        (article_id, tag),
    ).fetchone()
    return automatic, own, hidden


NUMBER = "number"
"""Context of the catalogues: a number before what is counted."""


def _describe_bookmarks(count: int, *, added: bool) -> str:
    if added:
        return ngettext("{count} bookmark added", "{count} bookmarks added", count).format(count=_number(count))
    return ngettext("{count} bookmark removed", "{count} bookmarks removed", count).format(count=_number(count))


def _describe_read(count: int, *, read: bool) -> str:
    if read:
        return ngettext("{count} article marked read", "{count} articles marked read", count).format(
            count=_number(count)
        )
    return ngettext("{count} article marked unread", "{count} articles marked unread", count).format(
        count=_number(count)
    )


def _number(count: int) -> str:
    return str(count) if count else pgettext(NUMBER, "no")


def _retagged(added: Iterable[str], removed: Iterable[str], changed: int) -> str:
    signs = [f"+{name}" for name in added] + [f"-{name}" for name in removed]
    text = ngettext("{count} article tagged {tags}", "{count} articles tagged {tags}", changed)
    return text.format(count=changed, tags=" ".join(signs))


def undo(db: sqlite3.Connection, change: Change) -> None:
    """Restore the values before the change, except where they were changed again since."""
    for kind, of, before, after in reversed(change.steps):
        if kind == "tag":
            db.execute(
                "INSERT OR IGNORE INTO tagging (article, tag) SELECT key, ? FROM article WHERE key = ?",
                (of[1], of[0]),
            )
        put(db, Step(kind, of, after, before))
        if kind == "tag":
            tags.forget_idle(db, of[0])
