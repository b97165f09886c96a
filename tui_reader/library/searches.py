"""Saved searches, with undoable changes, and the history of typed queries."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from tui_reader.errors import UsageError
from tui_reader.library.connections import Connections
from tui_reader.locale import _
from tui_reader.model import SavedSearch
from tui_reader.query import Query
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

REMEMBERED: Final = 100
"""Maximum typed queries kept in the history."""

_NAMED: Final = "SELECT name, query FROM saved_search ORDER BY place, name"
_INSERTED: Final = """
INSERT INTO saved_search (name, query, made_at, place) VALUES (?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM saved_search))
ON CONFLICT (name) DO UPDATE SET query = excluded.query, made_at = excluded.made_at
"""
_USED: Final = """
INSERT OR REPLACE INTO query_history (query, used) VALUES (?, (SELECT coalesce(max(used), 0) + 1 FROM query_history))
"""


@dataclass(frozen=True, slots=True)
class SearchChange:
    """Change of saved searches: name → query before and after; None: no such search."""

    sentence: str
    before: Mapping[str, str | None] = field(default_factory=dict)
    after: Mapping[str, str | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.before != self.after


class Searches:
    """Saved searches and query history of one library. Calls may raise LibraryError."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock

    def all(self) -> tuple[SavedSearch, ...]:
        """Saved searches, oldest first."""
        with self._connections.reading() as db:
            return tuple(SavedSearch(*record) for record in db.execute(_NAMED))

    def named(self, name: str) -> SavedSearch:
        """Look up a saved search; ignores script and case. Raises UsageError that lists the known names."""
        found = self.all()
        wanted = _checked_name(name)
        alike = [search for search in found if fold(search.name) == fold(wanted)]
        for search in (*(each for each in alike if each.name == wanted), *alike):
            return search
        known = ", ".join(f"@{search.name}" for search in found) or _("there are none")
        raise UsageError(
            _("no saved search is called “{wanted}”; saved searches: {known}").format(wanted=wanted, known=known)
        )

    def save(self, name: str, query: str) -> SearchChange:
        """Save a query; replaces one of the same name. Raises QueryError; UsageError for an empty name or query."""
        name, text = _checked_name(name), str(Query.parse(query))
        if not text:
            raise UsageError("an empty query cannot be saved")
        return self._change(_("Search @{name} saved").format(name=name), {name: text})

    def delete(self, name: str) -> SearchChange:
        """Delete a saved search. Raises UsageError for an unknown name."""
        search = self.named(name)
        return self._change(_("Search @{name} deleted").format(name=search.name), {search.name: None})

    def rename(self, old: str, new: str) -> SearchChange:
        """Rename a saved search. Raises UsageError for an unknown, empty or already used name."""
        search, name = self.named(old), _checked_name(new)
        if name != search.name and any(each.name == name for each in self.all()):
            raise UsageError(_("there is a saved search @{name} already").format(name=name))
        after = {} if name == search.name else {search.name: None, name: search.query}
        return self._change(_("Search @{old} renamed to @{name}").format(old=search.name, name=name), after)

    def undo(self, change: SearchChange) -> None:
        """Revert a change, except of searches changed again since."""
        with self._connections.writing(lasting=True) as db:
            for name, query in change.before.items():
                if _query_of(db, name) == change.after[name]:
                    _put(db, name, query, self._stamp())

    def history(self) -> tuple[str, ...]:
        with self._connections.reading() as db:
            return tuple(query for (query,) in db.execute("SELECT query FROM query_history ORDER BY used DESC"))

    def note_used(self, query: str) -> None:
        """Add a typed query to the history as the latest."""
        with self._connections.writing() as db:
            db.execute(_USED, (query,))
            db.execute(
                "DELETE FROM query_history WHERE used <= (SELECT max(used) FROM query_history) - ?", (REMEMBERED,)
            )

    def _change(self, sentence: str, after: Mapping[str, str | None]) -> SearchChange:
        with self._connections.writing(lasting=True) as db:
            before = {name: _query_of(db, name) for name in after}
            for name, query in after.items():
                _put(db, name, query, self._stamp())
        return SearchChange(sentence, before, after)

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def records(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Saved searches as records: `{"saved_search": name, "query", "made_at"}`."""
    for name, query, made_at in db.execute("SELECT name, query, made_at FROM saved_search ORDER BY place, name"):
        yield {"saved_search": name, "query": query, "made_at": made_at}


def merge(db: sqlite3.Connection, record: Mapping[str, Any]) -> None:
    """Add a saved search from its record, unless one of that name exists. Raises UsageError, QueryError."""
    values = [record.get(name) for name in ("saved_search", "query", "made_at")]
    if not all(isinstance(value, str) for value in values):
        raise UsageError("a saved search needs a name, a query and a time")
    name, query, made_at = map(str, values)
    if _query_of(db, _checked_name(name)) is None:
        _put(db, _checked_name(name), str(Query.parse(query)), one_line(made_at))


def _query_of(db: sqlite3.Connection, name: str) -> str | None:
    found = db.execute("SELECT query FROM saved_search WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def _put(db: sqlite3.Connection, name: str, query: str | None, now: str) -> None:
    if query is None:
        db.execute("DELETE FROM saved_search WHERE name = ?", (name,))
    else:
        db.execute(_INSERTED, (name, query, now))


def _checked_name(name: str) -> str:
    """The name on one line, without a leading @. Raises UsageError if it is empty."""
    checked = one_line(name).strip().removeprefix("@").strip()
    if not checked:
        raise UsageError("a saved search needs a name")
    return checked
