"""The query language over a library: alternatives, exclusions, titles, relative dates, order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, later, put, store, titles
from tui_reader.library import Library
from tui_reader.query import Query


@pytest.fixture
def shelf(path: Path) -> Iterator[Library]:
    """Three articles: about 港口, about 三星, about both. It is the first of March 2026."""
    with Library.open(path, clock=lambda: NOW) as library:
        fill(library)
        yield library


def fill(library: Library) -> None:
    put(library, "港口擴建", "碼頭工程動工。", source="臨江日報", author="張三", tags=("建設",), published="2026-02-20")
    put(library, "三星新機", "手機今天發表。", source="山城時報", tags=("三星", "手機"), published="2025-11-02")
    put(library, "早報", "港口與三星都有新聞。", tags=("川普",), published="2024-05-01", script="hans")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("港口 OR 三星", {"港口擴建", "三星新機", "早報"}),
        ("碼頭 OR 手機", {"港口擴建", "三星新機"}),
        ("港口 三星", {"早報"}),
        ("港口 AND 三星", {"早報"}),
        ("三星 NOT 港口", {"三星新機"}),
        ("三星 -港口", {"三星新機"}),
        ("NOT (港口 OR 手機)", set()),
        ("NOT (碼頭 OR 手機)", {"早報"}),
        ("港口 (碼頭 OR 三星)", {"港口擴建", "早報"}),
        ("碼頭 OR 三星 港口", {"港口擴建", "早報"}),
        ("title:三星", {"三星新機"}),
        ("title:三星 OR title:港口", {"三星新機", "港口擴建"}),
        ("-title:三星", {"港口擴建", "早報"}),
        ("tag:三星 OR tag:建设", {"三星新機", "港口擴建"}),
        ("tag:Samsung", {"三星新機"}),
        ('tag:"Donald Trump"', {"早報"}),
        ("-tag:特朗普", {"港口擴建", "三星新機"}),
        ("-source:临江", {"三星新機", "早報"}),
        ("NOT author:张三", {"三星新機", "早報"}),
        ("-script:hans", {"港口擴建", "三星新機"}),
        ("after:2weeks", {"港口擴建"}),
        ("before:2weeks", {"三星新機", "早報"}),
        ("after:6months before:1month", {"三星新機"}),
        ("-after:2025", {"早報"}),
        ("(after:1year OR 早報) -手機", {"港口擴建", "早報"}),
        ("is:unread -is:bookmarked", {"港口擴建", "三星新機", "早報"}),
    ],
)
def test_what_a_query_lists(shelf: Library, query: str, expected: set[str]) -> None:
    assert expected == set(titles(shelf, query))
    tagged = {row.title for row in shelf.rows(shelf.listing(Query.parse(query)).article_ids) if row.tags}
    assert bool(tagged) == bool(shelf.tag_counts(Query.parse(query)))


def test_what_has_no_date_is_neither_after_nor_before(library: Library) -> None:
    put(library, "無日期")
    assert [] == titles(library, "after:2020") == titles(library, "before:2030")
    assert ["無日期"] == titles(library, "-after:2020")


def test_highlighted_articles(shelf: Library) -> None:
    (key,) = shelf.listing(Query.parse("title:三星")).article_ids
    shelf.set_state([key], bookmarked=True)
    assert ["三星新機"] == titles(shelf, "is:marked")
    assert [] == titles(shelf, "is:highlighted")


def test_doubtful_articles(library: Library) -> None:
    store(library, article("存疑", "只有一句。", uncertain=True))
    put(library, "分明", "這一篇沒有疑問。")
    assert (["存疑"], ["分明"]) == (titles(library, "is:uncertain"), titles(library, "-is:uncertain"))


def test_the_order_asked_for(library: Library) -> None:
    store(library, article("乙報", "長" * 900, source="乙社", published="2026-01-01"), now=later(1))
    store(library, article("甲報", "一二三四五六七八九十", source="甲社", published="2024-01-01"), now=later(3))
    store(library, article("丙談甲報", "短。", published="2025-01-01"), now=later(2))
    assert ["乙報", "丙談甲報", "甲報"] == titles(library, "") == titles(library, "sort:date")
    assert ["甲報", "丙談甲報", "乙報"] == titles(library, "sort:added")
    assert sorted(["乙報", "丙談甲報", "甲報"]) == titles(library, "sort:title")
    assert "丙談甲報" == titles(library, "sort:source")[-1]
    assert "丙談甲報" == titles(library, "sort:length")[-1]
    assert ["丙談甲報", "甲報"] == titles(library, "甲報 sort:relevance")
    assert titles(library, "") == titles(library, "sort:relevance")


def test_the_names_of_sources_and_authors(shelf: Library) -> None:
    put(shelf, "又一篇", source="臨江日报", author="李四")
    assert [("臨江日報", 2), ("山城時報", 1)] == [(one.tag, one.count) for one in shelf.vocabulary.sources(Query())]
    assert [("山城時報", 1)] == [(one.tag, one.count) for one in shelf.vocabulary.sources(Query.parse("title:三星"))]
    assert {"張三", "李四"} == {one.tag for one in shelf.vocabulary.authors(Query())}
