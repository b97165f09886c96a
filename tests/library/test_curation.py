"""Metadata set by hand, and tags changed everywhere."""

import pytest

from tests.library.samples import article, put, store, tags, titles
from tui_reader.errors import UnknownId, UsageError
from tui_reader.library import Library
from tui_reader.query import Query


def test_a_title_set_by_hand_is_listed_found_and_kept(library: Library) -> None:
    row = put(library, "錯題", "正文甲。", author="甲某")
    change = library.curation.edit(row.article_id, {"title": "正確的題", "author": ""})
    assert "title and author changed" == change.sentence
    library.replace(row.article_id, article("錯題", "正文乙。", author="甲某"))
    (now,) = library.rows((row.article_id,))
    assert ("正確的題", None) == (now.title, now.author)
    assert "正確的題" == library.stored(row.article_id).article.title
    assert ["正確的題"] == titles(library, "正確")
    assert [] == titles(library, "author:甲某")


def test_a_date_set_by_hand_orders_the_list(library: Library) -> None:
    first = put(library, "甲", published="2024-01-01")
    put(library, "乙", published="2024-02-01")
    library.curation.edit(first.article_id, {"published": "2025-01-01"})
    assert ["甲", "乙"] == titles(library)


def test_an_edit_can_be_undone_and_reset(library: Library) -> None:
    row = put(library, "原題")
    change = library.curation.edit(row.article_id, {"title": "改題"})
    library.curation.undo_edit(change)
    assert ["原題"] == titles(library)
    library.curation.edit(row.article_id, {"title": "再改"})
    library.curation.undo_edit(change)
    assert ["再改"] == titles(library)
    library.curation.edit(row.article_id, {"title": None})
    assert ["原題"] == titles(library)


def test_an_edit_of_no_article_is_refused(library: Library) -> None:
    with pytest.raises(UnknownId):
        library.curation.edit(99, {"title": "x"})


def test_a_renamed_tag_is_renamed_everywhere_and_later(library: Library) -> None:
    first = put(library, "甲", tags=("機器", "科技"))
    library.retag((put(library, "乙").article_id,), add=("機器",))
    change = library.curation.rename_tags(("機器",), "機械")
    assert "機器 → 機械 on 2 articles" == change.sentence
    assert {"機械", "科技"} == set(tags(library, first.article_id))
    later = put(library, "丙", tags=("機器",))
    assert ("機械",) == tags(library, later.article_id)
    library.undo(change)
    assert {"機器", "科技"} == set(tags(library, first.article_id))
    assert ("機器",) == tags(library, put(library, "丁", tags=("機器",)).article_id)


def test_merged_tags_become_one(library: Library) -> None:
    row = put(library, "甲", tags=("三星", "Samsung"))
    library.curation.rename_tags(("三星", "Samsung"), "三星電子")
    assert ("三星電子",) == tags(library, row.article_id)
    assert ["三星電子"] == [tag.tag for tag in library.tag_counts(Query())]


def test_a_deleted_tag_is_not_given_again(library: Library) -> None:
    row = put(library, "甲", tags=("機器", "科技"))
    change = library.curation.delete_tags(("機器",))
    assert ("科技",) == tags(library, row.article_id)
    assert () == tags(library, put(library, "乙", tags=("機器",)).article_id)
    library.retag((row.article_id,), add=("機器",))
    assert "機器" in tags(library, row.article_id)
    library.undo(change)
    assert ("機器",) == tags(library, put(library, "丙", tags=("機器",)).article_id)


def test_an_unknown_tag_is_named(library: Library) -> None:
    store(library, article())
    with pytest.raises(UsageError, match="沒有"):
        library.curation.delete_tags(("沒有",))


def counted(library: Library) -> list[str]:
    return [count.tag for count in library.tag_counts(Query())]


def test_a_hidden_tag_is_shown_nowhere_until_it_is_shown_again(library: Library) -> None:
    row = put(library, "甲", tags=("科技", "港口"))
    change = library.curation.hide_tags(("科技",))
    later = put(library, "乙", tags=("科技",))
    assert "科技 hidden" == change.sentence
    assert ("港口",) == tags(library, row.article_id)
    assert ["港口"] == counted(library)
    assert [] == titles(library, "tag:科技")
    assert ("科技",) == library.curation.hidden_tags()
    library.curation.show_tags(("科技",))
    assert ("科技", "港口") == tags(library, row.article_id)
    assert ("科技",) == tags(library, later.article_id)
    assert ["科技", "港口"] == counted(library)
    with pytest.raises(UsageError, match="not hidden"):
        library.curation.show_tags(("科技",))


def test_hiding_is_undone_and_ends_when_the_tag_is_added_by_hand(library: Library) -> None:
    row = put(library, "甲", tags=("科技",))
    library.undo(library.curation.hide_tags(("科技",)))
    assert ["科技"] == counted(library)
    library.curation.hide_tags(("科技",))
    library.retag((row.article_id,), add=("科技",))
    assert ("科技",) == tags(library, row.article_id)
    assert () == library.curation.hidden_tags()
