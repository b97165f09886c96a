"""Every kind of change is recorded and undone by a later run."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.samples import NOW, article
from tui_reader.app.session import Session
from tui_reader.app.undoing import AnyChange
from tui_reader.library import ImportChange, Library
from tui_reader.library.feeds import Subscription
from tui_reader.model import Added, PassageMark
from tui_reader.tagging import tags_for

SOURCE = "港口的早晨\n\n清晨五點，港口的燈還亮著，第一艘漁船已經靠岸。\n\n市場裡的人聲慢慢多起來，挑魚的婦人把冰塊鋪好，等著第一批客人。\n"
BODY = (
    "清晨五點，港口的燈還亮著，第一艘漁船已經靠岸。",
    "市場裡的人聲慢慢多起來，挑魚的婦人把冰塊鋪好，等著第一批客人。",
)


def stored(library: Library) -> int:
    sample = article("港口的早晨", *BODY)
    tagged = replace(sample, tags=tags_for(sample))  # as it will be after it is cleaned again
    outcome = library.store(tagged, SOURCE.encode(), where="a.txt", path=None, now=NOW)
    assert isinstance(outcome, Added)
    return outcome.row.article_id


CHANGES: dict[str, Callable[[Session, int], AnyChange]] = {
    "bookmark": lambda session, key: session.library.set_state((key,), bookmarked=True),
    "tag": lambda session, key: session.library.retag((key,), add=("自己",)),
    "highlight": lambda session, key: session.library.highlight(PassageMark(key, 0, 0, "清晨", "早")),
    "lines": lambda session, key: session.amend(key, [BODY[1]], kept=False),
    "edit": lambda session, key: session.library.curation.edit(key, {"title": "改題"}),
    "feed": lambda session, _key: session.library.feeds.add([Subscription("https://a.example/feed", "甲", "新闻")]),
    "search": lambda session, _key: session.library.searches.save("甲", "tag:甲"),
    "trash": lambda session, key: session.library.trash.delete((key,)),
    "import": lambda _session, key: ImportChange("imported 1 article", (key,)),
    "glossary": lambda session, _key: session.glossary.correct("tw", "港口", "cn", "码头"),
}


def state(session: Session, key: int) -> object:
    library = session.library
    if not library.rows((key,)):
        return None
    marks = [(mark.text, mark.note) for mark in library.highlights(key)]
    return (
        library.stored(key),
        marks,
        library.amendments(key),
        library.searches.all(),
        library.feeds.all(),
        session.glossary.path and session.glossary.path.exists(),
    )


@pytest.mark.parametrize("kind", CHANGES)
def test_a_recorded_change_is_undone_by_a_later_run(tmp_path: Path, kind: str) -> None:
    glossary = tmp_path / "glossary.tsv"
    with Session(tmp_path / "data", glossary=glossary) as session:
        key = stored(session.library)
        before = state(session, key)
        change = CHANGES[kind](session, key)
        assert change
        assert session.record(change) is not None
        after = state(session, key)
        assert kind == "import" or before != after
    with Session(tmp_path / "data", glossary=glossary) as later:
        undone = later.undo_last()
        assert undone is not None
        assert change.sentence == undone.sentence
        assert (None if kind == "import" else before) == state(later, key)
        assert later.undo_last() is None


def test_a_change_that_changed_nothing_is_not_recorded(tmp_path: Path) -> None:
    with Session(tmp_path / "data") as session:
        key = stored(session.library)
        assert session.record(session.library.set_state((key,), bookmarked=False)) is None


def test_the_last_hundred_changes_are_kept(tmp_path: Path) -> None:
    with Session(tmp_path / "data") as session:
        key = stored(session.library)
        for number in range(103):
            session.record(session.library.retag((key,), add=(f"標{number}",)))
        assert 100 == len(session.library.journal.entries())
