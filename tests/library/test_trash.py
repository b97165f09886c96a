"""Deleting articles, and putting them back with all that belonged to them."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, later, put, store, tags, titles
from tui_reader.errors import UnknownId
from tui_reader.library import Library
from tui_reader.model import Added, InTrash, PassageMark, Position

BYTES = b"bytes of the article"


def with_everything(library: Library) -> int:
    """An article that a person did all with; its key."""
    stored = store(library, article("甲", "第一段。", tags=("機器",)), BYTES, path="/nowhere/a.txt")
    assert isinstance(stored, Added)
    article_id = stored.row.article_id
    library.set_state((article_id,), bookmarked=True, read=True, now=NOW)
    library.retag((article_id,), add=("自己",), remove=("機器",))
    library.highlight(PassageMark(article_id, 0, 0, "第一段", "筆記"), NOW)
    library.remember(article_id, Position(0, 2, "第一"))
    return article_id


def test_a_deleted_article_is_in_no_list(library: Library) -> None:
    row = put(library, "甲", "內容甲", tags=("機器",))
    put(library, "乙", "內容乙")
    assert "1 article deleted" == library.trash.delete((row.article_id, 99)).sentence
    assert ["乙"] == titles(library)
    assert [] == titles(library, "內容甲")
    assert 1 == library.count()
    assert ["甲"] == [trashed.title for trashed in library.trash.articles()]
    with pytest.raises(UnknownId):
        library.resolve(row.short_id)


def test_restoring_brings_everything_back(library: Library) -> None:
    article_id = with_everything(library)
    before = (
        library.stored(article_id),
        library.highlights(article_id),
        library.source(article_id),
        library.verdicts(article_id),
    )
    library.trash.undo(library.trash.delete((article_id,)))
    assert before == (
        library.stored(article_id),
        library.highlights(article_id),
        library.source(article_id),
        library.verdicts(article_id),
    )
    assert ["甲"] == titles(library, "第一段")
    assert ("自己",) == tags(library, article_id)
    assert () == library.trash.articles()


def test_restoring_twice_changes_nothing(library: Library) -> None:
    article_id = with_everything(library)
    library.trash.delete((article_id,))
    assert (1, 0) == (library.trash.restore((article_id,)), library.trash.restore((article_id,)))


def test_an_import_leaves_an_article_in_the_trash(library: Library) -> None:
    article_id = with_everything(library)
    library.trash.delete((article_id,))
    assert library.has(BYTES)
    assert isinstance(library.store(article("甲"), BYTES, where="a", path=None), InTrash)
    assert isinstance(library.register_duplicate(BYTES, where="a", path=None), InTrash)
    assert 0 == library.count()


def test_ids_and_keys_in_the_trash_are_not_given_again(library: Library) -> None:
    first = store(library, article("甲"), BYTES)
    assert isinstance(first, Added)
    library.trash.delete((first.row.article_id,))
    assert first.row.article_id != put(library, "乙").article_id


def test_an_id_in_the_trash_is_found_by_its_beginning(library: Library) -> None:
    row = put(library, "甲")
    library.trash.delete((row.article_id,))
    assert row.article_id == library.trash.restore_id(row.short_id[:4].upper())
    with pytest.raises(UnknownId, match="trash"):
        library.trash.restore_id(row.short_id)


def test_only_what_was_deleted_long_ago_is_removed_by_itself(path: Path) -> None:
    clock = [NOW]
    with Library.open(path, clock=lambda: clock[0]) as library:
        library.trash.delete((put(library, "甲").article_id,))
        clock[0] = NOW + timedelta(days=20)
        library.trash.delete((put(library, "乙").article_id,))
        clock[0] = NOW + timedelta(days=31)
        assert 1 == library.trash.empty_old()
        assert ["乙"] == [trashed.title for trashed in library.trash.articles()]
        assert 1 == library.trash.empty()


def test_what_was_removed_for_good_can_be_imported_again(library: Library) -> None:
    library.trash.delete((with_everything(library),))
    library.trash.empty()
    assert isinstance(store(library, article("甲"), BYTES, now=later(1)), Added)
