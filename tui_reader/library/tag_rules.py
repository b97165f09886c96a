"""Renames, merges, deletes and hides tags in all articles; the rules also apply to articles imported later.

`tag.hidden`: 0 for a tag that is shown, `GONE` for one that the cleaner no longer adds, `HIDDEN` for one that articles keep but
that is shown nowhere.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from tui_reader.errors import UsageError
from tui_reader.library import marks, tags
from tui_reader.library.marks import Change, Step
from tui_reader.library.tags import GONE, HIDDEN
from tui_reader.locale import _, ngettext


def rename(db: sqlite3.Connection, old: Sequence[str], new: str) -> Change:
    """Replace the `old` tags by `new` in all articles. Raises UsageError for an unknown tag."""
    gained = tags.asked_for((new,))
    lost = {folded: key for folded, key in _known(db, old).items() if folded not in gained}
    articles = _articles_with(db, lost.values())
    change = marks.retag(db, articles, (new,), old) if articles else Change("")
    (target,) = tags.keys_for(db, gained)
    rules = [_rule(db, key, (0, target)) for key in lost.values()]
    unhidden = [_rule(db, target, (0, None))]
    return _with_rules(
        db,
        change,
        rules + unhidden,
        _describe(
            ngettext("{tags} → {new} on {count} article", "{tags} → {new} on {count} articles", len(articles)),
            old,
            articles,
            new,
        ),
    )


def delete(db: sqlite3.Connection, names: Sequence[str]) -> Change:
    """Remove tags from all articles; the cleaner no longer adds them. Raises UsageError for an unknown tag."""
    lost = _known(db, names)
    articles = _articles_with(db, lost.values())
    change = marks.retag(db, articles, (), names) if articles else Change("")
    rules = [_rule(db, key, (GONE, None)) for key in lost.values()]
    return _with_rules(
        db,
        change,
        rules,
        _describe(
            ngettext("{tags} removed from {count} article", "{tags} removed from {count} articles", len(articles)),
            names,
            articles,
        ),
    )


def hide(db: sqlite3.Connection, names: Sequence[str]) -> Change:
    """Show these tags nowhere; articles keep them. Raises UsageError for an unknown tag."""
    rules = [_rule(db, key, (HIDDEN, None)) for key in _known(db, names).values()]
    return _with_rules(db, Change(""), rules, _("{names} hidden").format(names=_joined(names)))


def show(db: sqlite3.Connection, names: Sequence[str]) -> Change:
    """Show hidden tags again. Raises UsageError for a tag that is unknown or not hidden."""
    known = hidden(db)
    keys = _known(db, names)
    for folded, name in tags.asked_for(names).items():
        if keys[folded] not in known:
            raise UsageError(_("the tag {name} is not hidden").format(name=name))
    rules = [_rule(db, key, (0, None)) for key in keys.values()]
    return _with_rules(db, Change(""), rules, _("{names} shown again").format(names=_joined(names)))


def hidden(db: sqlite3.Connection) -> dict[int, str]:
    """Key → name of the hidden tags."""
    return dict(db.execute("SELECT key, name FROM tag WHERE hidden = ? ORDER BY fold", (HIDDEN,)).fetchall())


def _known(db: sqlite3.Connection, names: Sequence[str]) -> dict[str, int]:
    """Folded name → tag key. Raises UsageError for an unknown tag."""
    found: dict[str, int] = {}
    for folded, name in tags.asked_for(names).items():
        keys = tags.known_keys(db, (folded,))
        if not keys:
            raise UsageError(_("there is no tag {name}").format(name=name))
        found[folded] = keys[0]
    return found


def _articles_with(db: sqlite3.Connection, tag_keys: Iterable[int]) -> list[int]:
    articles: dict[int, None] = {}
    for tag in tag_keys:
        articles |= dict.fromkeys(row[0] for row in db.execute("SELECT article FROM worn WHERE tag = ?", (tag,)))
    return list(articles)


def _rule(db: sqlite3.Connection, tag: int, after: tuple[int, int | None]) -> Step:
    before = db.execute("SELECT hidden, target FROM tag WHERE key = ?", (tag,)).fetchone()
    return Step("rule", (tag,), tuple(before), after)


def _with_rules(db: sqlite3.Connection, change: Change, rules: list[Step], sentence: str) -> Change:
    changed = [step for step in rules if step.before != step.after]
    for step in changed:
        marks.put(db, step)
    return Change(sentence, (*change.steps, *changed))


def _describe(text: str, names: Sequence[str], articles: Sequence[int], new: str = "") -> str:
    return text.format(tags=_joined(names), new=new, count=len(articles))


def _joined(names: Sequence[str]) -> str:
    return _(" and ").join(names)
