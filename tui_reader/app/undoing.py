"""Records changes in the journal as JSON, and undoes each kind through the package that made it."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tui_reader.app.recleaning import amend
from tui_reader.library import (
    Change,
    EditChange,
    FeedChange,
    ImportChange,
    LineChange,
    PassageChange,
    SearchChange,
    TrashChange,
)
from tui_reader.library.marks import Step
from tui_reader.model import Amendment, PassageMark
from tui_reader.script.user_glossary import GlossaryChange

if TYPE_CHECKING:
    from tui_reader.library import Journal, Library
    from tui_reader.library.journal import Entry
    from tui_reader.script.user_glossary import UserGlossary

AnyChange = (
    Change
    | EditChange
    | FeedChange
    | GlossaryChange
    | ImportChange
    | LineChange
    | PassageChange
    | SearchChange
    | TrashChange
)

_KINDS: dict[str, type[Any]] = {
    "state": Change,
    "edit": EditChange,
    "feed": FeedChange,
    "glossary": GlossaryChange,
    "import": ImportChange,
    "lines": LineChange,
    "highlight": PassageChange,
    "search": SearchChange,
    "trash": TrashChange,
}


def record(journal: Journal, change: AnyChange) -> int | None:
    """Add a change to the journal. Returns its number; None for an empty change."""
    if not change:
        return None
    kind = next(name for name, type_ in _KINDS.items() if type(change) is type_)
    return journal.record(kind, change.sentence, _payload(change))


def undo(library: Library, glossary: UserGlossary, change: AnyChange) -> None:
    """Revert a change, except values changed again since. Raises LibraryError, GlossaryError, UnknownId."""
    match change:
        case GlossaryChange():
            glossary.undo(change)
        case LineChange():
            amend(library, change.article_id, change.undone)
        case TrashChange():
            library.trash.undo(change)
        case ImportChange():
            library.trash.delete(change.article_ids)
        case SearchChange():
            library.searches.undo(change)
        case FeedChange():
            library.feeds.undo(change)
        case EditChange():
            library.curation.undo_edit(change)
        case _:
            library.undo(change)


def undo_last(library: Library, glossary: UserGlossary) -> AnyChange | None:
    """Undo the last recorded change and remove it from the journal. Returns it, or None. Raises the errors of `undo`."""
    entries = library.journal.entries()
    if not entries:
        return None
    change = change_of(entries[-1])
    undo(library, glossary, change)
    library.journal.drop(entries[-1].number)
    return change


def change_of(entry: Entry) -> AnyChange:
    values = dict(entry.payload)
    match entry.kind:
        case "state":
            steps = tuple(Step(kind, tuple(of), tuple(old), tuple(new)) for kind, of, old, new in values["steps"])
            return Change(values["sentence"], steps)
        case "highlight":
            marks = {side: values[side] and PassageMark(**values[side]) for side in ("before", "after")}
            return PassageChange(values["sentence"], **marks)
        case "lines":
            sides = {side: {line: word and Amendment(**word) for line, word in values[side].items()} for side in _SIDES}
            return LineChange(values["sentence"], values["article_id"], **sides)
        case "glossary":
            contents = {side: None if values[side] is None else base64.b64decode(values[side]) for side in _SIDES}
            return GlossaryChange(values["sentence"], **contents)
    if "article_ids" in values:
        values["article_ids"] = tuple(values["article_ids"])
    change: AnyChange = _KINDS[entry.kind](**values)
    return change


_SIDES = ("before", "after")


def _payload(change: AnyChange) -> dict[str, Any]:
    if isinstance(change, Change):
        return {"sentence": change.sentence, "steps": [list(step) for step in change.steps]}
    if isinstance(change, LineChange):
        sides = {side: {line: word and asdict(word) for line, word in getattr(change, side).items()} for side in _SIDES}
        return {"sentence": change.sentence, "article_id": change.article_id, **sides}
    if isinstance(change, GlossaryChange):
        contents = {side: _text(getattr(change, side)) for side in _SIDES}
        return {"sentence": change.sentence, **contents}
    return asdict(change)


def _text(data: bytes | None) -> str | None:
    """Base64 text; None for a missing file, "" for an empty one."""
    return None if data is None else base64.b64encode(data).decode()
