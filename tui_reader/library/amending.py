"""Amendments (user decisions on single lines) and re-cleaning.

Cleaning is slow and not done here, so it takes two steps: `cleaning_input` returns everything an article is made from,
and the result is stored only if that input is still current. If it changed meanwhile, also in another process, the
caller starts over.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import fsdecode

from tui_reader.library import codec, storing
from tui_reader.library.reading import unknown
from tui_reader.locale import ngettext
from tui_reader.model import Amendment, Cleaned
from tui_reader.text.fold import line_key

Amendments = tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class CleaningInput:
    """Everything an article is made from. `path` distinguishes plain text from markup.

    `uncertain`: the cleaner doubts that it is an article, or the user imported a rejected page. `charset`: of the data,
    as the server declared it that it was fetched from.
    """

    article_id: int
    short_id: str
    title: str
    path: str | None
    data: bytes
    amendments: Amendments
    sha256: bytes
    uncertain: bool = False
    charset: str | None = None

    @property
    def where(self) -> str:
        """Name of the article in messages."""
        return f"{self.short_id} {self.title}"


@dataclass(frozen=True, slots=True)
class LineChange:
    """Lines of an article restored or dropped. `before`, `after`: line key → amendment, None for none."""

    sentence: str
    article_id: int
    before: Mapping[str, Amendment | None] = field(default_factory=dict)
    after: Mapping[str, Amendment | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.before != self.after

    def undone(self, amendments: Iterable[Amendment]) -> Amendments:
        """The amendments with this change reverted, except for lines that were amended again since."""
        now = by_line(amendments)
        for line, left in self.after.items():
            if now.get(line) == left:
                now.pop(line, None)
                if (word := self.before[line]) is not None:
                    now[line] = word
        return tuple(now.values())


def by_line(amendments: Iterable[Amendment]) -> dict[str, Amendment]:
    """Line key → amendment; the last one if several concern a line."""
    return {line_key(amendment.text): amendment for amendment in amendments}


def with_decisions(amendments: Iterable[Amendment], texts: Iterable[str], *, kept: bool, when: str) -> Amendments:
    """Add an amendment for each text; lines that already have the same decision stay unchanged."""
    now = by_line(amendments)
    for text in texts:
        line = line_key(text)
        if line and (line not in now or now[line].kept != kept):
            now[line] = Amendment(text, kept, when)
    return tuple(now.values())


def amendments_of(db: sqlite3.Connection, article_id: int) -> Amendments:
    """Amendments of an article, oldest first."""
    found = db.execute(
        "SELECT text, kept, made_at FROM amendment WHERE article = ? ORDER BY made_at, line", (article_id,)
    )
    return tuple(Amendment(text, bool(kept), made_at) for text, kept, made_at in found)


def cleaning_input(db: sqlite3.Connection, article_id: int) -> CleaningInput:
    """What an article is made from. Raises UnknownId."""
    found = db.execute(
        "SELECT id, title, path, cleaned, content.source, sha256, uncertain, charset "
        "FROM article JOIN content ON article = key WHERE key = ?",
        (article_id,),
    ).fetchone()
    if found is None:
        raise unknown(article_id)
    name, title, path, cleaned, source, sha256, uncertain, charset = found
    path = None if path is None else fsdecode(path)
    data, amendments = codec.unpack(source, cleaned), amendments_of(db, article_id)
    return CleaningInput(article_id, name, title, path, data, amendments, sha256, bool(uncertain), charset)


def is_current(db: sqlite3.Connection, given: CleaningInput) -> bool:
    """Whether the article's source and amendments are still those of `given`."""
    found = db.execute("SELECT sha256 FROM content WHERE article = ?", (given.article_id,)).fetchone()
    return found == (given.sha256,) and amendments_of(db, given.article_id) == given.amendments


def amend(
    db: sqlite3.Connection, given: CleaningInput, amendments: Sequence[Amendment], cleaned: Cleaned
) -> LineChange | None:
    """Store the amendments and the article cleaned with them; None, and nothing stored, if `given` is outdated."""
    if not is_current(db, given):
        return None
    before, after = by_line(given.amendments), by_line(amendments)
    lines = [line for line in {**before, **after} if before.get(line) != after.get(line)]
    for line in lines:
        _put(db, given.article_id, line, after.get(line))
    if lines:
        storing.replace(db, given.article_id, cleaned.article, cleaned.verdicts)
    return LineChange(
        _describe([word for line in lines if (word := after.get(line))]),
        given.article_id,
        {line: before.get(line) for line in lines},
        {line: after.get(line) for line in lines},
    )


def _put(db: sqlite3.Connection, article_id: int, line: str, word: Amendment | None) -> None:
    if word is None:
        db.execute("DELETE FROM amendment WHERE article = ? AND line = ?", (article_id, line))
    else:
        db.execute(
            "INSERT OR REPLACE INTO amendment VALUES (?, ?, ?, ?, ?)",
            (article_id, line, word.text, word.kept, word.when),
        )


def _describe(words: Sequence[Amendment]) -> str:
    """Message such as `1 line restored`."""
    if not words:
        return "nothing changed"
    count = len(words)
    if words[0].kept:
        return ngettext("{count} line restored", "{count} lines restored", count).format(count=count)
    return ngettext("{count} line dropped", "{count} lines dropped", count).format(count=count)
