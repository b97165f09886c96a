"""The person's word on lines of articles, and articles that are cleaned once more because of it, or of new rules.

Cleaning takes time and is none of the library's business, so it goes in two steps: `basis` gives all that an article is
made from; the answer is taken only while that still holds. What has changed meanwhile, here or in another process, is
never written over: the caller asks again.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import fsdecode

from tui_reader.library import codec, storing
from tui_reader.library.reading import unknown
from tui_reader.model import Amendment, Cleaned
from tui_reader.text.fold import line_key

Amendments = tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class CleaningInput:
    """What an article is made from: its source, the path that tells text from markup, the person's word on its lines.

    `uncertain`: the cleaner doubts that it is an article, or a person had it taken anyway.
    """

    article_id: int
    short_id: str
    title: str
    path: str | None
    data: bytes
    amendments: Amendments
    sha256: bytes
    uncertain: bool = False

    @property
    def where(self) -> str:
        """What the article is called in messages."""
        return f"{self.short_id} {self.title}"


@dataclass(frozen=True, slots=True)
class LineChange:
    """Lines of the article `key` put back or dropped. `before` and `after`: the word on each, None for none."""

    sentence: str
    article_id: int
    before: Mapping[str, Amendment | None] = field(default_factory=dict)
    after: Mapping[str, Amendment | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.before != self.after

    def undone(self, amendments: Iterable[Amendment]) -> Amendments:
        """What was before, where what the change left still stands."""
        now = by_line(amendments)
        for line, left in self.after.items():
            if now.get(line) == left:
                now.pop(line, None)
                if (word := self.before[line]) is not None:
                    now[line] = word
        return tuple(now.values())


def by_line(amendments: Iterable[Amendment]) -> dict[str, Amendment]:
    """Each word by the key of its line; of several on one line, the last."""
    return {line_key(amendment.text): amendment for amendment in amendments}


def with_word(amendments: Iterable[Amendment], texts: Iterable[str], *, kept: bool, when: str) -> Amendments:
    """The amendments, and one more for each text; a word on the same line that says the same stays as it is."""
    now = by_line(amendments)
    for text in texts:
        line = line_key(text)
        if line and (line not in now or now[line].kept != kept):
            now[line] = Amendment(text, kept, when)
    return tuple(now.values())


def amendments_of(db: sqlite3.Connection, article_id: int) -> Amendments:
    """The person's word on lines of an article, the oldest first."""
    found = db.execute(
        "SELECT text, kept, made_at FROM amendment WHERE article = ? ORDER BY made_at, line", (article_id,)
    )
    return tuple(Amendment(text, bool(kept), made_at) for text, kept, made_at in found)


def basis(db: sqlite3.Connection, article_id: int) -> CleaningInput:
    """What an article is made from. Raises UnknownId."""
    found = db.execute(
        "SELECT id, title, path, content.source, sha256, uncertain FROM article JOIN content ON article = key WHERE key = ?",
        (article_id,),
    ).fetchone()
    if found is None:
        raise unknown(article_id)
    name, title, path, source, sha256, uncertain = found
    path = None if path is None else fsdecode(path)
    return CleaningInput(
        article_id, name, title, path, codec.unpack(source), amendments_of(db, article_id), sha256, bool(uncertain)
    )


def still_holds(db: sqlite3.Connection, basis: CleaningInput) -> bool:
    """Whether the article is made from the same as when `basis` was asked for."""
    found = db.execute("SELECT sha256 FROM content WHERE article = ?", (basis.article_id,)).fetchone()
    return found == (basis.sha256,) and amendments_of(db, basis.article_id) == basis.amendments


def amend(
    db: sqlite3.Connection, basis: CleaningInput, amendments: Sequence[Amendment], cleaned: Cleaned
) -> LineChange | None:
    """Let these be the person's word, and this the article; None where the basis does not hold any more."""
    if not still_holds(db, basis):
        return None
    before, after = by_line(basis.amendments), by_line(amendments)
    lines = [line for line in {**before, **after} if before.get(line) != after.get(line)]
    for line in lines:
        _put(db, basis.article_id, line, after.get(line))
    if lines:
        storing.replace(db, basis.article_id, cleaned.article, cleaned.verdicts)
    return LineChange(
        _told([word for line in lines if (word := after.get(line))]),
        basis.article_id,
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


def _told(words: Sequence[Amendment]) -> str:
    """`put 1 line back`."""
    if not words:
        return "nothing was changed"
    lines = "1 line" if len(words) == 1 else f"{len(words)} lines"
    return f"put {lines} back" if words[0].kept else f"dropped {lines}"
