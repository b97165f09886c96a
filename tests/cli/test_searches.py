"""`searches`, `list @NAME` and `list --excerpt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine


def test_a_saved_search_lists_what_its_query_lists(filled: CommandLine) -> None:
    assert "Search @早 saved" in filled("searches", "save", "早", "江豚", "OR", "圖書館").err
    assert "@早  江豚 OR 圖書館\n" == filled("searches").out
    assert [{"name": "早", "query": "江豚 OR 圖書館"}] == filled("searches", "--json").records
    assert filled.ids("江豚", "OR", "圖書館") == filled.ids("@早")
    assert filled.ids("@早")
    assert [] == filled.ids("@早", "is:read")


def test_a_search_is_renamed_and_deleted(filled: CommandLine) -> None:
    filled("searches", "save", "早", "-江豚")
    filled("searches", "rename", "早", "晚")
    assert "@晚  -江豚\n" == filled("searches").out
    assert filled("searches", "delete", "晚").status == 0
    assert not filled("searches").out
    assert filled("list", "@晚").status == 2


def test_a_wrong_query_is_not_saved(filled: CommandLine) -> None:
    ended = filled("searches", "save", "早", "titel:甲")
    assert ended.status != 0
    assert "unknown field titel:" in ended.err
    assert filled("searches", "save", "早").status == 2


def test_an_excerpt_shows_why_an_article_is_listed(filled: CommandLine) -> None:
    (_row, excerpt) = filled("list", "江豚", "--excerpt").out.splitlines()[:2]
    assert excerpt.startswith("  ")
    assert "江豚" in excerpt
    (record, *_) = filled("list", "江豚", "--excerpt", "--json").records
    assert "江豚" in str(record["excerpt"])
    assert "excerpt" not in filled("list", "江豚", "--json").records[0]
    assert len(filled("list", "--excerpt").out.splitlines()) == len(filled.ids())
