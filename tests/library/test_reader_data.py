"""What a person did, out of one library and into another."""

from pathlib import Path

import pytest

from tests.library.samples import NOW, article, put, store, tags
from tests.library.test_trash import BYTES, with_everything
from tui_reader.errors import UsageError
from tui_reader.library import Library
from tui_reader.library.backups import json_lines, read_records, reader_backups
from tui_reader.model import Added, PassageMark


@pytest.fixture
def other(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "other" / "library.db")


def test_records_name_only_articles_a_person_did_something_with(library: Library) -> None:
    put(library, "乙")
    article_id = with_everything(library)
    (record,) = library.backups.records()
    assert library.rows((article_id,))[0].short_id == record["id"]
    assert (["自己"], ["機器"]) == (record["tags"], record["hidden_tags"])
    assert ("第一段", "筆記") == (record["highlights"][0]["text"], record["highlights"][0]["note"])


def test_merging_gives_another_library_the_same(library: Library, other: Library) -> None:
    with_everything(library)
    store(other, article("甲", "第一段。", tags=("機器",)), BYTES)
    for _ in range(2):
        assert (1, 0) == other.backups.merge(library.backups.records())
    here, there = library.backups.records(), other.backups.records()
    for record in (*here, *there):
        record.pop("path", None)
    assert here == there


def test_merging_takes_nothing_away(library: Library, other: Library) -> None:
    with_everything(library)
    stored = store(other, article("甲", "第一段。", tags=("機器",)), BYTES)
    assert isinstance(stored, Added)
    other.retag((stored.row.article_id,), add=("機器", "別的"))
    other.highlight(PassageMark(stored.row.article_id, 0, 0, "第一段", "我的"), NOW)
    other.backups.merge(library.backups.records())
    assert {"機器", "別的", "自己"} == set(tags(other, stored.row.article_id))
    assert ["我的"] == [mark.note for mark in other.highlights(stored.row.article_id)]


def test_a_record_waits_for_its_article(library: Library, other: Library) -> None:
    with_everything(library)
    records = library.backups.records()
    assert (0, 1) == other.backups.merge(records)
    assert records == other.backups.records()
    stored = store(other, article("甲", "第一段。"), BYTES)
    assert isinstance(stored, Added)
    (row,) = other.rows((stored.row.article_id,))
    assert (True, True, ("自己",)) == (row.bookmarked, row.read, row.tags)


def test_the_json_form_is_read_back(library: Library) -> None:
    with_everything(library)
    records = library.backups.records()
    assert records == read_records("\n".join(json_lines(records, NOW)).encode(), "x.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tui_reader_data": 2, "articles": []}', "\x1f\x8b"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"x\.json"):
        read_records(text.encode("latin-1"), "x.json")


@pytest.mark.parametrize(
    "change", [{"sha256": "12"}, {"sha256": None}, {"tags": [1]}, {"highlights": [{}]}, {"lines": ["x"]}]
)
def test_a_record_with_a_wrong_value_changes_nothing(library: Library, change: dict[str, object]) -> None:
    article_id = with_everything(library)
    before = library.backups.records()
    bad = {**before[0], **change}
    fresh = {**before[0], "tags": ["新"]}
    with pytest.raises(UsageError, match="record 2"):
        library.backups.merge([fresh, bad])
    assert before == library.backups.records()
    assert ("自己",) == tags(library, article_id)


def test_a_backup_is_written_only_when_something_changed(library: Library, path: Path) -> None:
    assert library.backups.save_reader_data() is None
    article_id = with_everything(library)
    assert library.backups.save_reader_data() is not None
    assert library.backups.save_reader_data() is None
    library.set_state((article_id,), bookmarked=False)
    assert library.backups.save_reader_data() is not None
    assert 1 <= len(reader_backups(path)) <= 2
