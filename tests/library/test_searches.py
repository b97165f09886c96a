"""Saved searches and the history of typed queries."""

import json
from collections.abc import Callable

import pytest

from tests.library.samples import put
from tui_reader.errors import QueryError, UsageError
from tui_reader.library import Library, SearchChange
from tui_reader.library.searches import REMEMBERED


def saved(library: Library) -> list[tuple[str, ...]]:
    return [tuple(search) for search in library.searches.all()]


def test_a_search_is_saved_in_its_canonical_form_and_replaced_by_name(library: Library) -> None:
    library.searches.save("@能源", "tag:能源   after:2025")
    library.searches.save("港口", "码头")
    library.searches.save("能源", "tag:能源")
    assert [("能源", "tag:能源"), ("港口", "码头")] == saved(library)


def test_a_search_is_found_in_the_other_script_and_an_unknown_one_is_an_error(library: Library) -> None:
    library.searches.save("島嶼", "tag:能源")
    assert ("島嶼", "tag:能源") == library.searches.named("@岛屿")
    with pytest.raises(UsageError, match="saved searches: @島嶼"):
        library.searches.named("海")


@pytest.mark.parametrize(
    ("name", "query", "error"), [("@ ", "甲", UsageError), ("甲", " ", UsageError), ("甲", "is:x", QueryError)]
)
def test_what_cannot_be_saved(library: Library, name: str, query: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        library.searches.save(name, query)
    assert [] == saved(library)


CHANGES: tuple[Callable[[Library], SearchChange], ...] = (
    lambda library: library.searches.save("能源", "电网"),
    lambda library: library.searches.save("新", "电网"),
    lambda library: library.searches.rename("能源", "電"),
    lambda library: library.searches.delete("能源"),
)


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_undone(library: Library, change: Callable[[Library], SearchChange]) -> None:
    library.searches.save("能源", "tag:能源")
    before = saved(library)
    made = change(library)
    assert made
    assert before != saved(library)
    library.searches.undo(made)
    assert before == saved(library)


def test_undoing_keeps_what_another_saved_since(library: Library) -> None:
    first = library.searches.save("電", "甲")
    library.searches.save("電", "乙")
    library.searches.undo(first)
    assert [("電", "乙")] == saved(library)


def test_a_name_in_use_is_not_taken_by_renaming(library: Library) -> None:
    library.searches.save("甲", "tag:甲")
    library.searches.save("乙", "tag:乙")
    with pytest.raises(UsageError, match="@乙 already"):
        library.searches.rename("甲", "乙")
    assert not library.searches.rename("甲", "甲")


def test_the_history_has_the_latest_first_and_each_query_once(library: Library) -> None:
    for query in ("甲", "乙", "甲"):
        library.searches.note_used(query)
    assert ("甲", "乙") == library.searches.history()
    for number in range(REMEMBERED + 5):
        library.searches.note_used(str(number))
    assert REMEMBERED == len(library.searches.history())
    assert str(REMEMBERED + 4) == library.searches.history()[0]


def test_saved_searches_travel_with_what_the_person_did(library: Library) -> None:
    put(library)
    library.searches.save("甲", "tag:甲")
    records = json.loads(json.dumps(library.backups.records()))
    library.searches.delete("甲")
    assert (0, 0) == library.backups.merge(records)
    library.searches.save("甲", "tag:乙")
    library.backups.merge(records)
    assert [("甲", "tag:乙")] == saved(library)
    with pytest.raises(UsageError):
        library.backups.merge([{"saved_search": "乙"}])
