"""What is kept in memory for listings is that of the library, whoever changed it."""

from pathlib import Path

from tests.library.samples import article, put, titles
from tui_reader.library import Library
from tui_reader.query import Query


def counted(library: Library, query: str = "") -> dict[str, int]:
    return {count.tag: count.count for count in library.tag_counts(Query.parse(query))}


def sources(library: Library) -> dict[str, int]:
    return {count.tag: count.count for count in library.vocabulary.sources(Query())}


def test_another_process_stores_deletes_and_tags(path: Path) -> None:
    with Library.open(path) as reader, Library.open(path) as writer:
        assert [] == titles(reader)
        first = put(writer, "港口", "清晨的港口。", tags=("航運",), source="甲報", published="2026-01-02")
        put(writer, "圖書館", "舊館與港口。", tags=("閱讀",), source="乙報", published="2026-01-01")
        assert ["港口", "圖書館"] == titles(reader) == titles(reader, "港口")
        assert ["港口"] == titles(reader, "title:港口")
        assert {"航運": 1, "閱讀": 1} == counted(reader)
        assert {"甲報": 1, "乙報": 1} == sources(reader)
        writer.retag((first.article_id,), add=("閱讀",))
        assert {"航運": 1, "閱讀": 2} == counted(reader, "港口")
        change = writer.trash.delete((first.article_id,))
        assert ["圖書館"] == titles(reader) == titles(reader, "港口")
        assert {"閱讀": 1} == counted(reader)
        assert {"乙報": 1} == sources(reader)
        writer.trash.undo(change)
        assert ["港口", "圖書館"] == titles(reader, "港口")
        assert ["港口"] == titles(reader, "title:港口")


def test_edits_change_titles_sources_and_the_order(path: Path) -> None:
    with Library.open(path) as reader, Library.open(path) as writer:
        first = put(writer, "甲", "港口。", source="甲報", published="2026-01-02")
        put(writer, "乙", "港口。燈塔。", source="甲報", published="2026-01-01")
        assert ["甲", "乙"] == titles(reader, "港口")
        writer.curation.edit(first.article_id, {"title": "燈塔", "source": "乙報", "published": "2025-01-01"})
        assert ["乙", "燈塔"] == titles(reader, "港口")
        assert ["燈塔"] == titles(reader, "title:燈塔")
        assert ["燈塔", "乙"] == titles(reader, "燈塔 sort:relevance")
        assert {"甲報": 1, "乙報": 1} == sources(reader)


def test_a_text_that_was_changed_is_found_by_its_new_words_only(path: Path) -> None:
    with Library.open(path) as reader, Library.open(path) as writer:
        row = put(writer, "甲", "港口。")
        assert ["甲"] == titles(reader, "港口")
        writer.replace(row.article_id, article("甲", "燈塔。"))
        assert [] == titles(reader, "港口")
        writer.upkeep.reindex()
        assert ["甲"] == titles(reader, "燈塔")


def test_words_and_fields_in_brackets(library: Library) -> None:
    put(library, "甲", "港口。", source="甲報", published="2026-01-03")
    put(library, "乙", "燈塔。", source="甲報", published="2026-01-02")
    put(library, "丙", "燈塔與港口。", source="乙報", published="2026-01-01")
    assert ["甲", "丙"] == titles(library, "港口 OR (燈塔 -source:甲報)")
    assert ["乙"] == titles(library, "-港口")
    assert ["乙", "丙"] == titles(library, "-(港口 source:甲報)")
    assert ["甲", "乙"] == titles(library, "(title:甲 OR 燈塔) source:甲報")
    assert {"甲", "乙", "丙"} == set(titles(library, "燈塔 OR 港口 sort:title"))
