"""Words that are called otherwise on the other shore find each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import NOW
from tui_reader.library import Library
from tui_reader.model import Article, Passage
from tui_reader.query import Query
from tui_reader.script.equivalents import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORIES = {
    "cn": ("扎克伯格谈软件，坐出租车去", ("特朗普",), "奔驰新闻"),
    "tw": ("祖克柏談軟體，坐計程車去", ("川普", "特朗普"), "賓士新聞"),
    "hk": ("朱克伯格談軟件，坐的士去", ("川普",), None),
    "more": ("还是什么也没有", ("特朗普",), None),
    "none": ("什么也没有", ("別的",), None),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        for name, (text, tags, source) in STORIES.items():
            article = Article(name, (Passage("paragraph", text),), "hans", "utf-8", tags=tags, source=source)
            library.store(article, name.encode(), where=name, path=None, now=NOW)
        yield library


def titles(library: Library, text: str) -> set[str]:
    return {row.title for row in library.rows(library.listing(Query.parse(text)).article_ids)}


@pytest.mark.parametrize("text", ["祖克柏", "扎克伯格", "朱克伯格", "軟體", "计程车", '"坐的士去"', '"祖克柏談軟體"'])
def test_by_any_name(library: Library, text: str) -> None:
    assert {"cn", "tw", "hk"} == titles(library, text)


@pytest.mark.parametrize("text", ["特朗普", "tag:川普", "-tag:別的"])
def test_tags_by_any_name(library: Library, text: str) -> None:
    assert {"cn", "tw", "hk", "more"} == titles(library, text)


def test_all_words_must_still_hold(library: Library) -> None:
    assert set() == titles(library, "祖克柏 沒有的詞")
    assert {"none"} == titles(library, "-tag:特朗普")


def test_a_source_by_any_name(library: Library) -> None:
    assert {"cn", "tw"} == titles(library, "source:奔驰")


def test_tags_that_are_called_alike_are_counted_as_one(library: Library) -> None:
    counts = {tag.tag: tag.count for tag in library.tag_counts(Query())}
    assert {"特朗普": 4, "別的": 1} == counts


def test_and_so_among_what_is_listed(library: Library) -> None:
    assert [("特朗普", 2)] == [(tag.tag, tag.count) for tag in library.tag_counts(Query.parse("source:宾士"))]


def test_a_tag_is_taken_off_by_the_name_that_an_article_has(library: Library) -> None:
    article_ids = library.listing(Query()).article_ids
    change = library.retag(article_ids, remove=["特朗普"])
    worn = {row.title: row.tags for row in library.rows(article_ids)}
    assert {"cn": (), "tw": ("川普",), "hk": (), "more": (), "none": ("別的",)} == worn
    library.undo(change)
    assert {"cn", "tw", "hk", "more"} == titles(library, "tag:特朗普")


def test_a_tag_can_be_renamed_to_another_name_of_it(library: Library) -> None:
    article_ids = library.listing(Query.parse("軟體")).article_ids
    library.retag(article_ids, add=["川普"], remove=["特朗普"])
    assert {("川普",)} == {row.tags for row in library.rows(article_ids)}


def test_a_persons_own_words_find_each_other(tmp_path: Path, library: Library) -> None:
    library.close()
    own = lexicon().with_own("cn\ttw\thk\tguard\n扎克伯格\t小札\n")
    with Library.open(tmp_path / "library.db", alike=lambda: own) as again:
        assert {"cn", "tw", "hk"} == titles(again, "小札")
    with Library.open(tmp_path / "library.db") as plain:
        assert set() == titles(plain, "小札")


def test_everything_is_listed_without_a_table(tmp_path: Path) -> None:
    def never() -> object:
        raise AssertionError

    with Library.open(tmp_path / "library.db", alike=never) as library:  # type: ignore[arg-type]
        assert () == library.listing(Query()).article_ids
